/**
 * Copies a text for pasting elsewhere. Excel's frames may keep the clipboard from the pane; then the old way is tried,
 * which works on a selection. Answers whether it was copied.
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
};

const copySelected = (text: string): boolean => {
  const had = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.setAttribute('aria-hidden', 'true');
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.append(box);
  box.select();
  try {
    // Deprecated, and the only way where the clipboard is forbidden to frames.
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (had instanceof HTMLElement) had.focus();
  }
};
