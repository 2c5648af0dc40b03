import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FiguresAnswer } from '#wire/figures.ts';
import type { FigurePlace } from '../../../../api/programme-api.ts';
import { valueOfFigure } from '../../../messages/figure-words.ts';

const useStyles = makeStyles({
  // The table is wider than the pane where it must be: it scrolls in its own box, its first column staying in sight.
  box: { overflowX: 'auto', minWidth: 0 },
  table: { borderCollapse: 'collapse', overflowWrap: 'normal' },
  heading: {
    padding: '4px 8px',
    verticalAlign: 'bottom',
    textAlign: 'right',
    minWidth: '48px',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  first: {
    position: 'sticky',
    left: 0,
    padding: '4px 8px 4px 0',
    minWidth: '88px',
    maxWidth: '132px',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  corner: { verticalAlign: 'bottom', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  cell: { padding: 0 },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { padding: '4px 8px', fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  pressed: {
    width: '100%',
    minHeight: '32px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationLine: 'underline' },
    // With forced colours nothing else tells that it can be pressed.
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

type Table = FiguresAnswer['tables'][number];

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * A table of figures, each number a button. One of them is in the tab order; arrow keys, Home and End go to the others. Where
 * there is nothing to open, a table to be read, whose box is in the tab order, since it may scroll.
 */
export const FigureGrid = (props: {
  table: Table;
  onOpen: ((place: FigurePlace) => void) | undefined;
}): ReactNode => {
  const styles = useStyles();
  const { onOpen } = props;
  const { measure, title, corner, columns, lines } = props.table;
  const [at, setAt] = useState<readonly [line: number, column: number]>([0, 0]);
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    // With another key held they are the browser's: Alt and the left arrow go back.
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [line, column] = [within(at[0] + step[0], lines.length), within(at[1] + step[1], columns.length)];
    body.current?.rows[line]?.querySelectorAll('button')[column]?.focus();
  };
  return (
    <div className={styles.box} {...(onOpen ? {} : { role: 'region', 'aria-label': title, tabIndex: 0 })}>
      <table aria-label={title} className={styles.table} {...(onOpen ? { role: 'grid', onKeyDown } : {})}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.first, styles.corner)}>
              {corner}
            </th>
            {columns.map(({ column, label }) => (
              <th key={column} scope="col" className={styles.heading}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map(({ line, label, values }, down) => (
            <tr key={line} className={styles.line}>
              <th scope="row" className={styles.first}>
                {label}
              </th>
              {columns.map(({ column, unit }, right) => (
                <td key={column} className={styles.cell}>
                  {onOpen ? (
                    <button
                      type="button"
                      className={mergeClasses(styles.number, styles.pressed)}
                      tabIndex={at[0] === down && at[1] === right ? 0 : -1}
                      onFocus={() => setAt([down, right])}
                      onClick={() => onOpen({ measure, line, column })}
                    >
                      {valueOfFigure(unit, values[right])}
                    </button>
                  ) : (
                    <div className={styles.number}>{valueOfFigure(unit, values[right])}</div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const within = (place: number, many: number): number => Math.max(0, Math.min(many - 1, place));
