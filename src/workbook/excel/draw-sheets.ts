import { failed, ok, type Result } from '#core/result.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import type { PlacedPlan, WorkbookFailure } from '../workbook.ts';
import type { PreparedSheet } from './draw-content.ts';
import { isExcelError, toFailure } from './failures.ts';
import { filterOf } from './filters.ts';
import type { Batch } from './run.ts';
import { sheetList } from './survey.ts';

/** The sheets to draw on, and how to leave no half-drawn ones behind. */
export interface Preparation {
  readonly sheets: readonly PreparedSheet[];
  /** Whether another sheet stays in view when this one is hidden: Excel hides no last one. */
  readonly othersInView: boolean;
  /** Takes away the sheets that were added and protects again what was protected; as far as Excel lets us. */
  readonly undo: () => Promise<void>;
}

/**
 * Finds the sheets that stand and adds the others, all before any content, because formulas name other sheets. Two
 * syncs. Nothing is changed when a sheet is gone or filtered, a name is taken or a sheet is protected by somebody else.
 */
export const prepareSheets = async (
  batch: Batch,
  plans: readonly PlacedPlan[],
): Promise<Result<Preparation, WorkbookFailure>> => {
  const found = await batch((context) => {
    const list = sheetList(context);
    const standing = plans.map(({ plan, at }) => (at === undefined ? undefined : loadStanding(context, plan, at)));
    return () => ({ all: list(), standing: standing.map((read) => read?.()) });
  });
  const fault = faultOf(plans, found.all, found.standing);
  if (fault) return failed(fault);

  const toUnprotect = found.standing.flatMap((state) => (state?.protected ? [state.id] : []));
  const toAdd = plans.filter(({ at }) => at === undefined).map(({ plan }) => plan.name);
  const added = await addSheets(batch, toUnprotect, toAdd).catch((error: unknown) => {
    if (isExcelError(error)) return toFailure(error);
    throw error;
  });
  if ('kind' in added) {
    const sheet = found.standing.find((state) => state?.protected)?.name;
    return failed(added.kind === 'protected' && sheet !== undefined ? { ...added, sheet } : added);
  }

  const newIds = [...added.ids];
  const sheets = plans.map(({ plan, at }, place) => {
    const used = found.standing[place]?.used;
    const id = at ?? newIds.shift();
    if (id === undefined) throw new Error('a sheet was added without an id');
    return { id, plan, standing: at !== undefined, ...(used ? { used } : {}) };
  });
  const drawnOver = new Set(plans.map(({ at }) => at));
  return ok({
    sheets,
    othersInView:
      found.all.some(({ id, visible }) => visible && !drawnOver.has(id)) ||
      plans.some(({ plan }) => plan.visibility === 'visible'),
    undo: () => undo(batch, added.ids, toUnprotect),
  });
};

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly filtered: boolean;
  readonly used?: PreparedSheet['used'];
}

const loadStanding = (context: Excel.RequestContext, plan: SheetPlan, id: string): (() => Standing | undefined) => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
  const protection = sheet.protection.load('protected');
  const filtered = filterOf(sheet);
  const isOursAlone = plan.regions.every(({ belongsTo }) => belongsTo === 'us');
  const range = isOursAlone ? sheet.getUsedRangeOrNullObject(true) : undefined;
  range?.load('rowIndex,columnIndex,rowCount,columnCount').untrack();
  return () => {
    if (sheet.isNullObject) return undefined;
    const state = { id, name: sheet.name, protected: protection.protected, filtered: filtered() };
    if (!range || range.isNullObject) return state;
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    return { ...state, used: { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount } };
  };
};

const faultOf = (
  plans: readonly PlacedPlan[],
  all: readonly { readonly name: string }[],
  standing: readonly (Standing | undefined)[],
): WorkbookFailure | undefined => {
  if (plans.some(({ at }, place) => at !== undefined && !standing[place])) return { kind: 'gone' };
  const filtered = standing.find((state) => state?.filtered);
  if (filtered) return { kind: 'filtered', sheet: filtered.name };
  // A protection that is not ours is not ours to lift.
  const foreign = plans.findIndex(({ plan }, place) => !plan.protection && standing[place]?.protected);
  if (foreign >= 0) return { kind: 'protected', sheet: standing[foreign]?.name ?? '' };
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  for (const { plan, at } of plans) {
    if (at !== undefined) continue;
    const name = plan.name.toLowerCase();
    // The maker of the plan chooses free names, because its formulas name the sheets.
    if (taken.has(name)) return { kind: 'unexpected', code: 'ItemAlreadyExists', where: 'WorksheetCollection.add' };
    taken.add(name);
  }
  return undefined;
};

const addSheets = (
  batch: Batch,
  toUnprotect: readonly string[],
  names: readonly string[],
): Promise<{ readonly ids: readonly string[] }> =>
  toUnprotect.length + names.length === 0
    ? Promise.resolve({ ids: [] })
    : batch((context) => {
        const { worksheets } = context.workbook;
        // First what may be refused, so that nothing is added when it is.
        for (const id of toUnprotect) worksheets.getItem(id).protection.unprotect();
        const sheets = names.map((name) => worksheets.add(name).load('id'));
        return () => ({ ids: sheets.map(({ id }) => id) });
      }, 'once');

/** Protected without a password, only so that codes are not typed over; the rest stays allowed. */
export const protect = (sheet: Excel.Worksheet): void => {
  sheet.protection.protect({
    allowFormatCells: true,
    allowFormatColumns: true,
    allowFormatRows: true,
    allowSort: true,
    allowAutoFilter: true,
  });
};

const undo = async (batch: Batch, added: readonly string[], unprotected: readonly string[]): Promise<void> => {
  try {
    const open = await batch((context) => {
      for (const id of added) context.workbook.worksheets.getItemOrNullObject(id).delete();
      const states = unprotected.map((id) => ({
        id,
        protection: context.workbook.worksheets.getItem(id).protection.load('protected'),
      }));
      return () => states.filter(({ protection }) => !protection.protected).map(({ id }) => id);
    });
    if (open.length === 0) return;
    await batch((context) => {
      for (const id of open) protect(context.workbook.worksheets.getItem(id));
      return () => undefined;
    }, 'once');
  } catch (error) {
    // The failure that led here is the one to tell; drawing again mends the rest.
    if (!isExcelError(error)) throw error;
  }
};
