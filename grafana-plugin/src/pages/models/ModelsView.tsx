import { css } from '@emotion/css';
import { useCallback, useState } from 'react';
import { LoadingState, type GrafanaTheme2 } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { FilterInput, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { getDataSourceSrv } from '@grafana/runtime';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Failure } from '../parts/Failure.tsx';
import { LoadingRows } from '../parts/LoadingRows.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { useResource } from '../parts/use-resource.ts';
import { useUrlState } from '../parts/use-url-state.ts';
import { DATA_SOURCE_TYPE } from '../../common/data-source-type.ts';
import type { ViewProps } from '../scenes/QueriedView.tsx';
import { LOOK_BACK, modelRows, needsAttention, type ModelRow } from './model-rows.ts';
import { useModelColumns } from './models-columns.tsx';

/** All models: what needs attention, and a table with the worst of each area. */
export function ModelsView({ data, onRetry, dataSource, from, to, timeZone }: ViewProps) {
  const styles = useStyles2(getStyles);
  const [attempt, setAttempt] = useState(0);
  const parameters = { from: Math.min(from, to - LOOK_BACK), to };
  const { answer: reports, error } = useResource<Report[]>(dataSource, 'reports', parameters, attempt);
  const retry = useCallback((): void => {
    setAttempt((count) => count + 1);
    onRetry();
  }, [onRetry]);
  const [search, setSearch] = useUrlState('search', true);
  const [show, setShow] = useUrlState('show');
  const columns = useModelColumns(to, timeZone);
  const { main: table, trends } = data;

  if (isMissing(dataSource)) return <FirstRun dataSource="" onArrival={retry} />;
  if (error !== undefined && reports === undefined) {
    return <Failure title="The models cannot be listed" message={error} onRetry={retry} />;
  }
  if (reports === undefined || table === undefined || (isLoading(table.state) && table.series.length === 0)) {
    return <LoadingRows rows={6} height={32} />;
  }
  if (reports.length === 0 && (table.errors ?? []).length === 0) {
    return <FirstRun dataSource={dataSource} onArrival={retry} />;
  }
  const rows = modelRows(reports, table, trends, to);
  const filters: Readonly<Record<string, (row: ModelRow) => boolean>> = {
    attention: needsAttention,
    silent: ({ isSilent }) => isSilent,
  };
  const count = (filter: string): number => rows.filter(filters[filter] ?? (() => true)).length;
  const shown = rows.filter(filters[show] ?? (() => true)).filter(({ model }) => contains(model, search));
  const failures = [...new Set((table.errors ?? []).map(({ message = '' }) => message))];
  return (
    <div className={styles.page}>
      <Sentence level={rows.find(needsAttention)?.level ?? (rows.length === 0 ? 'unknown' : 'ok')}>
        {sentenceOf(rows)}
      </Sentence>
      {failures.map((message) => (
        <Failure key={message} title="Some values are missing" message={message} onRetry={retry} />
      ))}
      <DataTable
        label="Models"
        file="models"
        columns={columns}
        rows={shown}
        keyOf={({ model }) => model}
        empty={
          rows.length === 0
            ? 'No model has reported in this time range.'
            : 'No model matches: clear the search or the filter.'
        }
        actions={
          <>
            <div className={styles.search}>
              <FilterInput placeholder="Search models" value={search} onChange={setSearch} escapeRegex={false} />
            </div>
            <RadioButtonGroup
              aria-label="Show"
              value={show in filters ? show : ''}
              onChange={setShow}
              options={[
                { value: '', label: 'All' },
                { value: 'attention', label: `Needs attention ${count('attention')}` },
                { value: 'silent', label: `Silent ${count('silent')}` },
              ]}
            />
          </>
        }
      />
    </div>
  );
}

/** Whether there is no data source of ours to choose from. */
function isMissing(dataSource: string): boolean {
  return dataSource === '' && getDataSourceSrv().getList({ pluginId: DATA_SOURCE_TYPE }).length === 0;
}

/** What a reader in a hurry needs to know. */
function sentenceOf(rows: readonly ModelRow[]): string {
  const bad = rows.filter(needsAttention);
  const silent = rows.filter(({ isSilent }) => isSilent);
  const all = `${rows.length} ${rows.length === 1 ? 'model' : 'models'}`;
  if (rows.length === 0) return 'No model has reported in this time range.';
  const silence = silent.length === 0 ? '' : ` ${namesOf(silent)} ${silent.length === 1 ? 'is' : 'are'} silent.`;
  if (bad.length > 0) {
    return `${bad.length} of ${all} ${bad.length === 1 ? 'needs' : 'need'} attention: ${namesOf(bad)}.${silence}`;
  }
  if (silent.length === rows.length) return `None of ${all} reports.`;
  return `Nothing needs attention in ${all}.${silence}`;
}

function namesOf(rows: readonly ModelRow[]): string {
  const names = rows.map(({ model }) => model);
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.trim().toLowerCase());

const isLoading = (state: LoadingState): boolean => state === LoadingState.Loading || state === LoadingState.NotStarted;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  search: css({ width: 240 }),
});
