const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A note as XML. The text stands in it as a JSON string of plain ASCII: XML knows no control characters, and programs
 * that save the workbook may change line ends.
 */
export const noteToXml = (namespace: string, text: string): string => {
  const ascii = JSON.stringify(text).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<note xmlns="${namespace}">${ascii.replace(/[&<>]/g, (character) => escapes[character] ?? '')}</note>`;
};

/** The text of a note, also when another program has written the XML anew; `undefined` when it is none. */
export const noteFromXml = (xml: string): string | undefined => {
  const [, body] = /<(?:[\w.-]+:)?note\b[^>]*>([^<]*)</.exec(xml) ?? [];
  if (body === undefined) return undefined;
  const json = body
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
};
