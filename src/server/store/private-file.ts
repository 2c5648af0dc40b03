import { writeFile } from 'node:fs/promises';

/**
 * How a file is made that holds what schools or people said: nobody else on this machine may read it, and one of that
 * name is never written over. For whole files and for streams, which name the same thing differently.
 */
export const newPrivateFile = { flag: 'wx', flags: 'wx', mode: 0o600 } as const;

/** Makes such a file, empty, for somebody who only fills files; throws when there is one of that name. */
export const makePrivateFile = (file: string): Promise<void> => writeFile(file, '', newPrivateFile);
