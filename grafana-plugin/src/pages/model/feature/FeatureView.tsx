import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { compareBins } from '@driftline/shared/bin-order';
import { useStyles2 } from '@grafana/ui';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { Trend } from '../../parts/Trend.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { formatDuration } from '../../values/format-time.ts';
import { lineFor, linesOf, sinceOf } from '../../values/lines.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { nameOf, PROBLEMS } from '../../values/measures.ts';
import { levelOf, statusOf, whyUnknown } from '../../values/status.ts';
import { ViewFrame } from '../ViewFrame.tsx';

interface BinRow {
  readonly version: string;
  readonly bin: string;
  readonly reference: number;
  readonly live: number;
  readonly contribution: number;
}

/** Distribution, time, versions and problems of one feature. */
export function FeatureView({ data: { main }, panels, onRetry, to, model }: ViewProps) {
  const styles = useStyles2(getStyles);
  const frames = main?.series ?? [];
  const versions = measureRows(framesOf(frames, 'versions'));
  const lines = linesOf(framesOf(frames, 'over versions'));
  const bins = binRows(
    measureRows(framesOf(frames, 'reference-share table')),
    measureRows(framesOf(frames, 'live-share table')),
    measureRows(framesOf(frames, 'psi-contribution table')),
  );
  const problems = PROBLEMS.flatMap((measure) => measureRows(framesOf(frames, measure)));
  const shifts = measureRows(framesOf(frames, 'mean-shift'));
  const shown = new Set(bins.map(({ version }) => version));
  const [worst] = versions
    .filter(({ version }) => shown.size === 0 || shown.has(version))
    .sort((a, b) => b.value - a.value);
  const feature = worst?.feature ?? bins[0]?.bin ?? '';
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={worst === undefined ? 'unknown' : levelOf(worst)}
      sentence={worst === undefined ? 'The feature has not been observed in the window.' : sentenceOf(worst, lines, to)}
    >
      <div className={styles.panel}>{panels['distribution']}</div>
      <DataTable
        label="Bins"
        file={`${model}-${feature}-bins`}
        sortKey="binSort"
        columns={BIN_COLUMNS}
        rows={bins}
        keyOf={({ version, bin }) => `${version} ${bin}`}
        empty="The feature has not been observed in the window."
        actions={<h3 className={styles.heading}>Bins</h3>}
      />
      <div className={styles.panel}>{panels['time']}</div>
      <DataTable
        label="Where"
        file={`${model}-${feature}-versions`}
        sortKey="whereSort"
        columns={versionColumns(lines)}
        rows={versions}
        keyOf={({ version }) => version}
        empty="No version has observed the feature in the window."
        actions={<h3 className={styles.heading}>Where: PSI by version</h3>}
      />
      <DataTable
        label="Problems"
        file={`${model}-${feature}-problems`}
        sortKey="problemSort"
        columns={PROBLEM_COLUMNS}
        rows={problems}
        keyOf={({ measure, version }) => `${measure} ${version}`}
        empty="No problems are counted of this feature."
        actions={<h3 className={styles.heading}>Problems</h3>}
      />
      {shifts.length > 0 && (
        <DataTable
          label="Mean"
          sortKey="meanSort"
          columns={SHIFT_COLUMNS}
          rows={shifts}
          keyOf={({ version }) => version}
          empty=""
          actions={<h3 className={styles.heading}>Mean</h3>}
        />
      )}
    </ViewFrame>
  );
}

function sentenceOf(row: MeasureRow, lines: Parameters<typeof lineFor>[0], now: number): string {
  if (Number.isNaN(row.value)) return `The PSI is not known: ${whyUnknown(row)}.`;
  const line = lineFor(lines, row);
  const since = line === undefined ? undefined : sinceOf(line);
  const beyond = since === undefined ? '' : `, beyond its limit for ${formatDuration(now - since)}`;
  return `PSI of ${row.version} is ${formatNumber(row.value)} (limit ${formatNumber(row.critical)}, noise ${formatNumber(row.criticalValue)}, n ${formatCount(row.observations)})${beyond}.`;
}

