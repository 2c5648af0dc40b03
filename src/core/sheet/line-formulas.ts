import type { Condition, Rule } from '../instrument/instrument.ts';
import { conditionFormula, holds } from '../rules/condition.ts';
import { allOf, anyOf, isBlankText, isFilledText } from '../rules/check-terms.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import { normalTextFormula, placeFormula } from '../rules/verdict-formula.ts';
import { fixedArea, onSheet } from './a1.ts';
import { downLines, type CheckFormula } from './check-formula.ts';
import type { PlanContext } from './plan-context.ts';
import { isProvisional } from './row-numbers.ts';

/**
 * What each line of the entry sheet is: its key, which row of the instrument it stands for, whether it is started.
 * `keys` are the cells of the key column.
 */
export const lineFormulas = (context: PlanContext, keys: string): readonly CheckFormula[] => {
  const { instrument, check, inHand } = context;
  const { lines } = inHand;
  const open = instrument.rows.kind === 'open';
  const [key, number] = [fixedArea(check.key), fixedArea(check.keyNumber)];
  const shown = ({ key }: RowInHand) => (isProvisional(key) ? '' : key);
  const placeOf = ({ key }: RowInHand) => Math.max(0, check.terms.placeOfRow(key));
  // Of two lines with one key the first keeps it; the other one stands for no row.
  const first = `(IFERROR(MATCH(${number},${number},0),0)=${check.terms.line})`;
  const filled = instrument.fields.map(({ id }) => isFilledText(check.terms.text(id)));
  return [
    {
      area: check.key,
      title: 'key',
      formula: normalTextFormula(keys),
      result: downLines(check.key, lines, shown, ''),
    },
    open
      ? {
          area: check.keyNumber,
          title: 'number of key',
          formula: rowNumberFormula(key),
          result: downLines(check.keyNumber, lines, (line) => Number(shown(line))),
        }
      : {
          area: check.keyNumber,
          title: 'place of key',
          formula: fixedKeysFormula(context, key),
          result: downLines(check.keyNumber, lines, placeOf),
        },
    {
      area: check.rowPlace,
      title: 'place of row',
      formula: open ? `=IF(${isBlankText(key)}+(${number}>0)*${first}>0,1,0)` : `=${number}*${first}`,
      result: downLines(check.rowPlace, lines, open ? () => 1 : placeOf, open ? 1 : 0),
    },
    {
      area: check.started,
      title: 'started',
      formula: `=(${check.terms.rowPlace}>0)*${anyOf(filled)}`,
      result: downLines(check.started, lines, ({ started }) => (started ? 1 : 0)),
    },
  ];
};

/** Elementwise what `rowNumber` reads: digits only, at most six, not nought; 0 for anything else. */
const rowNumberFormula = (key: string): string => {
  const value = `VALUE(${key})`;
  const legal = `(LEN(${key})<7)*(${value}>0)*(RIGHT("000000"&INT(${value}),LEN(${key}))=${key})`;
  return `=IFERROR(IF(${legal}>0,${value},0),0)`;
};

const fixedKeysFormula = ({ lists, names }: PlanContext, key: string): string => {
  const { rowKeys } = lists;
  if (rowKeys === undefined) throw new Error('Fixed rows have their keys on the lists sheet');
  const on = onSheet(names.lists);
  return placeFormula(key, on + fixedArea(rowKeys.textArea), on + fixedArea(rowKeys.placeArea));
};

/** Whether anything of the return is filled: one cell. */
export const anythingFormula = ({ instrument, check, inHand }: PlanContext): CheckFormula => {
  const once = (instrument.once ?? []).map(({ id }) => isFilledText(check.terms.text(id)));
  return {
    area: check.anything,
    title: 'anything',
    formula: `=IF(${anyOf([`SUM(${check.terms.started})>0`, ...once])},1,0)`,
    result: [[inHand.anything ? 1 : 0]],
  };
};

/** The derived fields: 1 yes, 2 no, 0 nothing; nothing in a line that is not started. */
export const derivedFormulas = ({ instrument, check, inHand }: PlanContext): readonly CheckFormula[] =>
  (instrument.derived ?? []).flatMap(({ id, base, yes }) => {
    const area = check.derived.get(id);
    if (area === undefined) return [];
    const asked: Condition = { all: [{ row: 'started' }, base] };
    const value = (line: RowInHand) => (holds(asked, line) ? (holds(yes, line) ? 1 : 2) : 0);
    return [
      {
        area,
        title: id,
        formula: `=IF(${conditionFormula(asked, check.terms)},IF(${conditionFormula(yes, check.terms)},1,2),0)`,
        result: downLines(area, inHand.lines, value),
      },
    ];
  });

/** Where cells must stay blank, so that the entry sheet can show it; in lines that are started. */
export const notApplicableFormulas = ({ instrument, check, inHand }: PlanContext): readonly CheckFormula[] =>
  [...check.notApplicable].map(([id, area]) => {
    const once = (instrument.once ?? []).some((field) => field.id === id);
    const when = instrument.rules
      .filter((rule): rule is Extract<Rule, { kind: 'not-applicable' }> => rule.kind === 'not-applicable')
      .filter(({ field }) => field === id)
      .map((rule) => rule.when);
    const bites = once ? `${check.terms.anything}>0` : `${check.terms.started}>0`;
    const any: Condition = { any: when };
    const value = (line: RowInHand) => ((once ? inHand.anything : line.started) && holds(any, line) ? 1 : 0);
    return {
      area,
      title: `${id} not applicable`,
      formula: `=${allOf([bites, conditionFormula(any, check.terms)])}*1`,
      result: downLines(area, once ? [inHand.once] : inHand.lines, value),
    };
  });
