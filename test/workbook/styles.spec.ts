import { cellStyles, highlightStyles } from '#workbook/styles.ts';

/** WCAG 2.2: relative luminance and contrast. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test('the measure of contrast is right: black on white is 21', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
});

test.each(Object.entries(cellStyles))('text in the style %s has a contrast of 4.5 to 1', (_, { colour, fill }) => {
  expect(contrast(colour ?? '#000000', fill ?? '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.entries(highlightStyles))('text in the highlight %s has a contrast of 4.5 to 1', (_, look) => {
  expect(contrast(look.colour, look.fill)).toBeGreaterThanOrEqual(4.5);
});
