import { isSetSupported, type Profile } from '../protocol/profiles.ts';

/** What the pane reads of `Office` outside the Excel client, supplied by the stand-in. */
export interface OfficeWorld {
  readonly profile: Profile;
  readonly theme: 'light' | 'dark';
  /** A ribbon button's function name with the handler that the pane associates with it. */
  onAssociated?(actionId: string, handler: RibbonHandler): void;
}

export type RibbonHandler = (event: { completed(): void }) => void;

const themes = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#262626',
    controlBackgroundColor: '#F0F0F0',
    controlForegroundColor: '#262626',
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#333333',
    controlForegroundColor: '#FFFFFF',
    isDarkTheme: true,
  },
};

/** The client's globals that the Office shell fills in. */
export interface OfficeObjects {
  readonly Office: object;
  readonly OSF: { _OfficeAppFactory?: object };
}

/**
 * Fills the client's own `Office` object with what the Office shell gives in real Excel: `onReady`, `context`,
 * `actions.associate` and a minimal `addin`. Whatever else the shell offers stays away, so that using it fails.
 */
export function supplyOffice({ Office: office, OSF: shell }: OfficeObjects, world: OfficeWorld): void {
  const info = { host: 'Excel', platform: world.profile.platform };
  const startup = { behavior: 'None' };
  const context = {
    ...info,
    diagnostics: { ...info, version: '16.0.18000.20000' },
    displayLanguage: 'en-GB',
    contentLanguage: 'en-GB',
    officeTheme: themes[world.theme],
    requirements: {
      isSetSupported: (name: string, version?: string | number) => isSetSupported(world.profile, name, version),
    },
  };
  // `Office.context` is the client's own property and asks the shell.
  shell._OfficeAppFactory = { getContext: () => context, getHostInfo: () => ({ hostType: 'excel' }) };
  Object.assign(office, {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline' },
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) => {
        callback?.(ready);
        return ready;
      }),
    actions: { associate: (id: string, handler: RibbonHandler) => world.onAssociated?.(id, handler) },
    addin: {
      setStartupBehavior: async (behavior: string) => void (startup.behavior = behavior),
      getStartupBehavior: async () => startup.behavior,
      showAsTaskpane: async () => undefined,
      hide: async () => undefined,
      onVisibilityModeChanged: async () => async () => undefined,
    },
  });
}
