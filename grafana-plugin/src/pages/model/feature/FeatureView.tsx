import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { binInterval } from '@driftline/shared/bin-order';
import { useStyles2 } from '@grafana/ui';
import { DataTable, fileOf, type Column } from '../../parts/DataTable.tsx';
import { SmallMultiples } from '../../parts/SmallMultiples.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { saveFile } from '../../values/csv.ts';
import { formatCount, formatDifference, formatNumber } from '../../values/format-number.ts';
import { formatDuration } from '../../values/format-time.ts';
import { lineFor, lineId, linesOf, sinceOf, type Line } from '../../values/lines.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { nameOf, PROBLEMS } from '../../values/measures.ts';
import { levelOf, whyUnknown } from '../../values/status.ts';
import { OBSERVATIONS, VERSION } from '../measure-columns.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { baselineTitle, binRows, type BinRow } from './bin-rows.ts';
import { FeatureActions } from './FeatureActions.tsx';
import { momentRows, type MomentRow } from './moment-rows.ts';
import { extentOf, partsOf, type Part } from './where.ts';

/** Distribution, time, replicas, versions, problems and moments of one feature. */
export function FeatureView({
  data: { main },
  panels,
  onRetry,
  dataSource,
  from,
  to,
  model,
  feature,
}: ViewProps & { readonly feature: string }) {
  const styles = useStyles2(getStyles);
  const frames = main?.series ?? [];
  const of = (id: string): MeasureRow[] => measureRows(framesOf(frames, id));
  const lines = (id: string): Line[] => linesOf(framesOf(frames, lineId(id)));
  const bins = binRows(frames);
  const columns = binColumns(baselineTitle(frames), bins);
  const problems = PROBLEMS.flatMap(of);
  const moments = momentRows(frames);
  const chosen = new Set(bins.map(({ version }) => version));
  const versions = partsOf(of('versions'), lines('versions'), ({ version }) => version);
  const [worst] = versions.filter(({ name }) => chosen.size === 0 || chosen.has(name));
  const replicas = partsOf(of('replicas'), lines('replicas'), ({ replica, version }) =>
    [replica === '' ? 'unnamed replica' : replica, chosen.size > 1 ? version : '']
      .filter((text) => text !== '')
      .join(' · '),
  ).filter(({ row }) => worst === undefined || chosen.size > 1 || row.version === worst.name);
  const extent = extentOf(replicas.filter(({ row }) => row.version === worst?.row.version));
  const unseen = 'The feature has not been observed in the window.';
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={worst?.level ?? 'unknown'}
      sentence={worst === undefined ? unseen : sentenceOf(worst.row, lines('versions'), extent, to)}
    >
      <div className={styles.head}>
        <span className={styles.kind}>{kindOf(bins)}</span>
        <FeatureActions
          answer={main}
          feature={feature}
          dataSource={dataSource}
          from={from}
          to={to}
          onSave={bins.length === 0 ? undefined : () => saveFile(`${model}-${feature}-bins.csv`, fileOf(columns, bins))}
        />
      </div>
      <div className={styles.panel}>{panels['distribution']}</div>
      <DataTable
        label="Bins"
        sortKey="binSort"
        columns={columns}
        rows={bins}
        keyOf={({ version, bin }) => `${version} ${bin}`}
        empty={unseen}
      />
      <div className={styles.panel}>{panels['time']}</div>
      <Part title="Where: PSI by replica">
        <SmallMultiples
          title="PSI"
          multiples={replicas.map(multipleOf)}
          empty="No replica has observed the feature in the window."
        />
      </Part>
      <Part title="Where: PSI by version">
        <SmallMultiples
          title="PSI"
          multiples={versions.map(multipleOf)}
          empty="No version has observed the feature in the window."
        />
      </Part>
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
      {moments.length > 0 && (
        <DataTable
          label="Moments"
          file={`${model}-${feature}-moments`}
          sortKey="momentSort"
          columns={MOMENT_COLUMNS}
          rows={moments}
          keyOf={({ moment, row }) => `${moment} ${row.version}`}
          empty=""
          actions={<h3 className={styles.heading}>Moments</h3>}
        />
      )}
    </ViewFrame>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title} className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function multipleOf({ name, row, level, values }: Part) {
  return {
    name,
    level,
    text: Number.isNaN(row.value) ? whyUnknown(row) : formatNumber(row.value, row.unit),
    note: `n ${formatCount(row.observations)}`,
    values,
    limit: row.critical,
  };
}

