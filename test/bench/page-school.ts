import { setTimeout as pause } from 'node:timers/promises';
import { pageVisitor, textOf, type Got } from '../server/kit/page-visitor.ts';
import { codeOf, round } from './server-programme.ts';

/** What a school does on the page for schools without the add-in, in this order. */
export const steps = ['sign in', 'download', 'check', 'confirm', 'receipt'] as const;
export type Step = (typeof steps)[number];

const at = `/hand-in/${round.id}`;

/** How long somebody waits who is told to come again. */
const aWhile = 3000;

/**
 * One school's whole way on the page, with its filled workbook. Tells how many milliseconds each step took until it was done, and
 * each time that the school was told to come again.
 */
export const wayOnPage = async (
  url: string,
  owner: string,
  file: Uint8Array,
  { took, putOff }: { readonly took: (step: Step, milliseconds: number) => void; readonly putOff: () => void },
): Promise<void> => {
  const school = pageVisitor(url);
  /** Does it until it is done; where many others come just now, `again` after a while. */
  const timed = async (step: Step, said: string, work: () => Promise<Got>, again = work): Promise<void> => {
    const began = performance.now();
    let got = await work();
    while (got.status === 503 || textOf(got).includes('Many schools are handing in just now.')) {
      putOff();
      await pause(aWhile);
      got = await again();
    }
    took(step, performance.now() - began);
    if (got.status >= 400 || !textOf(got).includes(said))
      throw new Error(`${owner}, ${step}: ${got.status} ${textOf(got).slice(0, 500)}`);
  };
  const press = async (act: string) => school.follow(await school.handIn(round.id, { fields: { act } }));

  await timed('sign in', 'Your returns', () => school.signIn(codeOf(owner)));
  await school.get(at);
  await timed('download', '', () => school.post(`${at}/workbook.xlsx`));
  await timed(
    'check',
    'Ready to hand in',
    async () => school.follow(await school.handIn(round.id, { file })),
    () => press('check'),
  );
  await timed('confirm', 'Your return has arrived', () => press('hand-in'));
  await timed('receipt', 'Your return has arrived', () => school.get(`${at}/receipt/1`));
};

/** How somebody who asked for her workbook was answered: with it, with words to come again, or not at all. */
export type Answered = 'served' | 'told to come again' | 'cut off without a word';

/** Signs a school in; answers how it asks for its workbook, which tells how and within how many milliseconds it was answered. */
export const comeForWorkbook = async (url: string, owner: string) => {
  const school = pageVisitor(url);
  await school.signIn(codeOf(owner));
  await school.get(at);
  return async (): Promise<{ readonly answered: Answered; readonly milliseconds: number }> => {
    const began = performance.now();
    const answered = await school.post(`${at}/workbook.xlsx`).then(
      ({ status }): Answered => (status === 200 ? 'served' : 'told to come again'),
      (): Answered => 'cut off without a word',
    );
    return { answered, milliseconds: performance.now() - began };
  };
};
