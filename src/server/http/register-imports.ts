import type { Readable } from 'node:stream';
import type { RegisterFileFault } from '#core/register/row-problem.ts';
import { paths } from '#wire/paths.ts';
import type { Problem } from '#wire/problems.ts';
import { ImportAnswer } from '#wire/register.ts';
import { importRegister, previewImport } from '../register/import-register.ts';
import { readRegisterFile } from '../register/read-register-file.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';
import { importAnswer } from './register-wire.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/**
 * Files of schools: the body is the file itself, `text/csv`, up to 100 MB. It is read as it comes in and never held
 * whole; the transaction begins when all of it is read.
 */
export const registerImportRoutes = (app: App, { store, world }: Given): void => {
  app.register(async (files: App) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
    // Who is answered in the middle of a file goes on sending it: nobody reads that, and the connection ends.
    files.addHook('onResponse', async ({ raw }) => {
      if (!raw.complete) raw.socket.destroySoon();
    });
    const routes = [
      [paths.registerPreview, false, 'What importing a file of schools would do; nothing is written'],
      [paths.registerImport, true, 'Import a file of schools'],
    ] as const;
    for (const [path, apply, summary] of routes) {
      files.post(
        path,
        { schema: { summary, description, consumes: ['text/csv'], response: { 200: ImportAnswer } } },
        async (request, reply) => {
          const person = signedIn(request);
          if (!mayRun(person)) return refuse(reply, 'not-yours');
          if (request.body === undefined) return refuse(reply, 'file-unread', { file: { kind: 'empty' } });
          const mentors = await store.read(({ register }) => register.mentors());
          const read = await readRegisterFile(request.body as Readable, mentors);
          if (!read.ok) return refuse(reply, 'file-unread', { file: wireFault(read.failure) });
          const outcome = apply
            ? await store.write((records) => importRegister(records, person, world.now(), [read.value]))
            : await store.read((records) => previewImport(records, [read.value]));
          const [first] = outcome;
          if (!first) throw new Error('a file without an outcome');
          return importAnswer(first);
        },
      );
    }
  });
};

const description =
  'The government’s download of establishments, its file of links, or a list with a column URN; its headings say which. ' +
  'Rows with a problem are left out and told; all others go in together.';

/** Members of a list are copied: the wire's types are not read-only. */
const wireFault = (fault: RegisterFileFault): NonNullable<Problem['file']> =>
  fault.kind === 'not-a-register' ? { ...fault, headings: [...fault.headings] } : fault;
