import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { traitOf } from '#core/instrument/traits.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import { recogniseColumns } from '#core/paste/recognise-columns.ts';
import { instruments } from '#definitions/instruments.ts';
import { formQuestions, formText } from '#documents/form-text.ts';
import { noteForFamilies } from '#documents/note-for-families.ts';
import { questionnaire } from '#documents/questionnaire/questionnaire.ts';
import { printed } from '../kit/libreoffice.ts';

const pupils = instruments.filter((instrument) => traitOf(instrument, 'pupil-rows'));

const xmlOf = (docx: Uint8Array): string => new TextDecoder().decode(unzipSync(docx)['word/document.xml']);

/** Pages of a PDF: some writers pack the page objects into compressed streams. */
const pagesOf = (pdf: Uint8Array): number => {
  const raw = Buffer.from(pdf).toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...packed].join('\n').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
};

test('there is an instrument to print', () => {
  expect(pupils.length).toBeGreaterThan(0);
});

describe.each(pupils.map((instrument) => [instrument.title, instrument] as const))('%s on paper', (_, instrument) => {
  test('the questionnaire fits one sheet of A4, two sides; the note one side', async () => {
    const [paper, note] = await printed([await questionnaire(instrument), await noteForFamilies(instrument)]);
    expect([paper, note].map((pdf) => (pdf ? pagesOf(pdf) : 0))).toEqual([2, 1]);
    expect(Buffer.from(paper ?? []).toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12]/);
  }, 120_000);

  test('the questionnaire asks for every field and no name', async () => {
    const xml = xmlOf(await questionnaire(instrument));
    for (const { question, label } of instrument.fields)
      expect(xml).toContain((question ?? label).replaceAll('&', '&amp;'));
    expect(xml).toContain('Please do not write your name.');
  });

  test('an online form made from the text exports what is recognised without a question', async () => {
    const asked = formQuestions(instrument);
    const xml = xmlOf(await formText(instrument));
    for (const { question } of asked) expect(xml).toContain(question.replaceAll('&', '&amp;'));
    const { columns } = recogniseColumns(
      [['ID', 'Start time', 'Email', ...asked.map(({ question }) => question)]],
      instrument,
    );
    expect(columns.map(({ field }) => field)).toEqual([
      undefined,
      undefined,
      undefined,
      ...instrument.fields.map(({ id }) => id),
    ]);
  });

  test('every answer that the form offers is understood, several as Microsoft and Google join them', () => {
    const answers = formQuestions(instrument);
    for (const [at, field] of instrument.fields.entries()) {
      const reader = readerOf(field, { academicYear: '200809' });
      for (const answer of answers[at]?.answers ?? []) expect(reader.read(answer).choices).toHaveLength(1);
      if (field.kind !== 'choices') continue;
      const two = (answers[at]?.answers ?? []).slice(0, 2);
      for (const cell of [`${two.join(';')};`, two.join(', ')])
        expect(reader.read(cell)).toMatchObject({ understood: true, choices: reader.choices.slice(0, 2) });
    }
  });
});
