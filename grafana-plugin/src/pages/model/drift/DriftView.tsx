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
    rule === undefined ? [] : [{ title: `Drift of ${model}`, pluginId: 'driftline-drift-map-panel', queries: [rule] }];
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
            label="Drift by feature"
            file={`${model}-drift`}
            columns={columnsOf(to, timeZone)}
            rows={rows}
            keyOf={keyOf}
            empty="No feature of this model has been observed in this time range."
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
  if (features === 0) return 'Create alert rule';
  return `Create alert rule for ${features} ${features === 1 ? 'feature' : 'features'}`;
}

function sentenceOf(rows: readonly DriftRow[], bad: readonly DriftRow[]): string {
  const features = new Set(rows.map(({ row }) => row.feature)).size;
  if (features === 0) return 'Nothing is known of the features in this time range.';
  const names = [...new Set(bad.map(({ row }) => row.feature))];
  if (names.length === 0) return `None of ${features} features is beyond its limit.`;
  return `${names.length} of ${features} features ${names.length === 1 ? 'is' : 'are'} beyond ${names.length === 1 ? 'its limit' : 'their limits'}: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}.`;
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
      title: 'Feature',
      value: ({ row }) => row.feature,
      cell: ({ row, level }) => <StatusMark status={{ level, text: row.feature }} />,
    },
    { id: 'version', title: 'Version', showFrom: 460, value: ({ row }) => row.version },
    {
      ...number(
        'value',
        'Value',
        ({ row }) => row.value,
        (value, { row }) => (Number.isNaN(value) ? whyUnknown(row) : formatNumber(value, row.unit)),
      ),
    },
    {
      ...number(
        'limit',
        'Limit',
        ({ row }) => row.critical,
        (value, { row }) => formatNumber(value, row.unit),
      ),
      showFrom: 400,
    },
    {
      ...number(
        'noise',
        'Noise',
        ({ row }) => row.criticalValue,
        (value, { row }) => formatNumber(value, row.unit),
      ),
      showFrom: 940,
    },
    {
      ...number(
        'n',
        'n',
        ({ row }) => row.observations,
        (value) => formatCount(value),
      ),
      showFrom: 800,
    },
    {
      id: 'trend',
      title: 'Trend',
      showFrom: 540,
      value: ({ line }) => line?.values.findLast((value) => !Number.isNaN(value)),
      cell: ({ row, line }) => (
        <Trend
          values={line?.values ?? []}
          label={`${row.feature} over time`}
          {...(line?.limits === undefined ? {} : { limit: line.limits.critical })}
        />
      ),
    },
    {
      id: 'since',
      title: 'Since',
      showFrom: 340,
      isNumber: true,
      value: ({ since }) => since,
      csv: ({ since }) => (since === undefined ? undefined : new Date(since).toISOString()),
      cell: ({ since }) => (since === undefined ? '' : <RelativeTime time={since} now={now} timeZone={timeZone} />),
    },
    { id: 'bin', title: 'Most from', showFrom: 660, value: ({ bin }) => bin, cell: ({ binText }) => binText },
    {
      ...number(
        'missing',
        'Missing',
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