/** Both sides of each bin, in the order of the bins. */
export function binRows(
  reference: readonly MeasureRow[],
  live: readonly MeasureRow[],
  contributions: readonly MeasureRow[],
): BinRow[] {
  const of = (rows: readonly MeasureRow[], version: string, bin: string): number =>
    rows.find((row) => row.version === version && row.bin === bin)?.value ?? NaN;
  const keys = new Map(
    [...reference, ...live].map(({ version, bin }) => [JSON.stringify([version, bin]), { version, bin }]),
  );
  return [...keys.values()]
    .map(({ version, bin }) => ({
      version,
      bin,
      reference: of(reference, version, bin),
      live: of(live, version, bin),
      contribution: of(contributions, version, bin),
    }))
    .sort((a, b) => a.version.localeCompare(b.version) || compareBins(a.bin, b.bin));
}

const share = (value: number): string => formatNumber(value, 'percentunit');

const BIN_COLUMNS: readonly Column<BinRow>[] = [
  { id: 'bin', title: 'Bin', value: ({ bin }) => bin },
  { id: 'version', title: 'Version', value: ({ version }) => version },
  {
    id: 'reference',
    title: 'Baseline',
    isNumber: true,
    value: ({ reference }) => reference,
    cell: ({ reference }) => share(reference),
  },
  { id: 'live', title: 'Live', isNumber: true, value: ({ live }) => live, cell: ({ live }) => share(live) },
  {
    id: 'contribution',
    title: 'Contribution to PSI',
    isNumber: true,
    value: ({ contribution }) => contribution,
    cell: ({ contribution }) => formatNumber(contribution),
  },
];

function versionColumns(lines: Parameters<typeof lineFor>[0]): Column<MeasureRow>[] {
  return [
    {
      id: 'version',
      title: 'Version',
      value: ({ version }) => version,
      cell: (row) => <StatusMark status={{ level: levelOf(row), text: row.version }} />,
    },
    {
      id: 'value',
      title: 'PSI',
      isNumber: true,
      value: ({ value }) => value,
      cell: (row) => (Number.isNaN(row.value) ? whyUnknown(row) : formatNumber(row.value)),
    },
    {
      id: 'n',
      title: 'n',
      isNumber: true,
      value: ({ observations }) => observations,
      cell: ({ observations }) => formatCount(observations),
    },
    {
      id: 'trend',
      title: 'Trend',
      value: ({ value }) => value,
      cell: (row) => (
        <Trend
          values={lineFor(lines, row)?.values ?? []}
          label={`PSI of ${row.version} over time`}
          width={160}
          limit={row.critical}
        />
      ),
    },
  ];
}

const PROBLEM_COLUMNS: readonly Column<MeasureRow>[] = [
  { id: 'problem', title: 'Problem', value: ({ measure }) => nameOf(measure) },
  { id: 'version', title: 'Version', value: ({ version }) => version },
  {
    id: 'value',
    title: 'Now',
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => {
      const { level } = statusOf(row);
      return <StatusMark status={{ level, text: level === 'unknown' ? whyUnknown(row) : share(row.value) }} />;
    },
  },
  {
    id: 'excess',
    title: 'Above training',
    isNumber: true,
    value: ({ excess }) => excess,
    cell: ({ excess }) => share(excess),
  },
  {
    id: 'limit',
    title: 'Limit',
    isNumber: true,
    value: ({ critical }) => critical,
    cell: ({ critical }) => share(critical),
  },
  {
    id: 'n',
    title: 'n',
    isNumber: true,
    value: ({ observations }) => observations,
    cell: ({ observations }) => formatCount(observations),
  },
];

const SHIFT_COLUMNS: readonly Column<MeasureRow>[] = [
  { id: 'version', title: 'Version', value: ({ version }) => version },
  {
    id: 'shift',
    title: 'Shift from the baseline, in standard deviations',
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => (Number.isNaN(row.value) ? whyUnknown(row) : formatNumber(row.value)),
  },
];

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ height: 280 }),
  heading: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
});
