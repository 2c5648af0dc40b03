/** Hands a table to the person as a file that Excel reads rightly: without the mark it reads every accent wrongly. */
export const saveCsv = (name: string, text: string): void =>
  saveFile(name, 'text/csv', new TextEncoder().encode(`\ufeff${text}`));

/** Hands a file to the person: her browser saves it where it saves downloads, or asks. */
export const saveFile = (name: string, type: string, bytes: Uint8Array): void => {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some hosts read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
