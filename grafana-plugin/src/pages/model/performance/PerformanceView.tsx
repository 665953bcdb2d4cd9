import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { durationSeconds } from '../../values/duration-seconds.ts';
import { formatCount, formatDifference, formatNumber } from '../../values/format-number.ts';
import { framesOf, isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { PERFORMANCE_MEASURES, SCORE_MEASURES } from '../../values/measures.ts';
import { levelOf, whyUnknown, worstOf } from '../../values/status.ts';
import { INTERVAL, OBSERVATIONS, valueColumn, VERSION } from '../measure-columns.tsx';
import { PanelRow } from '../PanelRow.tsx';
import { SideBySide } from '../SideBySide.tsx';
import { TableTitle } from '../TableTitle.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { classRows, type ClassRow } from './class-rows.ts';
import { labelRows, type LabelRow } from './label-rows.ts';

const HOW_TO_SEND = `monitor.record({ id, features, prediction });
// later, when the truth is known:
monitor.recordOutcome({ id, actual });`;

/** How right a model is, by version and over time. */
export function PerformanceView({ data: { main }, panels, offered, onRetry, window, model }: ViewProps) {
  const styles = useStyles2(getStyles);
  const frames = main?.series ?? [];
  const all = measureRows(frames.filter(isTable));
  const drops = all.filter(({ measure }) => measure === 'accuracy-drop');
  const rows = all.filter(({ measure }) => measure in PERFORMANCE_MEASURES);
  const scores = all.filter(({ measure }) => measure in SCORE_MEASURES).map(asRead);
  const classes = classRows(framesOf(frames, 'confusion'));
  const labels = labelRows({
    measured: rows,
    throughput: all.filter(({ measure }) => measure === 'throughput'),
    median: measureRows(framesOf(frames, 'delay p50')),
    late: measureRows(framesOf(frames, 'delay p95')),
    windowSeconds: durationSeconds(window),
  });
  const hasLabels = rows.some(({ value, observations }) => !Number.isNaN(value) || observations > 0);
  const hasScores = scores.some(({ value }) => !Number.isNaN(value));
  const isRegression = rows.some(({ measure, value }) => measure === 'mean-absolute-error' && !Number.isNaN(value));
  const worst = worstOf(drops, 'no labels yet');
  const shown = [
    ...(isRegression ? ['error', 'bias', 'errors'] : ['confusion', 'accuracy', 'drop']),
    ...(hasScores ? ['ranking', 'calibration'] : []),
  ];
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      offered={hasLabels ? shown.map((name) => offered[name]) : []}
      level={hasLabels ? (drops.length === 0 ? 'noted' : worst.level) : 'unknown'}
      sentence={hasLabels ? sentenceOf(drops, rows) : 'No labels yet: how right the predictions are is not known.'}
    >
      {hasLabels ? (
        <>
          <SideBySide>
            <DataTable
              label="Performance"
              file={`${model}-performance`}
              columns={columnsOf(rows, drops)}
              rows={rows}
              keyOf={({ measure, version }) => `${measure} ${version}`}
              empty="No labels have arrived in the window."
              actions={<TableTitle>Performance</TableTitle>}
            />
            <div className={styles.column}>
              <DataTable
                label="Labels"
                file={`${model}-labels`}
                sortKey="labelSort"
                columns={LABELS}
                rows={labels}
                keyOf={({ version }) => version}
                empty="No labels have arrived in the window."
                actions={<TableTitle>Labels</TableTitle>}
              />
              {classes.length > 0 && (
                <DataTable
                  label="Classes"
                  file={`${model}-classes`}
                  sortKey="classSort"
                  columns={CLASSES}
                  rows={classes}
                  keyOf={({ version, name }) => JSON.stringify([version, name])}
                  empty=""
                  actions={<TableTitle>By class</TableTitle>}
                />
              )}
            </div>
          </SideBySide>
          <PanelRow
            panels={
              isRegression
                ? [panels['error'], panels['bias'], panels['errors']]
                : [panels['confusion'], panels['accuracy'], panels['drop']]
            }
          />
          {hasScores && (
            <SideBySide>
              <DataTable
                label="Scores"
                file={`${model}-scores`}
                sortKey="scoreSort"
                columns={SCORES}
                rows={scores}
                keyOf={({ measure, version, class: of }) => JSON.stringify([measure, version, of])}
                empty=""
                actions={<TableTitle>Scores</TableTitle>}
              />
              <div className={styles.column}>
                <PanelRow panels={[panels['ranking']]} />
                <PanelRow panels={[panels['calibration']]} />
              </div>
            </SideBySide>
          )}
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

/** Measures of scores are read as numbers up to 1, but for the share of the positives that the top has. */
const asRead = (row: MeasureRow): MeasureRow => (row.measure === 'top-capture' ? row : { ...row, unit: undefined });

function sentenceOf(drops: readonly MeasureRow[], rows: readonly MeasureRow[]): string {
  const bad = drops.filter((row) => levelOf(row) === 'critical').sort((a, b) => b.value - a.value);
  const [worst] = bad;
  if (worst !== undefined) {
    const { version, value, unit, critical, criticalValue } = worst;
    return `The accuracy of ${version} is ${points(value, unit)} below its baseline (limit ${points(critical, unit)}, noise ${points(criticalValue, unit)}).`;
  }
  if (drops.some(({ value }) => !Number.isNaN(value))) return 'The accuracy is within its limit of the baseline.';
  const [errors] = rows
    .filter(({ measure, value }) => measure === 'mean-absolute-error' && !Number.isNaN(value))
    .sort((a, b) => b.value - a.value);
  if (errors !== undefined) return errorSentence(errors, rows);
  return rows.length === 0
    ? ''
    : 'There is no baseline to compare with: the profile names no performance of the training data.';
}

/** How far a regression is off, and to which side. */
function errorSentence({ version, value, unit, observations }: MeasureRow, rows: readonly MeasureRow[]): string {
  const bias = rows.find((row) => row.measure === 'bias' && row.version === version)?.value ?? NaN;
  const off = `Predictions of ${version} are off by ${formatNumber(value, unit)} on average (n ${formatCount(observations)})`;
  if (Number.isNaN(bias)) return `${off}.`;
  return bias === 0
    ? `${off}, as often too high as too low.`
    : `${off}, with a bias of ${formatDifference(bias, unit)}.`;
}

const points = (value: number, unit: string | undefined): string => formatDifference(value, unit).replace(/^\+/, '');

/** Columns of which no row has anything are left out: a regression has no baseline. */
function columnsOf(rows: readonly MeasureRow[], drops: readonly MeasureRow[]): Column<MeasureRow>[] {
  const baseline = ({ measure, version, value }: MeasureRow): number => {
    const drop = drops.find((row) => row.version === version);
    return measure === 'accuracy' && drop !== undefined ? value + drop.value : NaN;
  };
  const baselineColumn: Column<MeasureRow> = {
    id: 'baseline',
    title: 'Baseline',
    isNumber: true,
    value: baseline,
    cell: (row) => formatNumber(baseline(row), row.unit),
  };
  return [
    { id: 'measure', title: 'Measure', value: ({ measure }) => PERFORMANCE_MEASURES[measure] },
    VERSION,
    valueColumn('Value'),
    ...(rows.some(({ lower }) => !Number.isNaN(lower)) ? [INTERVAL] : []),
    ...(rows.some((row) => !Number.isNaN(baseline(row))) ? [baselineColumn] : []),
    OBSERVATIONS,
  ];
}

const SCORES: readonly Column<MeasureRow>[] = [
  { id: 'measure', title: 'Measure', value: ({ measure }) => SCORE_MEASURES[measure] },
  { id: 'class', title: 'Class', value: (row) => row.class },
  VERSION,
  valueColumn('Value'),
  INTERVAL,
  OBSERVATIONS,
];

const delay = (id: 'median' | 'late', title: string): Column<LabelRow> => ({
  id,
  title,
  isNumber: true,
  value: (row) => row[id]?.value,
  cell: (row) => {
    const measured = row[id];
    // What a label that carries its prediction does not tell.
    if (measured === undefined) return '–';
    return Number.isNaN(measured.value) ? whyUnknown(measured) : formatNumber(measured.value, measured.unit);
  },
});

const LABELS: readonly Column<LabelRow>[] = [
  { id: 'version', title: 'Version', value: ({ version }) => version },
  {
    id: 'labels',
    title: 'Labels',
    isNumber: true,
    value: ({ labels }) => labels,
    cell: ({ labels }) => formatCount(labels),
  },
  {
    id: 'share',
    title: 'Per prediction',
    isNumber: true,
    value: ({ perPrediction }) => perPrediction,
    cell: ({ perPrediction }) => formatNumber(perPrediction, 'percentunit'),
  },
  delay('median', 'Median delay'),
  delay('late', '95 % within'),
];

const share = (id: 'precision' | 'recall' | 'f1', title: string): Column<ClassRow> => ({
  id,
  title,
  isNumber: true,
  value: (row) => row[id],
  cell: (row) => formatNumber(row[id], 'percentunit'),
});

const count = (id: 'predicted' | 'actual' | 'right', title: string): Column<ClassRow> => ({
  id,
  title,
  isNumber: true,
  value: (row) => row[id],
  cell: (row) => formatCount(row[id]),
});

const CLASSES: readonly Column<ClassRow>[] = [
  {
    id: 'class',
    title: 'Class',
    value: ({ name }) => name,
    cell: ({ name, isFavorable }) => (
      <>
        {name}
        {isFavorable && <Text color="secondary"> favorable</Text>}
      </>
    ),
  },
  { id: 'version', title: 'Version', value: ({ version }) => version },
  share('precision', 'Precision'),
  share('recall', 'Recall'),
  share('f1', 'F1'),
  count('predicted', 'Predicted'),
  count('actual', 'Actual'),
  count('right', 'Right'),
];

const getStyles = (theme: GrafanaTheme2) => ({
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  hint: css({
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  text: css({ margin: 0 }),
  code: css({ margin: theme.spacing(1, 0) }),
});
