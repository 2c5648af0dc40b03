/** What differs between the Excels that the stand-in can be. Data only; another Excel is another entry. */
export interface Profile {
  readonly id: ProfileId;
  /** File of `@microsoft/office-js/dist` that this Excel loads. */
  readonly clientFile: string;
  /** Requirement sets with the highest version supported; a set that is not listed is not supported. */
  readonly sets: Readonly<Record<string, string>>;
  readonly platform: 'OfficeOnline' | 'PC';
  /** Bytes of a request and of an answer; `undefined` for no limit. */
  readonly payloadLimit: number | undefined;
  /** `unprotect()` on an unprotected sheet: refused since June 2026, else nothing happens. */
  readonly unprotectNeedsProtection: boolean;
  /** Whether every write through the API clears the person's undo stack. */
  readonly writesClearUndo: boolean;
}

export type ProfileId = 'web' | 'ltsc2021';

const megabyte = 1024 * 1024;

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  web: {
    id: 'web',
    clientFile: 'excel-web-16.00.js',
    sets: {
      ExcelApi: '1.21',
      ExcelApiOnline: '1.1',
      SharedRuntime: '1.2',
      RibbonApi: '1.3',
      KeyboardShortcuts: '1.1',
      DialogApi: '1.2',
      DelayForCellEdit: '1.1',
    },
    platform: 'OfficeOnline',
    payloadLimit: 5 * megabyte,
    unprotectNeedsProtection: true,
    writesClearUndo: false,
  },
  ltsc2021: {
    id: 'ltsc2021',
    clientFile: 'excel-win32-16.01.js',
    sets: {
      ExcelApi: '1.14',
      SharedRuntime: '1.1',
      RibbonApi: '1.1',
      DialogApi: '1.2',
      DelayForCellEdit: '1.1',
    },
    platform: 'PC',
    payloadLimit: undefined,
    unprotectNeedsProtection: false,
    writesClearUndo: true,
  },
};

/**
 * `Office.context.requirements.isSetSupported`. The version is text (`"1.10"`): real Excel reads a number 1.10 as 1.1,
 * and so does this. Without a version any version will do.
 */
export function isSetSupported(profile: Profile, name: string, version?: string | number): boolean {
  const supported = profile.sets[name];
  if (supported === undefined) return false;
  return version === undefined || !isNewer(String(version), supported);
}

/** Whether version `a` is newer than `b`, part by part: 1.10 is newer than 1.9. */
export function isNewer(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA === majorB ? minorA > minorB : majorA > majorB;
}
