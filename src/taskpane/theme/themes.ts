import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** The product's teal, from its icon (80). White on 80 has a contrast of 6.0; 110 on the dark ground 5.6. */
const brand: BrandVariants = {
  10: '#081617',
  20: '#0b2223',
  30: '#0e2d2e',
  40: '#113a3b',
  50: '#104748',
  60: '#105456',
  70: '#046062',
  80: '#0b6e70',
  90: '#228a8c',
  100: '#45a2a4',
  110: '#63adae',
  120: '#79b8b9',
  130: '#96c7c7',
  140: '#b4d6d6',
  150: '#cfe3e3',
  160: '#ebf2f2',
};

export const lightTheme: Theme = createLightTheme(brand);

const dark = createDarkTheme(brand);
export const darkTheme: Theme = {
  ...dark,
  // Fluent takes 100 and 110 for text on dark, which is too close to the ground for small text in this hue.
  colorBrandForeground1: brand[120],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[110],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandForeground1Hover: brand[130],
};
