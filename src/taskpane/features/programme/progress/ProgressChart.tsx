import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProgressAnswer } from '#wire/progress.ts';
import { More } from '../../../components/More.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { count, figure } from '#core/words/count-words.ts';
import { chartBars, chartWords } from '../../../messages/progress-words.ts';

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '6px',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  // The border keeps the bar in sight where the system paints its own colours.
  bar: { height: '14px', boxSizing: 'border-box', border: '1px solid transparent', borderRadius: '2px' },
  'not-started': { backgroundColor: tokens.colorNeutralStroke1 },
  'in-progress': { backgroundColor: tokens.colorNeutralForeground3 },
  submitted: { backgroundColor: tokens.colorBrandBackground },
  questioned: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  accepted: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  reopened: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  withdrawn: { backgroundColor: tokens.colorNeutralForegroundDisabled },
  table: { borderCollapse: 'collapse', '& th, & td': { textAlign: 'left', padding: '2px 12px 2px 0' } },
});

/** How many returns are how far, or were on a day in the past, as bars; the same numbers as a table below. */
export const ProgressChart = (props: { counts: ProgressAnswer['counts']; past: boolean }): ReactNode => {
  const styles = useStyles();
  const { counts, past } = props;
  const bars = chartBars(counts);
  const most = Math.max(1, ...bars.map(({ number }) => number));
  return (
    <Panel title={`How far everybody ${past ? 'was' : 'is'}`}>
      <Plain>{`${count(counts.counting, 'return')} of ${figure(counts.enlisted)} ${past ? 'counted' : counts.counting === 1 ? 'counts' : 'count'} in the results.`}</Plain>
      <div role="img" aria-label={chartWords(counts)} className={styles.chart}>
        {bars.map(({ state, label, number }) => (
          <div key={state} style={{ display: 'contents' }}>
            <span>{label}</span>
            <div
              className={mergeClasses(styles.bar, styles[state])}
              style={{
                width: `${Math.max(1, (100 * number) / most)}%`,
                visibility: number === 0 ? 'hidden' : 'visible',
              }}
            />
            <span className={styles.number}>{figure(number)}</span>
          </div>
        ))}
      </div>
      <More summary="The chart as a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">How far</th>
              <th scope="col">Returns</th>
              <th scope="col">Of all</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ state, label, number }) => (
              <tr key={state}>
                <th scope="row">{label}</th>
                <td>{figure(number)}</td>
                <td>{`${Math.round((100 * number) / Math.max(1, counts.enlisted))} %`}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Enlisted</th>
              <td>{figure(counts.enlisted)}</td>
              <td>{counts.enlisted === 0 ? '0 %' : '100 %'}</td>
            </tr>
          </tbody>
        </table>
      </More>
    </Panel>
  );
};
