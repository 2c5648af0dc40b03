/**
 * Whether the host paints itself dark: Excel's own word where it gives one, else the system's. Excel tells no pane when
 * the theme changes, so the caller asks again when the pane gets the focus.
 */
export const hostIsDark = (): boolean => {
  const context = typeof Office === 'undefined' ? undefined : (Office.context as Office.Context | undefined);
  const theme = context?.officeTheme as (Office.OfficeTheme & { isDarkTheme?: boolean }) | undefined;
  if (typeof theme?.isDarkTheme === 'boolean') return theme.isDarkTheme;
  return brightness(theme?.bodyBackgroundColor) ?? prefersDark();
};

/** Older hosts give colours only: `#262626` is dark. `undefined` when there is no colour to go by. */
const brightness = (colour: string | undefined): boolean | undefined => {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!match) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

const prefersDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
