const place = 'stem-workbench.incoming';
/** What the tab's storage takes, with room for the third that base64 adds. */
const largest = 3_500_000;

/** Keeps a chosen file for the page that comes next in this tab; false where it does not fit. */
export const keepIncoming = async (file: File): Promise<boolean> => {
  if (file.size > largest) return false;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  try {
    sessionStorage.setItem(place, btoa(text));
    return true;
  } catch {
    return false;
  }
};

/** Few enough to be arguments of one call. */
const step = 32_768;

/** The file that was kept, once. */
export const takeIncoming = (): Uint8Array | undefined => {
  const kept = sessionStorage.getItem(place);
  if (kept === null) return undefined;
  sessionStorage.removeItem(place);
  return Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
};
