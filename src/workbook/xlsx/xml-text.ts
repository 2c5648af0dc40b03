const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML, between tags or in a quoted attribute. */
export const xmlText = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
