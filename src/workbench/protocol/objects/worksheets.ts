import { forgetSheet } from '../attachments.ts';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors.ts';
import { requireBoolean, requireColour, requireOneOf, requireText, requireWhole } from '../guards.ts';
import type { HostObjectOf } from '../host-objects.ts';
import type { Property, Setting } from '../member.ts';
import type { Work } from '../work.ts';
import { onHiddenSheet, sheetNamed } from './range-shape.ts';

export type SheetObject = { readonly sheet: string };

export const worksheet = (sheet: string): HostObjectOf<'Worksheet'> => ({ type: 'Worksheet', sheet });

export const allSheets = (work: Work): readonly HostObjectOf<'Worksheet'>[] =>
  work.model.sheets.list().map(({ id }) => worksheet(id));

/** By id or by name, without regard to case. */
export function sheetByKey(key: unknown, work: Work): HostObjectOf<'Worksheet'> | null {
  const text = requireText(key);
  const id = work.model.sheets.list().find((sheet) => sheet.id === text)?.id ?? sheetNamed(work, text);
  return id === undefined ? null : worksheet(id);
}

/** `worksheets.add(name)`, at the end; without a name the next free `Sheet<n>` (rule 26). */
export function addSheet(args: readonly unknown[], work: Work): HostObjectOf<'Worksheet'> {
  const name = args[0] === undefined || args[0] === null ? freeName(work) : requireName(args[0]);
  if (sheetNamed(work, name) !== undefined) throw itemAlreadyExists();
  work.changing();
  return worksheet(work.model.sheets.add(name));
}

function freeName(work: Work): string {
  let number = work.model.sheets.list().length + 1;
  while (sheetNamed(work, `Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}

/** At most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, not the reserved `History`. */
function requireName(value: unknown): string {
  const name = requireText(value);
  const bad = name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || name.toLowerCase() === 'history';
  if (bad) throw invalidArgument();
  return name;
}

export const name: Property<SheetObject> = {
  get: ({ sheet }, work) => entry(work, sheet).name,
  set({ sheet }, value, work) {
    const wanted = requireName(value);
    const holder = sheetNamed(work, wanted);
    if (holder !== undefined && holder !== sheet) throw itemAlreadyExists();
    work.changing();
    work.model.sheets.rename(sheet, wanted);
  },
};

const visibilities = ['Visible', 'Hidden', 'VeryHidden'] as const;

export const visibility: Property<SheetObject> = {
  get({ sheet }, work) {
    if (!entry(work, sheet).hidden) return 'Visible';
    return work.kept.veryHidden[sheet] ? 'VeryHidden' : 'Hidden';
  },
  set({ sheet }, value, work) {
    const wanted = requireOneOf(value, visibilities);
    if (wanted !== 'Visible' && isLastVisible(work, sheet)) throw lastVisible();
    work.changing();
    const wasActive = work.model.sheets.active() === sheet;
    work.model.sheets.setHidden(sheet, wanted !== 'Visible');
    if (wanted === 'VeryHidden') work.kept.veryHidden[sheet] = true;
    else delete work.kept.veryHidden[sheet];
    if (wasActive && wanted !== 'Visible') tellActive(work);
  },
};

export const position: Property<SheetObject> = {
  get: ({ sheet }, work) => work.model.sheets.list().findIndex(({ id }) => id === sheet),
  set({ sheet }, value, work) {
    const place = requireWhole(value);
    if (place < 0 || place >= work.model.sheets.list().length) throw invalidArgument();
    work.changing();
    work.model.sheets.move(sheet, place);
  },
};

/** `''` where there is none, as Excel says it. */
export const tabColour: Property<SheetObject> = {
  get: ({ sheet }, work) => work.kept.tabColours[sheet] ?? '',
  set({ sheet }, value, work) {
    const colour = value === '' ? undefined : requireColour(value);
    work.changing();
    if (colour === undefined) delete work.kept.tabColours[sheet];
    else work.kept.tabColours[sheet] = colour;
  },
};

/** The client sets `showGridlines` under the name `Gridlines`; the engine does not say whether they show. */
export const gridLines: Setting<SheetObject> = {
  set({ sheet }, value, work) {
    const shown = requireBoolean(value);
    work.changing();
    work.model.looks.setGridLines(sheet, shown);
  },
};

export function activate({ sheet }: SheetObject, _args: readonly unknown[], work: Work): void {
  if (entry(work, sheet).hidden) throw onHiddenSheet();
  if (work.model.sheets.active() === sheet) return;
  work.model.sheets.activate(sheet);
  work.happened({ kind: 'activated', sheet });
}

/** Rule 27: the last visible sheet stays, and a very hidden one is shown before it can go. */
export function removeSheet({ sheet }: SheetObject, _args: readonly unknown[], work: Work): void {
  if (isLastVisible(work, sheet)) throw lastVisible();
  if (work.kept.veryHidden[sheet]) throw invalidOperation('A very hidden sheet cannot be deleted.');
  work.changing();
  const wasActive = work.model.sheets.active() === sheet;
  work.model.sheets.remove(sheet);
  forgetSheet(work.model, sheet);
  if (wasActive) tellActive(work);
}

const tellActive = (work: Work): void => work.happened({ kind: 'activated', sheet: work.model.sheets.active() });
const lastVisible = () => invalidOperation('A workbook must contain at least one visible worksheet.');

function isLastVisible(work: Work, sheet: string): boolean {
  const visible = work.model.sheets.list().filter(({ hidden }) => !hidden);
  return visible.length === 1 && visible[0]?.id === sheet;
}

function entry(work: Work, sheet: string) {
  const found = work.model.sheets.list().find(({ id }) => id === sheet);
  if (!found) throw itemNotFound();
  return found;
}
