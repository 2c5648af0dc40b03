/**
 * A text as it must stand in a file. There `_x0041_` is a way to write `A`, so a text that looks like one is written
 * with its underscore spelled out; half a surrogate pair, which UTF-8 cannot carry, is spelled out too.
 */
export const asFileText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, spelledOut);

const spelledOut = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
