import { t, Trans } from '@grafana/i18n';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { QUANTILES } from '../../values/measures.ts';
import { levelOf, type Level } from '../../values/status.ts';
import { intervalColumn, observationsColumn, versionColumn } from '../measure-columns.tsx';
import { PanelRow } from '../PanelRow.tsx';
import { TableTitle } from '../TableTitle.tsx';
import { ViewFrame } from '../ViewFrame.tsx';

interface ServingRow {
  readonly version: string;
  /** Empty for all of them together. */
  readonly replica: string;
  /** By the letters of the questions. */
  readonly values: Readonly<Record<string, MeasureRow | undefined>>;
  readonly level: Level;
}

/** Time, traffic and errors by version and over time. */
export function ServingView({ data: { main }, panels, offered, controls, onRetry, model }: ViewProps) {
  const frames = main?.series ?? [];
  const rows = servingRows((refId) => measureRows(framesOf(frames, refId)));
  const errors = measureRows(framesOf(frames, 'error-type-share'))
    .filter(({ numerator }) => numerator > 0)
    .sort((a, b) => b.value - a.value);
  const hasReplicas = rows.some(({ replica }) => replica !== '');
  const bad = rows.filter(({ level }) => level === 'critical' || level === 'warning');
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      offered={[offered['latency'], offered['throughput'], offered['errors']]}
      level={bad[0]?.level ?? (rows.length === 0 ? 'unknown' : 'ok')}
      sentence={sentenceOf(rows, bad, errors)}
    >
      <DataTable
        label={t('pages.serving-view.label-serving-by-version', 'Serving by version')}
        file={`${model}-serving`}
        columns={[versionMark(), ...(hasReplicas ? [replicaColumn<ServingRow>()] : []), ...numberColumns()]}
        rows={rows}
        keyOf={({ version, replica }) => JSON.stringify([version, replica])}
        empty={t('pages.serving.none', 'No prediction has been made in the window.')}
        actions={controls['by']}
      />
      {errors.length > 0 && (
        <DataTable
          label={t('pages.serving-view.label-errors-by-type', 'Errors by type')}
          file={`${model}-errors`}
          sortKey="errorSort"
          columns={errorColumns(hasReplicas)}
          rows={errors}
          keyOf={({ errorType, version, replica }) => JSON.stringify([errorType, version, replica])}
          empty=""
          actions={
            <TableTitle>
              <Trans i18nKey="pages.serving-view.errors-by-type">Errors by type</Trans>
            </TableTitle>
          }
        />
      )}
      <PanelRow panels={[panels['latency'], panels['throughput'], panels['errors']]} />
    </ViewFrame>
  );
}

function servingRows(rowsOf: (refId: string) => MeasureRow[]): ServingRow[] {
  const refIds = [...Object.keys(QUANTILES), 'throughput', 'error-share'];
  const all = refIds.map((refId) => [refId, rowsOf(refId)] as const);
  const parts = new Map(
    all.flatMap(([, rows]) =>
      rows.map(({ version, replica }) => [JSON.stringify([version, replica]), { version, replica }]),
    ),
  );
  return [...parts.keys()].sort().map((key) => {
    const { version, replica } = parts.get(key) as Pick<ServingRow, 'version' | 'replica'>;
    const values = Object.fromEntries(
      all.map(([refId, rows]) => [refId, rows.find((row) => row.version === version && row.replica === replica)]),
    );
    const p99 = values['p99'];
    return { version, replica, values, level: p99 === undefined ? 'unknown' : levelOf(p99) };
  });
}

function sentenceOf(rows: readonly ServingRow[], bad: readonly ServingRow[], errors: readonly MeasureRow[]): string {
  if (rows.length === 0) return t('pages.serving.none', 'No prediction has been made in the window.');
  const [busiest] = [...rows].sort((a, b) => rateOf(b) - rateOf(a));
  const shown = bad[0] ?? busiest;
  const p99 = shown?.values['p99'];
  if (shown === undefined || p99 === undefined || Number.isNaN(p99.value)) {
    return t('pages.serving.time-unknown', 'The time of predictions is not known.');
  }
  const time = t(
    'pages.serving.time',
    '99 of 100 predictions of {{- version}} take at most {{- time}} (limit {{- limit}}).',
    {
      version: nameOf(shown),
      time: formatNumber(p99.value, p99.unit),
      limit: formatNumber(p99.critical, p99.unit),
    },
  );
  return `${time}${errorSentence(errors)}`;
}

/** Such as `1.4.0 on replica-1`. */
const nameOf = ({ version, replica }: Pick<ServingRow, 'version' | 'replica'>): string =>
  replica === '' ? version : t('pages.serving.on-replica', '{{- version}} on {{- replica}}', { version, replica });

const rateOf = ({ values }: ServingRow): number => values['throughput']?.value ?? 0;

/** What fails most; empty where nothing does. */
function errorSentence([most]: readonly MeasureRow[]): string {
  if (most === undefined) return '';
  const sentence = t('pages.serving.errors', '{{- share}} of the predictions of {{- version}} fail with {{- error}}.', {
    share: formatNumber(most.value, most.unit),
    version: nameOf(most),
    error: most.errorType,
  });
  return ` ${sentence}`;
}

const number = (id: string, title: string): Column<ServingRow> => ({
  id,
  title,
  isNumber: true,
  value: ({ values }) => values[id]?.value,
  cell: ({ values }) => formatNumber(values[id]?.value, values[id]?.unit),
});

const versionMark = (): Column<ServingRow> => ({
  id: 'version',
  title: t('pages.columns.version', 'Version'),
  value: ({ version }) => version,
  cell: ({ version, level }) => <StatusMark status={{ level, text: version }} />,
});

function replicaColumn<Row extends { readonly replica: string }>(): Column<Row> {
  return { id: 'replica', title: t('pages.columns.replica', 'Replica'), value: ({ replica }) => replica };
}

const numberColumns = (): Column<ServingRow>[] => [
  { ...number('p50', t('pages.columns.median', 'Median')), showFrom: 480 },
  { ...number('p95', t('pages.columns.p95', 'p95')), showFrom: 400 },
  number('p99', t('pages.columns.p99', 'p99')),
  number('throughput', t('pages.columns.predictions', 'Predictions')),
  number('error-share', t('pages.columns.errors', 'Errors')),
];

const errorColumns = (hasReplicas: boolean): Column<MeasureRow>[] => [
  { id: 'type', title: t('pages.columns.error-type', 'Error type'), value: ({ errorType }) => errorType },
  versionColumn(),
  ...(hasReplicas ? [replicaColumn<MeasureRow>()] : []),
  {
    id: 'share',
    title: t('pages.columns.share-of-predictions', 'Share of predictions'),
    isNumber: true,
    value: ({ value }) => value,
    cell: ({ value, unit }) => formatNumber(value, unit),
  },
  intervalColumn(),
  {
    id: 'count',
    title: t('pages.columns.errors', 'Errors'),
    showFrom: 440,
    isNumber: true,
    value: ({ numerator }) => numerator,
    cell: ({ numerator }) => formatCount(numerator),
  },
  { ...observationsColumn(), title: t('pages.columns.predictions', 'Predictions') },
];
