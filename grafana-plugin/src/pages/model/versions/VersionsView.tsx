import { Stack } from '@grafana/ui';
import type { Report } from '@driftline/shared';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useResource } from '../../parts/use-resource.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { framesOf, isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { levelOf, whyUnknown, type Level } from '../../values/status.ts';
import { PanelRow } from '../PanelRow.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { versionRows, versionsByTraffic, type VersionRow } from './version-rows.ts';

interface Traffic {
  readonly version: string;
  readonly rate: number;
  readonly share: number;
  readonly report: Report | undefined;
  readonly bad: number;
  readonly level: Level;
}

/** Versions by their traffic, all of their measures, and how far two are apart. */
export function VersionsView({
  data: { main, between },
  panels,
  controls,
  onRetry,
  dataSource,
  from,
  to,
  timeZone,
  model,
}: ViewProps) {
  const { answer: reports = [] } = useResource<Report[]>(dataSource, 'reports', { model: [model], from, to });
  const rows = measureRows((main?.series ?? []).filter(isTable));
  const versions = versionsByTraffic(rows);
  const traffic = trafficOf(versions, rows, reports);
  const psi = [
    ...measureRows(framesOf(between?.series ?? [], 'prediction')).map((row) => ({ ...row, feature: 'Predictions' })),
    ...measureRows(framesOf(between?.series ?? [], 'features')).sort((a, b) => b.value - a.value),
  ];
  return (
    <ViewFrame answer={main} onRetry={onRetry} level={traffic[0]?.level ?? 'unknown'} sentence={sentenceOf(traffic)}>
      <DataTable
        label="Versions"
        file={`${model}-versions`}
        columns={trafficColumns(to, timeZone)}
        rows={traffic}
        keyOf={({ version }) => version}
        empty="No version has reported in this time range."
      />
      <PanelRow panels={[panels['traffic']]} height={260} />
      <DataTable
        label="PSI between two versions"
        file={`${model}-between-versions`}
        sortKey="betweenSort"
        columns={BETWEEN}
        rows={psi}
        keyOf={({ feature }) => feature}
        empty="Choose two versions that both have observations in the window."
        actions={
          <Stack gap={1} wrap="wrap">
            {controls['candidate']}
            {controls['against']}
          </Stack>
        }
      />
      <DataTable
        label="Measures by version"
        file={`${model}-measures-by-version`}
        sortKey="measureSort"
        columns={measureColumns(versions)}
        rows={versionRows(rows)}
        keyOf={({ name, subject }) => `${name} ${subject}`}
        empty="Nothing is known in the window."
      />
    </ViewFrame>
  );
}

function trafficOf(versions: readonly string[], rows: readonly MeasureRow[], reports: readonly Report[]): Traffic[] {
  const rateOf = (version: string): number =>
    rows.find((row) => row.measure === 'throughput' && row.version === version)?.value ?? 0;
  const total = versions.reduce((sum, version) => sum + rateOf(version), 0);
  return versions.map((version) => {
    const levels = rows.filter((row) => row.version === version).map(levelOf);
    const bad = levels.filter((level) => level === 'critical' || level === 'warning');
    const rate = rateOf(version);
    return {
      version,
      rate,
      share: total === 0 ? NaN : rate / total,
      report: reports.find((report) => report.version === version),
      bad: bad.length,
      level: bad.includes('critical')
        ? 'critical'
        : bad.length > 0
          ? 'warning'
          : levels.includes('ok')
            ? 'ok'
            : 'unknown',
    };
  });
}

/** Whether the newest version does better or worse than the one before. */
function sentenceOf(traffic: readonly Traffic[]): string {
  const live = traffic.filter(({ rate }) => rate > 0);
  if (live.length === 0) return 'No version predicts in the window.';
  const newest = [...live].sort((a, b) => (b.report?.first ?? 0) - (a.report?.first ?? 0))[0] as Traffic;
  const [other] = live.filter(({ version }) => version !== newest.version);
  const own = `${newest.version} gets ${formatNumber(newest.share, 'percentunit')} of the predictions`;
  if (other === undefined) return `${own}; it is the only version.`;
  const compared = `with ${count(newest.bad)} beyond a limit against ${count(other.bad)} of ${other.version}`;
  if (newest.bad === other.bad) return `${own}, ${compared}.`;
  return `${own}, ${compared}: ${newest.bad < other.bad ? 'a case for promoting it' : 'a case for rolling it back'}.`;
}

const count = (values: number): string => (values === 1 ? '1 value' : `${values} values`);

function trafficColumns(now: number, timeZone: string): Column<Traffic>[] {
  const time = (id: 'first' | 'last', title: string): Column<Traffic> => ({
    id,
    title,
    isNumber: true,
    value: ({ report }) => report?.[id],
    csv: ({ report }) => (report === undefined ? undefined : new Date(report[id]).toISOString()),
    cell: ({ report }) =>
      report === undefined ? '–' : <RelativeTime time={report[id]} now={now} timeZone={timeZone} />,
  });
  return [
    {
      id: 'version',
      title: 'Version',
      value: ({ version }) => version,
      cell: ({ version, level }) => <StatusMark status={{ level, text: version }} />,
    },
    {
      id: 'rate',
      title: 'Predictions',
      isNumber: true,
      value: ({ rate }) => rate,
      cell: ({ rate }) => formatNumber(rate, 'reqps'),
    },
    {
      id: 'share',
      title: 'Share',
      isNumber: true,
      value: ({ share }) => share,
      cell: ({ share }) => formatNumber(share, 'percentunit'),
    },
    { id: 'bad', title: 'Beyond limits', isNumber: true, value: ({ bad }) => bad },
    time('first', 'First seen'),
    time('last', 'Last seen'),
  ];
}

const BETWEEN: readonly Column<MeasureRow>[] = [
  {
    id: 'feature',
    title: 'Feature',
    value: ({ feature }) => feature,
    cell: (row) => <StatusMark status={{ level: levelOf(row), text: row.feature }} />,
  },
  {
    id: 'psi',
    title: 'PSI between the two',
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => (Number.isNaN(row.value) ? 'too few observations in one of the two' : formatNumber(row.value)),
  },
  {
    id: 'noise',
    title: 'Noise',
    isNumber: true,
    value: ({ criticalValue }) => criticalValue,
    cell: ({ criticalValue }) => formatNumber(criticalValue),
  },
  {
    id: 'n',
    title: 'n',
    isNumber: true,
    value: ({ observations }) => observations,
    cell: ({ observations }) => formatCount(observations),
  },
];

function measureColumns(versions: readonly string[]): Column<VersionRow>[] {
  return [
    { id: 'area', title: 'Area', value: ({ area }) => area },
    { id: 'subject', title: 'Of', value: ({ subject }) => subject },
    { id: 'measure', title: 'Measure', value: ({ name }) => name },
    ...versions.map((version): Column<VersionRow> => ({
      id: `in ${version}`,
      title: version,
      isNumber: true,
      value: ({ byVersion }) => byVersion.get(version)?.value,
      cell: ({ byVersion }) => {
        const row = byVersion.get(version);
        if (row === undefined) return '–';
        const level = levelOf(row);
        const text = level === 'unknown' ? whyUnknown(row) : formatNumber(row.value, row.unit);
        return level === 'critical' || level === 'warning' ? <StatusMark status={{ level, text }} /> : text;
      },
    })),
  ];
}
