import { html, type Html } from '../html.ts';

/** An element, `h2` or with attributes `h2 id=rounds`, around text and other elements. */
export const element = (start: string, ...inside: readonly (Html | string)[]): Html => {
  const [tag = '', ...attributes] = start.split(' ');
  const told = attributes.map((one) => {
    const [name = '', ...value] = one.split('=');
    return ` ${name}="${html`${value.join('=')}`.html}"`;
  });
  return { html: `<${tag}${told.join('')}>${html`${inside}`.html}</${tag}>` };
};

/** Text in which `backticks` mark what a program reads, as markup. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, nth) => (nth % 2 === 0 ? part : element('code', part)))}`;
