/** @jest-environment jsdom */
import { hostIsDark } from '#taskpane/theme/host-theme.ts';

const world = globalThis as { Office?: unknown; matchMedia?: unknown };
const system = (dark: boolean): void => void (world.matchMedia = () => ({ matches: dark }));
const host = (officeTheme: unknown): void => void (world.Office = { context: { officeTheme } });
afterEach(() => {
  delete world.Office;
  delete world.matchMedia;
});

describe('whether the pane is dark', () => {
  test('is what Excel says, whatever the system prefers', () => {
    system(true);
    host({ isDarkTheme: false });
    expect(hostIsDark()).toBe(false);
    host({ isDarkTheme: true });
    expect(hostIsDark()).toBe(true);
  });

  test('is told from the background where Excel only gives colours', () => {
    host({ bodyBackgroundColor: '#262626' });
    expect(hostIsDark()).toBe(true);
    host({ bodyBackgroundColor: '#FFFFFF' });
    expect(hostIsDark()).toBe(false);
  });

  test('is what the system prefers where Excel says nothing', () => {
    system(true);
    host(undefined);
    expect(hostIsDark()).toBe(true);
    system(false);
    expect(hostIsDark()).toBe(false);
  });
});
