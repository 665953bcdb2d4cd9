import { t, Trans } from '@grafana/i18n';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useUrlState } from '../../parts/use-url-state.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { nameOf, PROBLEMS } from '../../values/measures.ts';
import { levelOf, whyUnknown } from '../../values/status.ts';
import { PanelRow } from '../PanelRow.tsx';
import { TableTitle } from '../TableTitle.tsx';
import { ViewFrame } from '../ViewFrame.tsx';
import { problemRows, qualityRows, type ProblemRow, type QualityRow } from './quality-rows.ts';

/** Features by their problems, as a table and over time. */
export function DataQualityView({ data: { main }, panels, offered, onRetry, to, timeZone, model }: ViewProps) {
  const [feature, setFeature] = useUrlState('feature');
  const [version, setVersion] = useUrlState('featureVersion', true);
  const open = (row: { readonly feature: string; readonly version: string }): void => {
    setFeature(row.feature);
    setVersion(row.version);
  };
  const rows = qualityRows(main?.series ?? []);
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={rows[0]?.level ?? 'unknown'}
      sentence={sentenceOf(rows)}
      offered={[offered['missing'], offered['others']]}
    >
      <DataTable
        label={t('pages.data-quality-view.label-problems-by-feature', 'Problems by feature')}
        file={`${model}-data-quality`}
        columns={columnsOf(to, timeZone)}
        rows={rows}
        keyOf={(row) => `${row.feature} ${row.version}`}
        empty={t('pages.drift.no-feature-observed', 'No feature of this model has been observed in this time range.')}
        onSelect={open}
        isSelected={(row) => row.feature === feature && row.version === version}
      />
      <DataTable
        label={t('pages.data-quality-view.label-problems', 'Problems')}
        file={`${model}-problems`}
        sortKey="problemSort"
        columns={problemColumns(to, timeZone)}
        rows={problemRows(main?.series ?? [])}
        keyOf={({ row }) => JSON.stringify([row.measure, row.feature, row.version])}
        empty={t('pages.data-quality.no-problem', 'No value has a problem in the window.')}
        actions={
          <TableTitle>
            <Trans i18nKey="pages.data-quality-view.problems-now-and-in-training">Problems, now and in training</Trans>
          </TableTitle>
        }
        onSelect={({ row }) => open(row)}
      />
      <PanelRow panels={[panels['missing'], panels['others']]} />
    </ViewFrame>
  );
}

function sentenceOf(rows: readonly QualityRow[]): string {
  if (rows.length === 0) return t('pages.drift.nothing-known', 'Nothing is known of the features in this time range.');
  const features = new Set(rows.map(({ feature }) => feature));
  const bad = [
    ...new Set(rows.filter(({ level }) => level === 'critical' || level === 'warning').map(({ feature }) => feature)),
  ];
  if (bad.length === 0) {
    return t('pages.data-quality.as-in-training', 'The values of all {{all}} features are as in training.', {
      all: features.size,
    });
  }
  return t('pages.data-quality.more-problems', '', {
    count: bad.length,
    all: features.size,
    names: `${bad.slice(0, 3).join(', ')}${bad.length > 3 ? ' …' : ''}`,
    defaultValue_one: '{{count}} of {{all}} features has more problems than in training: {{- names}}.',
    defaultValue_other: '{{count}} of {{all}} features have more problems than in training: {{- names}}.',
  });
}

function columnsOf(now: number, timeZone: string): Column<QualityRow>[] {
  return [
    {
      id: 'feature',
      title: t('pages.columns.feature', 'Feature'),
      value: ({ feature }) => feature,
      cell: ({ feature, level }) => <StatusMark status={{ level, text: feature }} />,
    },
    { id: 'version', title: t('pages.columns.version', 'Version'), showFrom: 640, value: ({ version }) => version },
    ...PROBLEMS.map((measure): Column<QualityRow> => ({
      id: measure,
      title: titleOf(measure),
      wraps: true,
      isNumber: true,
      value: ({ problems }) => problems.get(measure)?.value,
      cell: ({ problems }) => {
        const row = problems.get(measure);
        // Categories have no range, and numbers no categories.
        if (row === undefined) return '–';
        const level = levelOf(row);
        if (level === 'unknown') return whyUnknown(row);
        const text = formatNumber(row.value, row.unit);
        return level === 'critical' ? (
          <span
            title={t('pages.data-quality.limit', 'Limit {{- limit}}', { limit: formatNumber(row.critical, row.unit) })}
          >
            <StatusMark status={{ level, text }} />
          </span>
        ) : (
          text
        );
      },
    })),
    {
      id: 'n',
      title: t('pages.columns.n', 'n'),
      showFrom: 860,
      isNumber: true,
      value: ({ observations }) => observations,
      cell: ({ observations }) => formatCount(observations),
    },
    {
      id: 'since',
      title: t('pages.columns.since', 'Since'),
      showFrom: 720,
      isNumber: true,
      value: ({ since }) => since,
      csv: ({ since }) => (since === undefined ? undefined : new Date(since).toISOString()),
      cell: ({ since }) => (since === undefined ? '' : <RelativeTime time={since} now={now} timeZone={timeZone} />),
    },
  ];
}

function problemColumns(now: number, timeZone: string): Column<ProblemRow>[] {
  const share = (id: 'value' | 'training' | 'critical', title: string): Column<ProblemRow> => ({
    id,
    title,
    isNumber: true,
    value: ({ row }) => row[id],
    cell: ({ row }) => formatNumber(row[id], row.unit),
  });
  return [
    {
      id: 'feature',
      title: t('pages.columns.feature', 'Feature'),
      value: ({ row }) => row.feature,
      cell: ({ row, level }) => <StatusMark status={{ level, text: row.feature }} />,
    },
    {
      id: 'problem',
      title: t('pages.columns.problem', 'Problem'),
      value: ({ row }) => titleOf(row.measure),
    },
    {
      id: 'version',
      title: t('pages.columns.version', 'Version'),
      showFrom: 480,
      value: ({ row }) => row.version,
    },
    share('value', t('pages.columns.now', 'Now')),
    { ...share('training', t('pages.columns.in-training', 'In training')), showFrom: 540 },
    { ...share('critical', t('pages.columns.limit', 'Limit')), showFrom: 400 },
    {
      id: 'since',
      title: t('pages.columns.since', 'Since'),
      showFrom: 620,
      isNumber: true,
      value: ({ since }) => since,
      csv: ({ since }) => (since === undefined ? undefined : new Date(since).toISOString()),
      cell: ({ since }) => (since === undefined ? '' : <RelativeTime time={since} now={now} timeZone={timeZone} />),
    },
    {
      id: 'n',
      title: t('pages.columns.n', 'n'),
      showFrom: 720,
      isNumber: true,
      value: ({ row }) => row.observations,
      cell: ({ row }) => formatCount(row.observations),
    },
  ];
}

function titleOf(measure: string): string {
  const name = nameOf(measure);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
