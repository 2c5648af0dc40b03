import type { Area } from '#core/cell.ts';
import type { ModelValidation } from '../../engine/model.ts';
import { sameArea } from '../address.ts';
import { invalidArgument } from '../errors.ts';
import { requireBoolean, requireBounded, requireOneOf, requirePermitted, requireText } from '../guards.ts';
import type { Property } from '../member.ts';
import type { Work } from '../work.ts';
import { ruleFrom, ruleTo } from './validation-rule.ts';

interface OnArea {
  readonly sheet: string;
  readonly area: Area;
}

const none: ModelValidation = { type: 'none', ignoreBlanks: true };

/** Help texts without a rule are kept as a rule that is always met: the engine keeps none for type `none`. */
const alwaysMet = '=TRUE()';

const toEngine = (validation: ModelValidation): ModelValidation =>
  validation.type === 'none' ? { ...validation, type: 'custom', formula1: alwaysMet } : validation;

function fromEngine(validation: ModelValidation): ModelValidation {
  if (validation.type !== 'custom' || validation.formula1 !== alwaysMet) return validation;
  const { formula1: _always, ...rest } = validation;
  return { ...rest, type: 'none' };
}

/** The validations that meet an area, each with its part. */
export const validationsIn = (work: Work, sheet: string, area: Area) =>
  work.model.looks
    .validations(sheet, area)
    .map((part) => ({ area: part.area, validation: fromEngine(part.validation) }));

/** The one validation of all cells of an area; `null` when they differ. */
export function validationOf({ sheet, area }: OnArea, work: Work): ModelValidation | null {
  const parts = validationsIn(work, sheet, area);
  const covered = parts.reduce((sum, { area: part }) => sum + overlap(part, area), 0);
  const kinds = new Set(parts.map(({ validation }) => JSON.stringify(validation)));
  if (covered < area.rows * area.columns) return parts.length === 0 ? none : null;
  return kinds.size === 1 ? (parts[0]?.validation ?? none) : null;
}

function overlap(part: Area, area: Area): number {
  const rows = Math.min(part.row + part.rows, area.row + area.rows) - Math.max(part.row, area.row);
  const columns =
    Math.min(part.column + part.columns, area.column + area.columns) - Math.max(part.column, area.column);
  return Math.max(0, rows) * Math.max(0, columns);
}

/** Rule 35: over a block whose cells differ nothing can be set before `clear()`. */
function change({ sheet, area }: OnArea, work: Work, part: (before: ModelValidation) => ModelValidation): void {
  requireBounded(area);
  const before = validationOf({ sheet, area }, work);
  if (!before) throw invalidArgument();
  const after = part(before);
  requirePermitted(work, sheet);
  work.changing();
  const [standing] = work.model.looks.validations(sheet, area);
  if (standing && !sameArea(standing.area, area)) work.model.looks.clearValidation(sheet, area);
  work.model.looks.setValidation(sheet, area, toEngine(after));
}

export function clearValidation({ sheet, area }: OnArea, _args: readonly unknown[], work: Work): void {
  requirePermitted(work, sheet);
  work.changing();
  work.model.looks.clearValidation(sheet, area);
}

const typeNames = {
  none: 'None',
  list: 'List',
  custom: 'Custom',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  date: 'Date',
} as const;

export const type: Property<OnArea> = {
  get(object, work) {
    const validation = validationOf(object, work);
    return validation ? typeNames[validation.type] : 'MixedCriteria';
  },
};

export const rule: Property<OnArea> = {
  get(object, work) {
    const validation = validationOf(object, work);
    return validation && ruleFrom(validation);
  },
  set(object, value, work) {
    const wanted = ruleTo(value, work);
    change(object, work, ({ ignoreBlanks, alert, prompt }) => ({
      ...wanted,
      ignoreBlanks,
      ...(alert && { alert }),
      ...(prompt && { prompt }),
    }));
  },
};

export const ignoreBlanks: Property<OnArea> = {
  get: (object, work) => validationOf(object, work)?.ignoreBlanks ?? null,
  set: (object, value, work) =>
    change(object, work, (before) => ({ ...before, ignoreBlanks: requireBoolean(value) })),
};

const styles = ['Stop', 'Warning', 'Information'] as const;

export const errorAlert: Property<OnArea> = {
  get(object, work) {
    const alert = validationOf(object, work)?.alert;
    if (!alert) return { showAlert: true, style: 'Stop', title: '', message: '' };
    return { showAlert: alert.show, style: alert.style, title: alert.title, message: alert.message };
  },
  set(object, value, work) {
    const { showAlert, style, title, message } = (value ?? {}) as Record<string, unknown>;
    const alert = {
      show: requireBoolean(showAlert ?? true),
      style: requireOneOf(style ?? 'Stop', styles),
      title: shortText(title ?? '', 32),
      message: shortText(message ?? '', 225),
    };
    change(object, work, (before) => ({ ...before, alert }));
  },
};

export const prompt: Property<OnArea> = {
  get(object, work) {
    const shown = validationOf(object, work)?.prompt;
    return { showPrompt: shown?.show ?? true, title: shown?.title ?? '', message: shown?.message ?? '' };
  },
  set(object, value, work) {
    const { showPrompt, title, message } = (value ?? {}) as Record<string, unknown>;
    const shown = {
      show: requireBoolean(showPrompt ?? true),
      title: shortText(title ?? '', 32),
      message: shortText(message ?? '', 255),
    };
    change(object, work, (before) => ({ ...before, prompt: shown }));
  },
};

function shortText(value: unknown, length: number): string {
  const text = requireText(value);
  if (text.length > length) throw invalidArgument();
  return text;
}
