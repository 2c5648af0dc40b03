import type { Instrument } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';

/** What can be printed of an instrument. */
export type PrintedDocument = 'questionnaire' | 'form-text' | 'note-for-families';

/** Which documents an instrument has: a paper form and the text of an online one for open rows, a note where rows are pupils. */
export const documentsOf = (instrument: Pick<Instrument, 'rows' | 'traits'>): readonly PrintedDocument[] => {
  if (instrument.rows.kind === 'fixed') return [];
  return [
    'questionnaire',
    'form-text',
    ...(traitOf(instrument, 'pupil-rows') ? (['note-for-families'] as const) : []),
  ];
};

/** A document as the bytes of a .docx file, with a name to save it under. The writers are only loaded when they are needed. */
export const printDocument = async (
  instrument: Instrument,
  document: PrintedDocument,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const name = `${instrument.id}-${instrument.version}-${document}.docx`;
  switch (document) {
    case 'questionnaire': {
      const { questionnaire } = await import('#documents/questionnaire/questionnaire.ts');
      return { name, bytes: await questionnaire(instrument) };
    }
    case 'form-text': {
      const { formText } = await import('#documents/form-text.ts');
      return { name, bytes: await formText(instrument) };
    }
    case 'note-for-families': {
      const { noteForFamilies } = await import('#documents/note-for-families.ts');
      return { name, bytes: await noteForFamilies(instrument) };
    }
  }
};
