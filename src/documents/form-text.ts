import { HeadingLevel, Paragraph } from 'docx';
import type { Instrument } from '#core/instrument/instrument.ts';
import { questionOf } from '#core/paste/question-of.ts';
import { documentWords } from './document-words.ts';
import { docxFile, paragraph } from './docx-file.ts';

/** One question of an online form with the answers that it offers; none for one that is written. */
export interface FormQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  /** One, or at most so many; `undefined` for as many as fit. */
  readonly most: number | undefined;
}

/**
 * What to ask in Microsoft or Google Forms so that the export pastes without a question being asked: every question is
 * a heading that `recogniseColumns` knows, every answer a spelling that its field understands.
 */
export const formQuestions = ({ fields, rules }: Pick<Instrument, 'fields' | 'rules'>): readonly FormQuestion[] =>
  fields.map((field) => {
    const limit = rules.find((rule) => rule.kind === 'at-most' && rule.field === field.id);
    return {
      question: questionOf(field),
      answers: (field.choices ?? []).map(({ label, says }) => (says === undefined ? label : `${label} ${says}`)),
      most: field.kind !== 'choices' ? 1 : limit?.kind === 'at-most' ? limit.most : undefined,
    };
  });

/** The text to copy into an online form, as a .docx file laid out so that Microsoft Forms can also import it. */
export const formText = (
  instrument: Pick<Instrument, 'title' | 'fields' | 'rules' | 'rows' | 'traits'>,
): Promise<Uint8Array> => {
  const words = documentWords.form;
  return docxFile({
    title: words.title(instrument),
    foot: instrument.title,
    size: 11,
    children: [
      new Paragraph({ text: words.title(instrument), heading: HeadingLevel.TITLE }),
      ...words.howTo.map((text) => paragraph(text)),
      ...formQuestions(instrument).flatMap(({ question, answers, most }, at) => [
        new Paragraph({ text: `${at + 1}. ${question}`, heading: HeadingLevel.HEADING_1 }),
        paragraph(answers.length === 0 ? words.written : most === 1 ? words.one : words.several(most), {
          keepNext: true,
        }),
        ...answers.map((answer, nth) =>
          paragraph(`${letterOf(nth)}. ${answer}`, { indent: { left: 360 }, keepNext: nth + 1 < answers.length }),
        ),
      ]),
    ],
  });
};

const letterOf = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at);
