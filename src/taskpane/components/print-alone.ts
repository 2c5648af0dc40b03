/**
 * Prints one part of the page and nothing else: a copy of it stands alone on the page while the browser prints. `title`
 * is what the print-out, or the file it is saved as, is called.
 */
export const printAlone = (part: HTMLElement, title: string): void => {
  const copy = part.cloneNode(true) as HTMLElement;
  const page = document.createElement('div');
  page.className = 'printed-alone';
  page.append(copy);
  const called = document.title;
  document.title = title;
  document.body.classList.add('printing-alone');
  document.body.append(page);
  const tidy = (): void => {
    page.remove();
    document.body.classList.remove('printing-alone');
    document.title = called;
    window.removeEventListener('afterprint', tidy);
  };
  window.addEventListener('afterprint', tidy);
  window.print();
  // Some hosts print without saying that they are done.
  setTimeout(tidy, 60_000);
};
