import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { AddToDashboard } from '../../parts/AddToDashboard.tsx';
import { CreateRule } from '../../parts/CreateRule.tsx';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { Trend } from '../../parts/Trend.tsx';
import { useUrlState } from '../../parts/use-url-state.ts';
import { askedQuestion } from '../../scenes/asked-question.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatCount, formatNumber } from '../../values/format-number.ts';
import { lineId } from '../../values/lines.ts';
import { whyUnknown } from '../../values/status.ts';
import { ViewFrame } from '../ViewFrame.tsx';
import { driftRows, type DriftRow } from './drift-rows.ts';

/** Features by how far they drifted, as a table and over time. */
export function DriftView({ data: { main }, panels, controls, onRetry, dataSource, to, timeZone, model }: ViewProps) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const styles = useStyles2(getStyles);
  const [feature, setFeature] = useUrlState('feature');
  const [version, setVersion] = useUrlState('featureVersion', true);
  const rows = driftRows(main?.series ?? []);
  const bad = rows.filter(({ level }) => level === 'critical' || level === 'warning');
  const features = [...new Set(rows.filter((row) => marked.has(keyOf(row))).map(({ row }) => row.feature))];
  const question = askedQuestion(main, lineId('drift'), dataSource);
  const rule = question && { ...question, where: { ...question.where, feature: features } };
  const panel =
    rule === undefined
      ? []
      : [
          {
            title: t('pages.drift.drift-of', 'Drift of {{- model}}', { model }),
            pluginId: 'driftline-drift-map-panel',
            queries: [rule],
          },
        ];
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={bad[0]?.level ?? (rows.length === 0 ? 'unknown' : 'ok')}
      sentence={sentenceOf(rows, bad)}
    >
      <div className={styles.halves}>
        <div className={styles.table}>
          <DataTable
            label={t('pages.drift-view.label-drift-by-feature', 'Drift by feature')}
            file={`${model}-drift`}
            columns={columnsOf(to, timeZone)}
            rows={rows}
            keyOf={keyOf}
            empty={t(
              'pages.drift.no-feature-observed',
              'No feature of this model has been observed in this time range.',
            )}
            onSelect={({ row }) => {
              setFeature(row.feature);
              setVersion(row.version);
            }}
            isSelected={({ row }) => row.feature === feature && row.version === version}
            marked={marked}
            onMark={setMarked}
            actions={
              <>
                {controls['measure']}
                <CreateRule query={rule} dataSource={dataSource} label={labelOf(features.length)} />
                <AddToDashboard panels={panel} timeRange={main?.timeRange} />
              </>
            }
          />
        </div>
        <div className={styles.panel}>{panels['time']}</div>
      </div>
    </ViewFrame>
  );
}

const keyOf = ({ row }: DriftRow): string => `${row.feature} ${row.version}`;

function labelOf(features: number): string {
  if (features === 0) return t('pages.create-rule.create-alert-rule', 'Create alert rule');
  return t('pages.drift.create-rule', '', {
    count: features,
    defaultValue_one: 'Create alert rule for {{count}} feature',
    defaultValue_other: 'Create alert rule for {{count}} features',
  });
}

function sentenceOf(rows: readonly DriftRow[], bad: readonly DriftRow[]): string {
  const features = new Set(rows.map(({ row }) => row.feature)).size;
  if (features === 0) return t('pages.drift.nothing-known', 'Nothing is known of the features in this time range.');
  const names = [...new Set(bad.map(({ row }) => row.feature))];
  if (names.length === 0) {
    return t('pages.drift.none-beyond', 'None of {{all}} features is beyond its limit.', { all: features });
  }
  return t('pages.drift.beyond', '', {
    count: names.length,
    all: features,
    names: `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`,
    defaultValue_one: '{{count}} of {{all}} features is beyond its limit: {{- names}}.',
    defaultValue_other: '{{count}} of {{all}} features are beyond their limits: {{- names}}.',
  });
}

function columnsOf(now: number, timeZone: string): Column<DriftRow>[] {
  const number = (
    id: string,
    title: string,
    value: (row: DriftRow) => number,
    text: (value: number, row: DriftRow) => string,
  ): Column<DriftRow> => ({ id, title, isNumber: true, value, cell: (row) => text(value(row), row) });
  return [
    {
      id: 'feature',
      title: t('pages.columns.feature', 'Feature'),
      value: ({ row }) => row.feature,
      cell: ({ row, level }) => <StatusMark status={{ level, text: row.feature }} />,
    },
    { id: 'version', title: t('pages.columns.version', 'Version'), showFrom: 460, value: ({ row }) => row.version },
    {
      ...number(
        'value',
        t('pages.columns.value', 'Value'),
        ({ row }) => row.value,
        (value, { row }) => (Number.isNaN(value) ? whyUnknown(row) : formatNumber(value, row.unit)),
      ),
    },
    {
      ...number(
        'limit',
        t('pages.columns.limit', 'Limit'),
        ({ row }) => row.critical,
        (value, { row }) => formatNumber(value, row.unit),
      ),
      showFrom: 400,
    },
    {
      ...number(
        'noise',
        t('pages.columns.noise', 'Noise'),
        ({ row }) => row.criticalValue,
        (value, { row }) => formatNumber(value, row.unit),
      ),
      showFrom: 940,
    },
    {
      ...number(
        'n',
        t('pages.columns.n', 'n'),
        ({ row }) => row.observations,
        (value) => formatCount(value),
      ),
      showFrom: 800,
    },
    {
      id: 'trend',
      title: t('pages.columns.trend', 'Trend'),
      showFrom: 540,
      value: ({ line }) => line?.values.findLast((value) => !Number.isNaN(value)),
      cell: ({ row, line }) => (
        <Trend
          values={line?.values ?? []}
          label={t('pages.status-card.trend', '{{- title}} over time', { title: row.feature })}
          {...(line?.limits === undefined ? {} : { limit: line.limits.critical })}
        />
      ),
    },
    {
      id: 'since',
      title: t('pages.columns.since', 'Since'),
      showFrom: 340,
      isNumber: true,
      value: ({ since }) => since,
      csv: ({ since }) => (since === undefined ? undefined : new Date(since).toISOString()),
      cell: ({ since }) => (since === undefined ? '' : <RelativeTime time={since} now={now} timeZone={timeZone} />),
    },
    {
      id: 'bin',
      title: t('pages.columns.most-from', 'Most from'),
      showFrom: 660,
      value: ({ bin }) => bin,
      cell: ({ binText }) => binText,
    },
    {
      ...number(
        'missing',
        t('pages.columns.missing', 'Missing'),
        ({ missing }) => missing,
        (value) => formatNumber(value, 'percentunit'),
      ),
      showFrom: 860,
    },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  halves: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) }),
  table: css({ flex: '1 1 960px', minWidth: 0 }),
  panel: css({ flex: '1 1 380px', minWidth: 0, height: 420 }),
});
