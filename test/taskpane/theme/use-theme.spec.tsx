/** @jest-environment jsdom */
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useTheme } from '#taskpane/theme/use-theme.ts';
import { darkTheme, lightTheme } from '#taskpane/theme/themes.ts';

/** Excel's own word, as newer hosts give it. */
const excelIs = (isDarkTheme: boolean): void => {
  Object.assign(globalThis, { Office: { context: { officeTheme: { isDarkTheme } } } });
};
afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

let theme: unknown;
const Pane = (): ReactNode => {
  theme = useTheme();
  return null;
};

test('what the browser draws itself is as dark as the pane, and follows Excel when the pane gets the focus', () => {
  excelIs(true);
  render(<Pane />);
  expect([theme, document.documentElement.style.colorScheme]).toEqual([darkTheme, 'dark']);
  excelIs(false);
  act(() => {
    window.dispatchEvent(new Event('focus'));
  });
  expect([theme, document.documentElement.style.colorScheme]).toEqual([lightTheme, 'light']);
});
