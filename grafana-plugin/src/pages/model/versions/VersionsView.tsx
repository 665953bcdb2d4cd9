import { t, Trans } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import type { Report } from '@driftline/shared';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useResource } from '../../parts/use-resource.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatDifference, formatNumber, PREDICTIONS_PER_SECOND } from '../../values/format-number.ts';
import { framesOf, isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { levelOf, whyUnknown, type Level, type Status } from '../../values/status.ts';
import { PanelRow } from '../PanelRow.tsx';
import { SideBySide } from '../SideBySide.tsx';
import { TableTitle } from '../TableTitle.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { newestVersions, versionsAgainst } from './compared-versions.ts';
import type { Verdict } from './compare-rows.ts';
import { comparedRows, promotion, type ComparedRow, type Pair } from './promotion.ts';
import { versionRows, versionsByTraffic } from './version-rows.ts';

interface Traffic {
  readonly version: string;
  readonly rate: number;
  readonly share: number;
  readonly report: Report | undefined;
  readonly bad: number;
  readonly level: Level;
}

/** Versions by their traffic, all of their measures, and what speaks for one or the other of two. */
export function VersionsView({
  data: { main, between },
  panels,
  offered,
  controls,
  values,
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
  const frames = main?.series ?? [];
  const pair = {
    candidate: values['candidate'] || (newestVersions(frames)[0] ?? ''),
    against: values['against'] || (versionsAgainst(frames)[0] ?? ''),
  };
  const compared = comparedRows(versionRows(rows), pair);
  const share = traffic.find(({ version }) => version === pair.candidate)?.share ?? NaN;
  const verdict = promotion(compared, pair, share);
  const psi = [
    ...measureRows(framesOf(between?.series ?? [], 'prediction')).map((row) => ({
      ...row,
      feature: t('pages.columns.predictions', 'Predictions'),
    })),
    ...measureRows(framesOf(between?.series ?? [], 'features')).sort((a, b) => b.value - a.value),
  ];
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={verdict.level}
      sentence={verdict.sentence}
      offered={[offered['traffic']]}
    >
      <SideBySide>
        <DataTable
          label={t('pages.versions-view.label-versions', 'Versions')}
          file={`${model}-versions`}
          columns={trafficColumns(to, timeZone)}
          rows={traffic}
          keyOf={({ version }) => version}
          empty={t('pages.versions.none', 'No version has reported in this time range.')}
          actions={
            <TableTitle>
              <Trans i18nKey="pages.versions-view.versions">Versions</Trans>
            </TableTitle>
          }
        />
        <PanelRow panels={[panels['traffic']]} height={220} />
      </SideBySide>
      <Stack gap={1} wrap="wrap" alignItems="center">
        {controls['candidate']}
        {controls['against']}
      </Stack>
      <SideBySide>
        <DataTable
          label={t('pages.versions-view.label-measures-by-version', 'Measures by version')}
          file={`${model}-measures-by-version`}
          sortKey="measureSort"
          columns={measureColumns(versions, pair)}
          rows={compared}
          keyOf={({ name, subject }) => `${name} ${subject}`}
          empty={t('pages.versions.nothing-known', 'Nothing is known in the window.')}
          actions={
            <TableTitle>
              <Trans i18nKey="pages.versions-view.measures">Measures</Trans>
            </TableTitle>
          }
        />
        <DataTable
          label={t('pages.versions-view.label-psi-between-two-versions', 'PSI between two versions')}
          file={`${model}-between-versions`}
          sortKey="betweenSort"
          columns={betweenColumns()}
          rows={psi}
          keyOf={({ feature }) => feature}
          empty={t('pages.versions.choose-two', 'Choose two versions that both have observations in the window.')}
          actions={
            <TableTitle>
              <Trans i18nKey="pages.versions-view.drift-between-the-two">Drift between the two</Trans>
            </TableTitle>
          }
        />
      </SideBySide>
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
      title: t('pages.columns.version', 'Version'),
      value: ({ version }) => version,
      cell: ({ version, level }) => <StatusMark status={{ level, text: version }} />,
    },
    {
      id: 'rate',
      title: t('pages.columns.predictions', 'Predictions'),
      showFrom: 360,
      isNumber: true,
      value: ({ rate }) => rate,
      cell: ({ rate }) => formatNumber(rate, PREDICTIONS_PER_SECOND),
    },
    {
      id: 'share',
      title: t('pages.columns.share', 'Share'),
      isNumber: true,
      value: ({ share }) => share,
      cell: ({ share }) => formatNumber(share, 'percentunit'),
    },
    {
      id: 'bad',
      title: t('pages.columns.beyond-limits', 'Beyond limits'),
      isNumber: true,
      value: ({ bad }) => bad,
    },
    { ...time('first', t('pages.columns.first-seen', 'First seen')), showFrom: 520 },
    { ...time('last', t('pages.columns.last-seen', 'Last seen')), showFrom: 440 },
  ];
}

