/** Markup that was made here; everything else is text and becomes markup only by `inWords`. */
export interface Html {
  readonly html: string;
}

/** Text as markup that shows it. */
export const inWords = (text: string): Html => ({
  html: text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
});

/** An element, `h2` or with attributes `h2 id=rounds`, around text and other elements. */
export const element = (start: string, ...inside: readonly (Html | string)[]): Html => {
  const [tag = '', ...attributes] = start.split(' ');
  const told = attributes.map((one) => {
    const [name = '', ...value] = one.split('=');
    return ` ${name}="${inWords(value.join('=')).html}"`;
  });
  const content = inside.map((one) => (typeof one === 'string' ? inWords(one) : one).html).join('');
  return { html: `<${tag}${told.join('')}>${content}</${tag}>` };
};

/** Text in which `backticks` mark what a program reads, as markup. */
export const prose = (text: string): Html => ({
  html: text
    .split('`')
    .map((part, nth) => (nth % 2 === 0 ? inWords(part) : element('code', part)).html)
    .join(''),
});
