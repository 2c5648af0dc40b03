import { HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { Instrument } from '#core/instrument/instrument.ts';
import { documentWords } from './document-words.ts';
import { docxFile, paragraph } from './docx-file.ts';

const words = documentWords.note;

/**
 * One page for pupils and parents about an instrument whose rows are pupils, as a .docx file: what is asked, by whom,
 * what happens with it, and that it is voluntary. The school fills in its name and whom to ask.
 */
export const noteForFamilies = (
  instrument: Pick<Instrument, 'title' | 'rows' | 'fields' | 'traits'>,
): Promise<Uint8Array> =>
  docxFile({
    title: words.title(instrument),
    foot: instrument.title,
    size: 10,
    children: [
      new Paragraph({ text: words.title(instrument), heading: HeadingLevel.TITLE }),
      paragraph(words.school),
      ...section(words.what, words.whatText(instrument)),
      heading(words.asked),
      ...topicsOf(instrument).map((topic) => paragraph(topic, { bullet: { level: 0 }, spacing: { after: 20 } })),
      ...section(words.notAsked, words.notAskedText),
      ...section(words.must, words.mustText),
      ...section(words.who, words.whoText),
      ...section(words.kept, words.keptText),
      ...section(words.ask, words.askText),
      paragraph(words.blank),
    ],
  });

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });

const section = (title: string, text: string): readonly FileChild[] => [heading(title), paragraph(text)];

/** What is asked, in order: each part once, and the questions that stand alone. */
export const topicsOf = ({ fields }: Pick<Instrument, 'fields'>): readonly string[] => [
  ...new Set(fields.map(({ part, question, label }) => part ?? question ?? label)),
];
