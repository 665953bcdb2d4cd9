import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { durationSeconds } from '../../values/duration-seconds.ts';
import { formatCount, formatDifference, formatNumber } from '../../values/format-number.ts';
import { framesOf, isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { estimatedMeasures, performanceMeasures, scoreMeasures } from '../../values/measures.ts';
import { levelOf, whyUnknown, worstOf } from '../../values/status.ts';
import {
  classColumn,
  intervalColumn,
  measureColumn,
  observationsColumn,
  valueColumn,
  versionColumn,
} from '../measure-columns.tsx';
import { PanelRow } from '../PanelRow.tsx';
import { SideBySide } from '../SideBySide.tsx';
import { TableTitle } from '../TableTitle.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { classRows, type ClassRow } from './class-rows.ts';
import { ExpectedSection } from './ExpectedSection.tsx';
import { labelRows, type LabelRow } from './label-rows.ts';
import { ResidualTable } from './ResidualTable.tsx';
import { suspectRows } from './suspect-rows.ts';
import { SuspectsSection } from './SuspectsSection.tsx';

const HOW_TO_SEND = `monitor.record({ id, features, prediction });
// later, when the truth is known:
monitor.recordOutcome({ id, actual });`;

/** How right a model is, by version and over time. */
export function PerformanceView({ data: { main }, panels, offered, onRetry, window, model }: ViewProps) {
  const styles = useStyles2(getStyles);
  const frames = main?.series ?? [];
  const all = measureRows(frames.filter(isTable));
  const drops = all.filter(({ measure }) => measure === 'accuracy-drop');
  const rows = all.filter(({ measure }) => measure in performanceMeasures());
  const scores = all.filter(({ measure }) => measure in scoreMeasures()).map(asRead);
  const expected = all.filter(({ measure }) => measure in estimatedMeasures()).map(asRead);
  const residuals = all.filter(({ measure }) => measure === 'residual');
  const suspects = suspectRows(
    all.filter(({ measure }) => measure === 'suspicion'),
    all.filter(({ measure }) => measure === 'total-variation'),
  );
  const estimatedDrops = all.filter(({ measure }) => measure === 'estimated-accuracy-drop');
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
  const isWorse = isRegression || [...drops, ...estimatedDrops].some(({ value }) => value > 0);
  const worst = worstOf(drops, t('pages.status.no-labels', 'no labels yet'));
  const shown = [
    ...(isRegression ? ['error', 'bias', 'errors'] : ['confusion', 'accuracy', 'drop']),
    ...(isWorse && suspects.length > 0 ? ['suspects'] : []),
    ...(hasScores ? ['ranking', 'calibration'] : []),
  ];
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      offered={hasLabels ? shown.map((name) => offered[name]) : []}
      level={hasLabels ? (drops.length === 0 ? 'noted' : worst.level) : 'unknown'}
      sentence={
        hasLabels
          ? sentenceOf(drops, rows)
          : t('pages.performance.no-labels', 'No labels yet: how right the predictions are is not known.')
      }
    >
      {hasLabels ? (
        <>
          <SideBySide>
            <DataTable
              label={t('pages.performance-view.label-performance', 'Performance')}
              file={`${model}-performance`}
              columns={columnsOf(rows, drops)}
              rows={rows}
              keyOf={({ measure, version, k }) => `${measure} ${version} ${k}`}
              empty={t('pages.performance.no-labels-arrived', 'No labels have arrived in the window.')}
              actions={
                <TableTitle>
                  <Trans i18nKey="pages.performance-view.performance">Performance</Trans>
                </TableTitle>
              }
            />
            <div className={styles.column}>
              <DataTable
                label={t('pages.performance-view.label-labels', 'Labels')}
                file={`${model}-labels`}
                sortKey="labelSort"
                columns={labelColumns()}
                rows={labels}
                keyOf={({ version }) => version}
                empty={t('pages.performance.no-labels-arrived', 'No labels have arrived in the window.')}
                actions={
                  <TableTitle>
                    <Trans i18nKey="pages.performance-view.labels">Labels</Trans>
                  </TableTitle>
                }
              />
              <ResidualTable rows={residuals} model={model} />
              {classes.length > 0 && (
                <DataTable
                  label={t('pages.performance-view.label-classes', 'Classes')}
                  file={`${model}-classes`}
                  sortKey="classSort"
                  columns={classColumns()}
                  rows={classes}
                  keyOf={({ version, name }) => JSON.stringify([version, name])}
                  empty=""
                  actions={
                    <TableTitle>
                      <Trans i18nKey="pages.performance-view.by-class">By class</Trans>
                    </TableTitle>
                  }
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
          {isWorse && <SuspectsSection rows={suspects} panel={panels['suspects']} model={model} />}
          {hasScores && (
            <SideBySide>
              <DataTable
                label={t('pages.performance-view.label-scores', 'Scores')}
                file={`${model}-scores`}
                sortKey="scoreSort"
                columns={scoreColumns()}
                rows={scores}
                keyOf={({ measure, version, class: of }) => JSON.stringify([measure, version, of])}
                empty=""
                actions={
                  <TableTitle>
                    <Trans i18nKey="pages.performance-view.scores">Scores</Trans>
                  </TableTitle>
                }
              />
              <div className={styles.column}>
                <PanelRow panels={[panels['ranking']]} />
                <PanelRow panels={[panels['calibration']]} />
              </div>
            </SideBySide>
          )}
        </>
      ) : (
        <section
          className={styles.hint}
          aria-label={t('pages.performance-view.aria-label-how-to-send-labels', 'How to send labels')}
        >
          <p className={styles.text}>
            <Trans i18nKey="pages.performance.send-actual">
              Send the actual value of each prediction when it is known, under the same id:
            </Trans>
          </p>
          <pre className={styles.code}>{HOW_TO_SEND}</pre>
          <p className={styles.text}>
            <Trans i18nKey="pages.performance.late-labels">
              Labels that come days later, from another process or as a nightly file work as well: see “Outcomes” in the
              documentation of @driftline/otel.
            </Trans>
          </p>
        </section>
      )}
      {!hasLabels && isWorse && <SuspectsSection rows={suspects} panel={panels['suspects']} model={model} />}
      <ExpectedSection rows={expected} panel={panels['estimated']} model={model} />
    </ViewFrame>
  );
}

/** Measures that are read as shares; those of scores else are numbers up to 1. */
const SHARES = [
  'uncertain-share',
  'top-capture',
  'estimated-accuracy',
  'estimated-precision',
  'estimated-recall',
  'estimated-f1',
];

const asRead = (row: MeasureRow): MeasureRow => (SHARES.includes(row.measure) ? row : { ...row, unit: undefined });

function sentenceOf(drops: readonly MeasureRow[], rows: readonly MeasureRow[]): string {
  const bad = drops.filter((row) => levelOf(row) === 'critical').sort((a, b) => b.value - a.value);
  const [worst] = bad;
  if (worst !== undefined) {
    const { version, value, unit, critical, criticalValue } = worst;
    return t(
      'pages.performance.below-baseline',
      'The accuracy of {{- version}} is {{- drop}} below its baseline (limit {{- limit}}, noise {{- noise}}).',
      {
        version,
        drop: points(value, unit),
        limit: points(critical, unit),
        noise: points(criticalValue, unit),
      },
    );
  }
  if (drops.some(({ value }) => !Number.isNaN(value))) {
    return t('pages.performance.within', 'The accuracy is within its limit of the baseline.');
  }
  const [errors] = rows
    .filter(({ measure, value }) => measure === 'mean-absolute-error' && !Number.isNaN(value))
    .sort((a, b) => b.value - a.value);
  if (errors !== undefined) return errorSentence(errors, rows);
  return rows.length === 0
    ? ''
    : t(
        'pages.performance.no-baseline',
        'There is no baseline to compare with: the profile names no performance of the training data.',
      );
}

/** How far a regression is off, and to which side. */
function errorSentence({ version, value, unit, observations }: MeasureRow, rows: readonly MeasureRow[]): string {
  const bias = rows.find((row) => row.measure === 'bias' && row.version === version)?.value ?? NaN;
  const values = { version, error: formatNumber(value, unit), n: formatCount(observations) };
  if (Number.isNaN(bias)) {
    return t(
      'pages.performance.off',
      'Predictions of {{- version}} are off by {{- error}} on average (n {{n}}).',
      values,
    );
  }
  return bias === 0
    ? t(
        'pages.performance.off-unbiased',
        'Predictions of {{- version}} are off by {{- error}} on average (n {{n}}), as often too high as too low.',
        values,
      )
    : t(
        'pages.performance.off-biased',
        'Predictions of {{- version}} are off by {{- error}} on average (n {{n}}), with a bias of {{- bias}}.',
        { ...values, bias: formatDifference(bias, unit) },
      );
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
    title: t('pages.columns.baseline', 'Baseline'),
    showFrom: 340,
    isNumber: true,
    value: baseline,
    cell: (row) => formatNumber(baseline(row), row.unit),
  };
  return [
    measureColumn(performanceMeasures()),
    versionColumn(),
    valueColumn(t('pages.columns.value', 'Value')),
    ...(rows.some(({ lower }) => !Number.isNaN(lower)) ? [intervalColumn()] : []),
    ...(rows.some((row) => !Number.isNaN(baseline(row))) ? [baselineColumn] : []),
    observationsColumn(),
  ];
}

const scoreColumns = (): Column<MeasureRow>[] => [
  measureColumn(scoreMeasures()),
  classColumn(),
  versionColumn(),
  valueColumn(t('pages.columns.value', 'Value')),
  intervalColumn(),
  observationsColumn(),
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

const labelColumns = (): Column<LabelRow>[] => [
  { id: 'version', title: t('pages.columns.version', 'Version'), value: ({ version }) => version },
  {
    id: 'labels',
    title: t('pages.columns.labels', 'Labels'),
    isNumber: true,
    value: ({ labels }) => labels,
    cell: ({ labels }) => formatCount(labels),
  },
  {
    id: 'share',
    title: t('pages.columns.per-prediction', 'Per prediction'),
    showFrom: 360,
    isNumber: true,
    value: ({ perPrediction }) => perPrediction,
    cell: ({ perPrediction }) => formatNumber(perPrediction, 'percentunit'),
  },
  delay('median', t('pages.columns.median-delay', 'Median delay')),
  { ...delay('late', t('pages.columns.within-95', '95 % within')), showFrom: 440 },
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
  showFrom: 560,
  isNumber: true,
  value: (row) => row[id],
  cell: (row) => formatCount(row[id]),
});

const classColumns = (): Column<ClassRow>[] => [
  {
    id: 'class',
    title: t('pages.columns.class', 'Class'),
    value: ({ name }) => name,
    cell: ({ name, isFavorable }) => (
      <>
        {name}
        {isFavorable && <Text color="secondary"> {t('pages.performance.favorable', 'favorable')}</Text>}
      </>
    ),
  },
  { id: 'version', title: t('pages.columns.version', 'Version'), value: ({ version }) => version },
  share('precision', t('pages.columns.precision', 'Precision')),
  share('recall', t('pages.columns.recall', 'Recall')),
  { ...share('f1', t('pages.columns.f1', 'F1')), showFrom: 340 },
  count('predicted', t('pages.columns.predicted', 'Predicted')),
  count('actual', t('pages.columns.actual', 'Actual')),
  count('right', t('pages.columns.right', 'Right')),
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
