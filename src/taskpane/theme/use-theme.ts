import { useEffect, useState } from 'react';
import type { Theme } from '@fluentui/react-components';
import { hostIsDark } from './host-theme.ts';
import { darkTheme, lightTheme } from './themes.ts';

/**
 * The theme that fits the host now; looked at again when the pane gets the focus or the system changes. What the browser
 * draws itself, scroll bars and the calendar of a date, is told the same.
 */
export const useTheme = (): Theme => {
  const [dark, setDark] = useState(hostIsDark);
  useEffect(() => {
    const look = (): void => setDark(hostIsDark());
    const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    system?.addEventListener('change', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      system?.removeEventListener('change', look);
    };
  }, []);
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  return dark ? darkTheme : lightTheme;
};
