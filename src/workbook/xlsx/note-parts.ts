import { strFromU8, strToU8 } from 'fflate';
import { longestProperty, namespaceOf, propertyOf } from '../note-places.ts';
import { noteFromXml, noteToXml } from '../note-xml.ts';
import type { NoteName } from '../workbook.ts';
import type { Parts } from './guard.ts';

export type Notes = ReadonlyMap<NoteName, string>;

const names: readonly NoteName[] = ['returns', 'outbox', 'instruments', 'circumstances'];

/** Whether a part may hold a note. */
export const isNotePart = (path: string): boolean => /^customXml\/item\d+\.xml$/i.test(path);

/** The notes of a file: each from its part, else from its property; those that cannot be read are left out. */
export const notesIn = (parts: Parts, properties: Readonly<Record<string, unknown>>): Notes => {
  const texts = Object.entries(parts).flatMap(([path, bytes]) => (isNotePart(path) ? [strFromU8(bytes)] : []));
  return new Map(
    names.flatMap((name) => {
      const xml = texts.find((text) => text.includes(`"${namespaceOf(name)}"`));
      const property = properties[propertyOf[name] ?? ''];
      const text =
        (xml === undefined ? undefined : noteFromXml(xml)) ?? (typeof property === 'string' ? property : undefined);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
};

/** The short notes that stand in the document's properties too. */
export const noteProperties = (notes: Notes): Record<string, string> =>
  Object.fromEntries(
    [...notes].flatMap(([name, text]) => {
      const key = propertyOf[name];
      return key === undefined || text.length > longestProperty ? [] : [[key, text]];
    }),
  );

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

/** The parts that hold the notes, and the two parts of the file that must know of them. */
export const noteParts = (parts: Parts, notes: Notes): Parts => {
  if (notes.size === 0) return {};
  const added = [...notes].flatMap(([name, text], at): [string, string][] => {
    const number = at + 1;
    return [
      [`customXml/item${number}.xml`, head + noteToXml(namespaceOf(name), text)],
      [
        `customXml/itemProps${number}.xml`,
        `${head}<ds:datastoreItem ds:itemID="${itemId(number)}" xmlns:ds="${customXml}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespaceOf(name)}"/></ds:schemaRefs></ds:datastoreItem>`,
      ],
      [
        `customXml/_rels/item${number}.xml.rels`,
        `${head}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${relationship}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
      ],
    ];
  });
  const numbers = [...notes].map((_, at) => at + 1);
  const types = numbers.map(
    (number) =>
      `<Override PartName="/customXml/itemProps${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`,
  );
  const related = numbers.map(
    (number) =>
      `<Relationship Id="rIdNote${number}" Type="${relationship}/customXml" Target="../customXml/item${number}.xml"/>`,
  );
  return {
    ...Object.fromEntries(added.map(([path, xml]) => [path, strToU8(xml)])),
    ...withAdded(parts, '[Content_Types].xml', '</Types>', types),
    ...withAdded(parts, 'xl/_rels/workbook.xml.rels', '</Relationships>', related),
  };
};

const itemId = (number: number): string => `{5354454D-0000-4000-9000-${String(number).padStart(12, '0')}}`;

const withAdded = (parts: Parts, path: string, end: string, added: readonly string[]): Parts => ({
  [path]: strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(end, added.join('') + end)),
});
