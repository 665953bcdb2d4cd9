import { t, Trans } from '@grafana/i18n';
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
import { observationsColumn, versionColumn } from '../measure-columns.tsx';
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
    [replica === '' ? t('pages.feature.unnamed-replica', 'unnamed replica') : replica, chosen.size > 1 ? version : '']
      .filter((text) => text !== '')
      .join(' · '),
  ).filter(({ row }) => worst === undefined || chosen.size > 1 || row.version === worst.name);
  const extent = extentOf(replicas.filter(({ row }) => row.version === worst?.row.version));
  const unseen = t('pages.feature.unseen', 'The feature has not been observed in the window.');
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
        label={t('pages.feature-view.label-bins', 'Bins')}
        sortKey="binSort"
        columns={columns}
        rows={bins}
        keyOf={({ version, bin }) => `${version} ${bin}`}
        empty={unseen}
      />
      <div className={styles.panel}>{panels['time']}</div>
      <Part title={t('pages.feature-view.title-where-psi-by-replica', 'Where: PSI by replica')}>
        <SmallMultiples
          title={t('pages.feature-view.title-psi', 'PSI')}
          multiples={replicas.map(multipleOf)}
          empty={t('pages.feature.no-replica', 'No replica has observed the feature in the window.')}
        />
      </Part>
      <Part title={t('pages.feature-view.title-where-psi-by-version', 'Where: PSI by version')}>
        <SmallMultiples
          title={t('pages.feature-view.title-psi', 'PSI')}
          multiples={versions.map(multipleOf)}
          empty={t('pages.feature.no-version', 'No version has observed the feature in the window.')}
        />
      </Part>
      <DataTable
        label={t('pages.feature-view.label-problems', 'Problems')}
        file={`${model}-${feature}-problems`}
        sortKey="problemSort"
        columns={featureProblemColumns()}
        rows={problems}
        keyOf={({ measure, version }) => `${measure} ${version}`}
        empty={t('pages.feature.no-problems', 'No problems are counted of this feature.')}
        actions={
          <h3 className={styles.heading}>
            <Trans i18nKey="pages.feature-view.problems">Problems</Trans>
          </h3>
        }
      />
      {moments.length > 0 && (
        <DataTable
          label={t('pages.feature-view.label-moments', 'Moments')}
          file={`${model}-${feature}-moments`}
          sortKey="momentSort"
          columns={momentColumns()}
          rows={moments}
          keyOf={({ moment, row }) => `${moment} ${row.version}`}
          empty=""
          actions={
            <h3 className={styles.heading}>
              <Trans i18nKey="pages.feature-view.moments">Moments</Trans>
            </h3>
          }
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
    note: t('pages.evidence.n', 'n {{n}}', { n: formatCount(row.observations) }),
    values,
    limit: row.critical,
  };
}

/** What the values of a feature are, by its bins. */
function kindOf(bins: readonly BinRow[]): string {
  const labels = [...new Set(bins.map(({ bin }) => bin))];
  if (labels.length === 0) return '';
  const count = labels.length;
  return labels.some((label) => binInterval(label) !== undefined)
    ? t('pages.feature.numeric', '', {
        count,
        defaultValue_one: 'numeric · {{count}} bin',
        defaultValue_other: 'numeric · {{count}} bins',
      })
    : t('pages.feature.categorical', '', {
        count,
        defaultValue_one: 'categorical · {{count}} bin',
        defaultValue_other: 'categorical · {{count}} bins',
      });
}

function sentenceOf(row: MeasureRow, lines: readonly Line[], extent: string, now: number): string {
  if (Number.isNaN(row.value)) {
    return t('pages.feature.psi-unknown', 'The PSI is not known: {{- reason}}.', { reason: whyUnknown(row) });
  }
  const line = lineFor(lines, row);
  const since = line === undefined ? undefined : sinceOf(line);
  const parts = [
    t('pages.feature.psi-is', 'PSI of {{- version}} is {{- value}} (limit {{- limit}}, noise {{- noise}}, n {{n}})', {
      version: row.version,
      value: formatNumber(row.value),
      limit: formatNumber(row.critical),
      noise: formatNumber(row.criticalValue),
      n: formatCount(row.observations),
    }),
    since === undefined
      ? ''
      : t('pages.feature.beyond-for', 'beyond its limit for {{- duration}}', { duration: formatDuration(now - since) }),
    extent,
  ];
  // A list, in whose order nothing depends on the language.
  return `${parts.filter((part) => part !== '').join(', ')}.`;
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
    { id: 'bin', title: t('pages.columns.bin', 'Bin'), value: ({ bin }) => bin, cell: ({ text }) => text },
    { id: 'version', title: t('pages.columns.version', 'Version'), value: ({ version }) => version },
    number('baseline', baseline, share),
    ...(hasWeek
      ? [{ ...number('earlier', t('pages.columns.week-earlier', 'A week earlier'), share), showFrom: 500 }]
      : []),
    number('live', t('pages.columns.live', 'Live'), share),
    { ...number('count', t('pages.columns.n', 'n'), formatCount), showFrom: 440 },
    {
      ...number('contribution', t('pages.columns.contribution', 'Contribution to PSI'), (value) => formatNumber(value)),
      showFrom: 340,
    },
  ];
}

const featureProblemColumns = (): Column<MeasureRow>[] => [
  { id: 'problem', title: t('pages.columns.problem', 'Problem'), value: ({ measure }) => nameOf(measure) },
  versionColumn(),
  {
    id: 'value',
    title: t('pages.columns.now', 'Now'),
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => {
      const level = levelOf(row);
      return <StatusMark status={{ level, text: level === 'unknown' ? whyUnknown(row) : share(row.value) }} />;
    },
  },
  {
    id: 'training',
    title: t('pages.columns.in-training', 'In training'),
    isNumber: true,
    value: ({ training }) => training,
    cell: ({ training }) => share(training),
  },
  {
    id: 'limit',
    title: t('pages.columns.limit', 'Limit'),
    showFrom: 340,
    isNumber: true,
    value: ({ critical }) => critical,
    cell: ({ critical }) => share(critical),
  },
  observationsColumn(),
];

const momentNames = (): Readonly<Record<MomentRow['moment'], string>> => ({
  mean: t('pages.moments.mean', 'Mean'),
  'standard-deviation': t('pages.moments.standard-deviation', 'Standard deviation'),
  minimum: t('pages.moments.minimum', 'Minimum'),
  maximum: t('pages.moments.maximum', 'Maximum'),
});

const momentColumns = (): Column<MomentRow>[] => [
  { id: 'moment', title: t('pages.columns.moment', 'Moment'), value: ({ moment }) => momentNames()[moment] },
  { id: 'version', title: t('pages.columns.version', 'Version'), value: ({ row }) => row.version },
  {
    id: 'training',
    title: t('pages.columns.training', 'Training'),
    showFrom: 340,
    isNumber: true,
    value: ({ row }) => row.training,
    cell: ({ row }) => formatNumber(row.training),
  },
  {
    id: 'value',
    title: t('pages.columns.window', 'Window'),
    isNumber: true,
    value: ({ row }) => row.value,
    cell: ({ row }) => (Number.isNaN(row.value) ? whyUnknown(row) : formatNumber(row.value)),
  },
  {
    id: 'difference',
    title: t('pages.columns.difference-in-deviations', 'Difference, in standard deviations'),
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