/** What the values of a feature are, by its bins. */
function kindOf(bins: readonly BinRow[]): string {
  const labels = [...new Set(bins.map(({ bin }) => bin))];
  if (labels.length === 0) return '';
  const kind = labels.some((label) => binInterval(label) !== undefined) ? 'numeric' : 'categorical';
  return `${kind} · ${labels.length} ${labels.length === 1 ? 'bin' : 'bins'}`;
}

function sentenceOf(row: MeasureRow, lines: readonly Line[], extent: string, now: number): string {
  if (Number.isNaN(row.value)) return `The PSI is not known: ${whyUnknown(row)}.`;
  const line = lineFor(lines, row);
  const since = line === undefined ? undefined : sinceOf(line);
  const beyond = since === undefined ? '' : `beyond its limit for ${formatDuration(now - since)}`;
  const evidence = `limit ${formatNumber(row.critical)}, noise ${formatNumber(row.criticalValue)}, n ${formatCount(row.observations)}`;
  return `${[`PSI of ${row.version} is ${formatNumber(row.value)} (${evidence})`, beyond, extent].filter((part) => part !== '').join(', ')}.`;
}

const share = (value: number): string => formatNumber(value, 'percentunit');

/** @param baseline - what the baseline is called */
function binColumns(baseline: string, bins: readonly BinRow[]): Column<BinRow>[] {
  const number = (
    id: 'baseline' | 'earlier' | 'live' | 'count' | 'contribution',
    title: string,
    text: (value: number) => string,
  ): Column<BinRow> => ({ id, title, isNumber: true, value: (row) => row[id], cell: (row) => text(row[id]) });
  const hasWeek = bins.some(({ earlier }) => !Number.isNaN(earlier));
  return [
    { id: 'bin', title: 'Bin', value: ({ bin }) => bin, cell: ({ text }) => text },
    { id: 'version', title: 'Version', value: ({ version }) => version },
    number('baseline', baseline, share),
    ...(hasWeek ? [number('earlier', 'A week earlier', share)] : []),
    number('live', 'Live', share),
    number('count', 'n', formatCount),
    number('contribution', 'Contribution to PSI', (value) => formatNumber(value)),
  ];
}

const PROBLEM_COLUMNS: readonly Column<MeasureRow>[] = [
  { id: 'problem', title: 'Problem', value: ({ measure }) => nameOf(measure) },
  VERSION,
  {
    id: 'value',
    title: 'Now',
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => {
      const level = levelOf(row);
      return <StatusMark status={{ level, text: level === 'unknown' ? whyUnknown(row) : share(row.value) }} />;
    },
  },
  {
    id: 'training',
    title: 'In training',
    isNumber: true,
    value: ({ training }) => training,
    cell: ({ training }) => share(training),
  },
  {
    id: 'limit',
    title: 'Limit',
    isNumber: true,
    value: ({ critical }) => critical,
    cell: ({ critical }) => share(critical),
  },
  OBSERVATIONS,
];

const MOMENT_NAMES: Readonly<Record<MomentRow['moment'], string>> = {
  mean: 'Mean',
  'standard-deviation': 'Standard deviation',
  minimum: 'Minimum',
  maximum: 'Maximum',
};

const MOMENT_COLUMNS: readonly Column<MomentRow>[] = [
  { id: 'moment', title: 'Moment', value: ({ moment }) => MOMENT_NAMES[moment] },
  { id: 'version', title: 'Version', value: ({ row }) => row.version },
  {
    id: 'training',
    title: 'Training',
    isNumber: true,
    value: ({ row }) => row.training,
    cell: ({ row }) => formatNumber(row.training),
  },
  {
    id: 'value',
    title: 'Window',
    isNumber: true,
    value: ({ row }) => row.value,
    cell: ({ row }) => (Number.isNaN(row.value) ? whyUnknown(row) : formatNumber(row.value)),
  },
  {
    id: 'difference',
    title: 'Difference, in standard deviations',
    isNumber: true,
    value: ({ difference }) => difference,
    cell: ({ difference }) => (Number.isNaN(difference) ? '–' : formatDifference(difference)),
  },
];

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  }),
  kind: css({ color: theme.colors.text.secondary }),
  panel: css({ height: 280 }),
  part: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  heading: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
});
