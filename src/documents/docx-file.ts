import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type IParagraphOptions,
} from 'docx';

/** Twentieths of a point. A4 with margins of 1.5 cm. */
const page = { width: 11906, height: 16838, margin: 850 };

/** The width of the text, for tables. */
export const textWidth = page.width - 2 * page.margin;

/**
 * A document of A4 pages as the bytes of a .docx file, with its title in the properties and the page numbers at the
 * foot. `size` is that of plain text, in points.
 */
export const docxFile = async (of: {
  readonly title: string;
  readonly foot: string;
  readonly size: number;
  readonly children: readonly FileChild[];
}): Promise<Uint8Array> => {
  const file = new Document({
    title: of.title,
    creator: of.foot,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: of.size * 2, language: { value: 'en-GB' } } },
        title: { run: { size: 32, bold: true, color: '0B3D5C' }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: of.size * 2 + 2, bold: true, color: '0B3D5C' },
          paragraph: { spacing: { before: 140, after: 50 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin, footer: 400 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ text: `${of.foot}   `, size: 16, color: '4A5966' }),
                  new TextRun({
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    size: 16,
                    color: '4A5966',
                  }),
                ],
              }),
            ],
          }),
        },
        children: [...of.children],
      },
    ],
  });
  return new Uint8Array(await (await Packer.toBlob(file)).arrayBuffer());
};

/** A plain paragraph; `options` as the library has them. */
export const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 60 }, ...options, children: [new TextRun(text)] });
