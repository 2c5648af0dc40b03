import { fault, type InstrumentFault } from './instrument-fault.ts';
import { fixedRows, type Instrument, type Predecessor } from './instrument.ts';
import { repeatedTexts } from './repeated-texts.ts';

type Moves = Readonly<Record<string, string | null>>;

/** Faults in what is said to have moved since the version before: it must lead to what this version has. */
export const faultsInPredecessor = (instrument: Instrument): InstrumentFault[] => {
  const { predecessor, version, rows, once = [], fields } = instrument;
  if (predecessor === undefined) return [];
  const keys = fixedRows(instrument).map(({ key }) => key);
  const ids = [...once, ...fields].map(({ id }) => id);
  return [
    ...(predecessor.version < version
      ? []
      : [fault('/predecessor/version', 'version-not-before', String(predecessor.version))]),
    ...(rows.kind === 'open' && predecessor.rows ? [fault('/predecessor/rows', 'rows-unfit', rows.kind)] : []),
    ...(rows.kind === 'fixed' ? faultsInMoves(predecessor.rows ?? {}, keys, 'unknown-row', '/predecessor/rows') : []),
    ...faultsInMoves(predecessor.fields ?? {}, ids, 'unknown-field', '/predecessor/fields'),
    ...faultsInChoiceMoves(predecessor, instrument),
  ];
};

/** Two that would move to one place: of every row only one of their answers could. */
const faultsInMoves = (
  moves: Moves,
  known: readonly string[],
  code: 'unknown-row' | 'unknown-field',
  path: string,
): InstrumentFault[] => {
  const leading = Object.entries(moves).flatMap(([from, to]) =>
    to === null ? [] : [[`${path}/${from}`, to] as const],
  );
  return [
    ...repeatedTexts(leading),
    ...leading.flatMap(([here, to]) => (known.includes(to) ? [] : [fault(here, code, to)])),
  ];
};

/** Two choices may become one: all of their answers are then that choice. */
const faultsInChoiceMoves = ({ fields: renamed = {}, choices = {} }: Predecessor, instrument: Instrument) =>
  Object.entries(choices).flatMap(([old, moves]): InstrumentFault[] => {
    const path = `/predecessor/choices/${old}`;
    const id = renamed[old] === undefined ? old : renamed[old];
    const field = [...(instrument.once ?? []), ...instrument.fields].find((known) => known.id === id);
    if (field === undefined) return [fault(path, 'unknown-field', old)];
    const codes = new Set((field.choices ?? []).map(({ code }) => code));
    return Object.entries(moves).flatMap(([from, to]) =>
      to === null || codes.has(to) ? [] : [fault(`${path}/${from}`, 'unknown-choice', to)],
    );
  });
