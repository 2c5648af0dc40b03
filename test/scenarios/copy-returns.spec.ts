import { copyReturns } from '../../src/flows/copy-returns.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { checkReturn, type CheckedReturn } from '../../src/flows/check-return.ts';
import type { ReadingDesk } from '../../src/flows/desk.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx/xlsx-workbook.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { codes, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
beforeAll(async () => {
  endpoint = await startEndpointWith([orchard]);
  school = await atWork(endpoint, codes.school);
});
afterAll(async () => {
  await school.close();
  await endpoint.close();
});

/** What a return says, whatever it stands in. */
const said = ({ content, issues, damage, record, fingerprint, typedAnswers }: CheckedReturn) => ({
  ...{ content, issues, damage, record, fingerprint, typedAnswers },
});

test('a return copied into a file, and out of it into another Excel, says the same', async () => {
  const open = await school.open();
  await school.type(open, '1', { kind: 'apple', year: '2008', crop: '4', notes: 'Leaning' });
  await school.type(open, '2', { kind: 'plum', '#answer': 'It is an old label.' });
  const checked = await school.check(open);
  const [warning] = checked.openWarnings;
  if (warning) expectOk(await explainWarning(school.desk, open, checked, warning, 'It is so.'));
  const before = said(await school.check(open));

  const file = newXlsx();
  expect(expectOk(await copyReturns(school.desk, file))).toHaveLength(1);
  const reopened = await openXlsx(expectOk(await file.toBytes({ caches: true })));
  if (!reopened.ok) throw new Error(reopened.failure.kind);
  const shelf = instrumentShelf(() => undefined);
  const fileDesk: ReadingDesk = { workbook: reopened.value, instruments: shelf };
  const [inFile] = expectOk(await findReturns(fileDesk)).open;
  if (!inFile) throw new Error('no return in the file');
  expect(said(expectOk(await checkReturn(fileDesk, inFile)))).toEqual(before);

  const other = await atWork(endpoint, codes.school);
  expectOk(await copyReturns(fileDesk, other.desk.workbook));
  const [there] = expectOk(await findReturns(other.desk)).open;
  if (!there) throw new Error('no return in the other Excel');
  expect(said(await other.check(there))).toEqual(before);
  await other.close();
});

test('nothing is drawn from a workbook without returns', async () => {
  const shelf = instrumentShelf((reference) => (reference === 'school-gardens@1' ? gardens : undefined));
  const file = newXlsx();
  expect(expectOk(await copyReturns({ workbook: newXlsx(), instruments: shelf }, file))).toEqual([]);
  expect(expectOk(await file.survey())).toEqual([]);
});
