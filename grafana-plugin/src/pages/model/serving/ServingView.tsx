import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { QUANTILES } from '../../values/measures.ts';
import { levelOf, type Level } from '../../values/status.ts';
import { INTERVAL, OBSERVATIONS, VERSION } from '../measure-columns.tsx';
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
        label="Serving by version"
        file={`${model}-serving`}
        columns={hasReplicas ? [VERSION_MARK, REPLICA, ...NUMBERS] : [VERSION_MARK, ...NUMBERS]}
        rows={rows}
        keyOf={({ version, replica }) => JSON.stringify([version, replica])}
        empty="No prediction has been made in the window."
        actions={controls['by']}
      />
      {errors.length > 0 && (
        <DataTable
          label="Errors by type"
          file={`${model}-errors`}
          sortKey="errorSort"
          columns={hasReplicas ? [...ERRORS.slice(0, 2), REPLICA_OF_ROW, ...ERRORS.slice(2)] : ERRORS}
          rows={errors}
          keyOf={({ errorType, version, replica }) => JSON.stringify([errorType, version, replica])}
          empty=""
          actions={<TableTitle>Errors by type</TableTitle>}
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
  if (rows.length === 0) return 'No prediction has been made in the window.';
  const [busiest] = [...rows].sort((a, b) => rateOf(b) - rateOf(a));
  const shown = bad[0] ?? busiest;
  const p99 = shown?.values['p99'];
  if (shown === undefined || p99 === undefined || Number.isNaN(p99.value))
    return 'The time of predictions is not known.';
  const time = `99 of 100 predictions of ${nameOf(shown)} take at most ${formatNumber(p99.value, p99.unit)}`;
  const limit = `limit ${formatNumber(p99.critical, p99.unit)}`;
  return `${time} (${limit}).${errorSentence(errors)}`;
}

/** Such as `1.4.0 on replica-1`. */
const nameOf = ({ version, replica }: Pick<ServingRow, 'version' | 'replica'>): string =>
  replica === '' ? version : `${version} on ${replica}`;

const rateOf = ({ values }: ServingRow): number => values['throughput']?.value ?? 0;

/** What fails most; empty where nothing does. */
function errorSentence([most]: readonly MeasureRow[]): string {
  if (most === undefined) return '';
  return ` ${formatNumber(most.value, most.unit)} of the predictions of ${nameOf(most)} fail with ${most.errorType}.`;
}

const number = (id: string, title: string): Column<ServingRow> => ({
  id,
  title,
  isNumber: true,
  value: ({ values }) => values[id]?.value,
  cell: ({ values }) => formatNumber(values[id]?.value, values[id]?.unit),
});

const VERSION_MARK: Column<ServingRow> = {
  id: 'version',
  title: 'Version',
  value: ({ version }) => version,
  cell: ({ version, level }) => <StatusMark status={{ level, text: version }} />,
};

const REPLICA: Column<ServingRow> = { id: 'replica', title: 'Replica', value: ({ replica }) => replica };

const REPLICA_OF_ROW: Column<MeasureRow> = { id: 'replica', title: 'Replica', value: ({ replica }) => replica };

const NUMBERS: readonly Column<ServingRow>[] = [
  number('p50', 'Median'),
  number('p95', 'p95'),
  number('p99', 'p99'),
  number('throughput', 'Predictions'),
  number('error-share', 'Errors'),
];

const ERRORS: readonly Column<MeasureRow>[] = [
  { id: 'type', title: 'Error type', value: ({ errorType }) => errorType },
  VERSION,
  {
    id: 'share',
    title: 'Share of predictions',
    isNumber: true,
    value: ({ value }) => value,
    cell: ({ value, unit }) => formatNumber(value, unit),
  },
  INTERVAL,
  {
    id: 'count',
    title: 'Errors',
    isNumber: true,
    value: ({ numerator }) => numerator,
    cell: ({ numerator }) => formatCount(numerator),
  },
  { ...OBSERVATIONS, title: 'Predictions' },
];
