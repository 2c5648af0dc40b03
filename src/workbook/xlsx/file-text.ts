/**
 * A text as it must stand in a file. There `_x0041_` is a way to write `A`, so a text that looks like one is written
 * with its underscore spelled out; half a surrogate pair, which UTF-8 cannot carry, is spelled out too.
 */
export const asFileText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, spelledOut);

const spelledOut = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A text of a file as it was meant: the other way round. */
export const decodedText = (xml: string): string => {
  const text = decodedXml(xml);
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)))
    : text;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What stands between tags, without the escapes of XML; one that is none stays as it is. */
export const decodedXml = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(
        /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
          const code = hex === undefined ? parseInt(decimal ?? '', 10) : parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : xml;
