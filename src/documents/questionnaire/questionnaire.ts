import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
} from 'docx';
import type { Instrument } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { documentWords } from '../document-words.ts';
import { docxFile, paragraph, textWidth } from '../docx-file.ts';
import { questionBlocks, type PrintedChoice, type QuestionBlock } from './questions.ts';

const words = documentWords.questionnaire;

/**
 * The paper form of one row of an open table, as a .docx file: A4, to be printed on two sides. Every box has a small
 * code beside it, which is what is typed into the sheet.
 */
export const questionnaire = (
  instrument: Pick<Instrument, 'title' | 'fields' | 'rules' | 'traits'>,
): Promise<Uint8Array> =>
  docxFile({
    title: instrument.title,
    foot: instrument.title,
    size: 10,
    children: [
      new Paragraph({ text: instrument.title, heading: HeadingLevel.TITLE }),
      ...(traitOf(instrument, 'pupil-rows') ? [paragraph(words.aboutPupils)] : []),
      paragraph(`${words.howTo} ${words.codes}`),
      ...questionBlocks(instrument).flatMap(blockOf),
      paragraph(words.thanks, { alignment: AlignmentType.CENTER, spacing: { before: 160 } }),
    ],
  });

const blockOf = (block: QuestionBlock, at: number): readonly FileChild[] => {
  const heading = new Paragraph({ text: `${at + 1}. ${block.heading}`, heading: HeadingLevel.HEADING_1 });
  switch (block.kind) {
    case 'grid':
      return [heading, gridOf(block.questions, block.choices)];
    case 'pick':
      return [heading, hint(words.pick(block.most)), boxesOf(block.choices)];
    case 'write':
      return [heading, hint(block.help), paragraph('_'.repeat(60))];
  }
};

const hint = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { after: 40 },
    children: [new TextRun({ text, italics: true, color: '4A5966' })],
  });

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'B4BFC9' };
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };

/** One line a question, one column an answer. */
const gridOf = (questions: readonly string[], choices: readonly PrintedChoice[]): Table => {
  const answer = Math.floor((textWidth * 0.62) / choices.length);
  const widths = [textWidth - answer * choices.length, ...choices.map(() => answer)];
  const line = (cells: readonly Paragraph[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 45, bottom: 45, left: 60, right: 60 },
            borders: { top: none, left: none, right: none, bottom: thin },
            children: [cell],
          }),
      ),
    });
  const centred = (runs: readonly TextRun[]) =>
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [...runs] });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      line(
        [new Paragraph(''), ...choices.map(({ words: text }) => centred([new TextRun({ text, size: 16 })]))],
        true,
      ),
      ...questions.map((question) =>
        line(
          [paragraph(question, { keepNext: true, spacing: {} }), ...choices.map(({ code }) => centred(box(code)))],
          false,
        ),
      ),
    ],
  });
};

/** Boxes with their words: few of them in one line, else three beside each other. */
const boxesOf = (choices: readonly PrintedChoice[]): Table => {
  const across = choices.length <= 5 ? choices.length : 3;
  const width = Math.floor(textWidth / across);
  const lines = Math.ceil(choices.length / across);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => width),
    rows: Array.from(
      { length: lines },
      (_, line) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: across }, (__, column) => {
            const choice = choices[line * across + column];
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              borders: { top: none, left: none, right: none, bottom: none },
              margins: { top: 35, bottom: 35, left: 60, right: 60 },
              children: [
                new Paragraph({
                  indent: { left: 460, hanging: 460 },
                  children: choice === undefined ? [] : [...box(choice.code), new TextRun(`  ${choice.words}`)],
                }),
              ],
            });
          }),
        }),
    ),
  });
};

const box = (code: string): readonly TextRun[] => [
  new TextRun({ text: '☐', size: 24 }),
  new TextRun({ text: ` ${code}`, size: 15, color: '4A5966' }),
];
