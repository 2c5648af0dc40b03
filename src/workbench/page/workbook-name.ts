const longest = 60;

/** A name as it is kept: without spaces at the ends, and not too long for the title bar. Blank for none. */
export const tidyName = (name: string): string => name.replace(/\s+/g, ' ').trim().slice(0, longest).trim();

/** The first of “Workbook”, “Workbook 2”, … that is free. */
export const freeName = (taken: readonly string[]): string => freeNameLike('Workbook', taken);

/** The wished name, or the first of it with a number that is free. */
export function freeNameLike(wished: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wished : `${wished} ${number}`;
    if (!isTaken(name)) return name;
  }
}

/** What a file's workbook is called: the file's name without its ending. */
export const nameOfFile = (file: string): string => tidyName(file.replace(/\.[^.]*$/, '')) || 'Workbook';

/** The workbook that the page's address asks for. */
export const askedName = (search: string): string => tidyName(new URLSearchParams(search).get('workbook') ?? '');

/** The page's address with a workbook in it. */
export const addressOf = (name: string): string => `?${new URLSearchParams({ workbook: name }).toString()}`;
