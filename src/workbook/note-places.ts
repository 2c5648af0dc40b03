import type { NoteName } from './workbook.ts';

/** One custom XML part for each note; a part is found by its namespace. */
export const namespaceOf = (name: NoteName): string => `urn:stem-timeline-returns:note:${name}`;

/**
 * A short note stands in a document property too, because LibreOffice drops XML parts when it saves as .ods. Excel cuts
 * properties at 255 characters, so a longer one stands in the part alone. The outbox is no one's business who looks at
 * the file's properties.
 */
export const propertyOf: Readonly<Partial<Record<NoteName, string>>> = { returns: 'STEM Timeline Returns' };
export const longestProperty = 255;
