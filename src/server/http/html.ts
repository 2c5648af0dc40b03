/** A piece of HTML that is safe to send: made by `html`, or of nothing but what `html` made. */
export interface Html {
  readonly html: string;
}

/** What may stand in a piece: text is escaped, lists are joined, nothing is nothing. */
export type Part = string | number | Html | undefined | readonly Part[];

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const shown = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(shown).join('');
};

/** A piece of HTML as it is written, with what stands in it escaped: nothing that a person typed can become markup. */
export const html = (written: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: written.map((piece, at) => piece + shown(parts[at])).join(''),
});
