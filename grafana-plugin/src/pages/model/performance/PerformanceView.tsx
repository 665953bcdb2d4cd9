import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { durationSeconds } from '../../values/duration-seconds.ts';
import { formatDifference, formatNumber } from '../../values/format-number.ts';
import { isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { PERFORMANCE_MEASURES } from '../../values/measures.ts';
import { levelOf, worstOf } from '../../values/status.ts';
import { INTERVAL, OBSERVATIONS, valueColumn, VERSION } from '../measure-columns.tsx';
import { PanelRow } from '../PanelRow.tsx';
import { ViewFrame } from '../ViewFrame.tsx';

const HOW_TO_SEND = `monitor.record({ id, features, prediction });
// later, when the truth is known:
monitor.recordOutcome({ id, actual });`;

/** How right a model is, by version and over time. */
export function PerformanceView({ data: { main }, panels, onRetry, window, model }: ViewProps) {
  const styles = useStyles2(getStyles);
  const all = measureRows((main?.series ?? []).filter(isTable));
  const drops = all.filter(({ measure }) => measure === 'accuracy-drop');
  const rows = all.filter(({ measure }) => measure in PERFORMANCE_MEASURES);
  const hasLabels = rows.some(({ value, observations }) => !Number.isNaN(value) || observations > 0);
  const isRegression = rows.some(({ measure, value }) => measure === 'mean-absolute-error' && !Number.isNaN(value));
  const worst = worstOf(drops, 'no labels yet');
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={hasLabels ? (drops.length === 0 ? 'noted' : worst.level) : 'unknown'}
      sentence={hasLabels ? sentenceOf(drops, rows) : 'No labels yet: how right the predictions are is not known.'}
    >
      {hasLabels ? (
        <>
          <DataTable
            label="Performance"
            file={`${model}-performance`}
            columns={columnsOf(drops, all, window)}
            rows={rows}
            keyOf={({ measure, version }) => `${measure} ${version}`}
            empty="No labels have arrived in the window."
          />
          <PanelRow
            panels={isRegression ? [panels['error']] : [panels['confusion'], panels['accuracy'], panels['drop']]}
          />
        </>
      ) : (
        <section className={styles.hint} aria-label="How to send labels">
          <p className={styles.text}>Send the actual value of each prediction when it is known, under the same id:</p>
          <pre className={styles.code}>{HOW_TO_SEND}</pre>
          <p className={styles.text}>
            Labels that come days later, from another process or as a nightly file work as well: see “Outcomes” in the
            documentation of @driftline/otel.
          </p>
        </section>
      )}
    </ViewFrame>
  );
}

function sentenceOf(drops: readonly MeasureRow[], rows: readonly MeasureRow[]): string {
  const bad = drops.filter((row) => levelOf(row) === 'critical').sort((a, b) => b.value - a.value);
  const [worst] = bad;
  if (worst !== undefined) {
    const { version, value, unit, critical, criticalValue } = worst;
    return `The accuracy of ${version} is ${points(value, unit)} below its baseline (limit ${points(critical, unit)}, noise ${points(criticalValue, unit)}).`;
  }
  if (drops.some(({ value }) => !Number.isNaN(value))) return 'The accuracy is within its limit of the baseline.';
  const [first] = rows;
  return first === undefined
    ? ''
    : 'There is no baseline to compare with: the profile names no performance of the training data.';
}

const points = (value: number, unit?: string): string => formatDifference(value, unit).replace(/^\+/, '');

/** The baseline is what the accuracy would be without its drop. */
function columnsOf(drops: readonly MeasureRow[], all: readonly MeasureRow[], window: string): Column<MeasureRow>[] {
  const baseline = ({ measure, version, value }: MeasureRow): number => {
    const drop = drops.find((row) => row.version === version);
    return measure === 'accuracy' && drop !== undefined ? value + drop.value : NaN;
  };
  const labeled = ({ version, observations }: MeasureRow): number => {
    const rate = all.find((row) => row.measure === 'throughput' && row.version === version)?.value ?? NaN;
    const share = observations / (rate * durationSeconds(window));
    return Number.isFinite(share) ? share : NaN;
  };
  return [
    {
      id: 'measure',
      title: 'Measure',
      value: ({ measure }) => PERFORMANCE_MEASURES[measure],
    },
    VERSION,
    valueColumn('Value'),
    INTERVAL,
    {
      id: 'baseline',
      title: 'Baseline',
      isNumber: true,
      value: baseline,
      cell: (row) => formatNumber(baseline(row), row.unit),
    },
    OBSERVATIONS,
    {
      id: 'labeled',
      title: 'Labels per prediction',
      isNumber: true,
      value: labeled,
      cell: (row) => formatNumber(labeled(row), 'percentunit'),
    },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  hint: css({
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  text: css({ margin: 0 }),
  code: css({ margin: theme.spacing(1, 0) }),
});