const betweenColumns = (): Column<MeasureRow>[] => [
  {
    id: 'feature',
    title: t('pages.columns.feature', 'Feature'),
    value: ({ feature }) => feature,
    cell: (row) => <StatusMark status={{ level: levelOf(row), text: row.feature }} />,
  },
  {
    id: 'psi',
    title: t('pages.columns.psi-between', 'PSI between the two'),
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) =>
      Number.isNaN(row.value)
        ? t('pages.versions.too-few-in-one', 'too few observations in one of the two')
        : formatNumber(row.value),
  },
  {
    id: 'noise',
    title: t('pages.columns.noise', 'Noise'),
    showFrom: 340,
    isNumber: true,
    value: ({ criticalValue }) => criticalValue,
    cell: ({ criticalValue }) => formatNumber(criticalValue),
  },
  {
    id: 'n',
    title: t('pages.columns.n', 'n'),
    showFrom: 400,
    isNumber: true,
    value: ({ observations }) => observations,
    cell: ({ observations }) => formatCount(observations),
  },
];

function measureColumns(versions: readonly string[], pair: Pair): Column<ComparedRow>[] {
  // The two that are compared stand beside each other, next to what comes of it.
  const shown = [...versions.filter((version) => version !== pair.candidate && version !== pair.against)];
  if (pair.against !== '') shown.push(pair.against);
  if (pair.candidate !== '') shown.push(pair.candidate);
  return [
    { id: 'area', title: t('pages.columns.area', 'Area'), showFrom: 560, value: ({ area }) => area },
    { id: 'subject', title: t('pages.columns.of', 'Of'), value: ({ subject }) => subject },
    { id: 'measure', title: t('pages.columns.measure', 'Measure'), value: ({ name }) => name },
    ...shown.map((version): Column<ComparedRow> => ({
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
    {
      id: 'verdict',
      title: t('pages.columns.difference', 'Difference'),
      showFrom: 340,
      wraps: true,
      value: ({ verdict }) => verdicts()[verdict].text,
      cell: (row) => <StatusMark status={differenceOf(row, pair)} />,
    },
  ];
}

/** What is better or worse, by how much. */
function differenceOf({ byVersion, verdict }: ComparedRow, { candidate, against }: Pair): Status {
  const { level, text } = verdicts()[verdict];
  const [row, other] = [byVersion.get(candidate), byVersion.get(against)];
  if ((verdict !== 'better' && verdict !== 'worse') || row === undefined || other === undefined) return { level, text };
  return { level, text: `${text}, ${formatDifference(row.value - other.value, row.unit)}` };
}

const verdicts = (): Readonly<Record<Verdict, Status>> => ({
  worse: { level: 'critical', text: t('pages.verdict.worse', 'worse') },
  better: { level: 'ok', text: t('pages.verdict.better', 'better') },
  noise: { level: 'noted', text: t('pages.verdict.noise', 'within noise') },
  unknown: { level: 'noted', text: '–' },
});
