import { writeFile } from 'node:fs/promises';
import { failed, ok, type Result } from '#core/result.ts';
import { newPrivateFile } from '#server/store/private-file.ts';
import { paths } from '#wire/paths.ts';
import { withEndpoint } from './with-data.ts';

/**
 * `stem-returns export --school URN --out FILE`: all that is held about one school, as JSON, for the school that asks
 * for it. Answers the exit code; the failure is a line for the person. Nobody else on this machine may read the file, and
 * one of that name is never written over.
 */
export const exportSchool = (school: string, out: string): Promise<Result<number, string>> =>
  withEndpoint(async ({ fetch }) => {
    const answer = await fetch(paths.everything(encodeURIComponent(school)), {});
    if (answer.status === 404 || answer.status === 400) {
      return failed(`There is no school with the number "${school}". See: stem-returns codes list`);
    }
    if (!answer.ok) return failed('It cannot be read just now. Try again.');
    try {
      await writeFile(out, await answer.text(), newPrivateFile);
    } catch (error) {
      const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
      return failed(
        there ? `${out} is there already, and stays as it is. Choose another name.` : `${out} cannot be written.`,
      );
    }
    console.log(
      `${out}: all that is held about ${school}. What pupils answered is in it: give it to the school alone.`,
    );
    return ok(0);
  });
