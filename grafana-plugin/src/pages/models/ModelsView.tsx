import { t } from '@grafana/i18n';
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
    return (
      <Failure
        title={t('pages.models-view.title-the-models-cannot-be-listed', 'The models cannot be listed')}
        message={error}
        onRetry={retry}
      />
    );
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
        <Failure
          key={message}
          title={t('pages.models-view.title-some-values-are-missing', 'Some values are missing')}
          message={message}
          onRetry={retry}
        />
      ))}
      <DataTable
        label={t('pages.models-view.label-models', 'Models')}
        file="models"
        columns={columns}
        rows={shown}
        keyOf={({ model }) => model}
        empty={
          rows.length === 0
            ? t('pages.models-view.none', 'No model has reported in this time range.')
            : t('pages.models-view.no-match', 'No model matches: clear the search or the filter.')
        }
        actions={
          <>
            <div className={styles.search}>
              <FilterInput
                placeholder={t('pages.models-view.placeholder-search-models', 'Search models')}
                value={search}
                onChange={setSearch}
                escapeRegex={false}
              />
            </div>
            <RadioButtonGroup
              aria-label={t('pages.models-view.aria-label-show', 'Show')}
              value={show in filters ? show : ''}
              onChange={setShow}
              options={[
                { value: '', label: t('pages.models-view.label.all', 'All') },
                {
                  value: 'attention',
                  label: t('pages.models-view.filter-attention', 'Needs attention {{number}}', {
                    number: count('attention'),
                  }),
                },
                {
                  value: 'silent',
                  label: t('pages.models-view.filter-silent', 'Silent {{number}}', { number: count('silent') }),
                },
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
  if (rows.length === 0) return t('pages.models-view.none', 'No model has reported in this time range.');
  const models = t('pages.models-view.models', '', {
    count: rows.length,
    defaultValue_one: '{{count}} model',
    defaultValue_other: '{{count}} models',
  });
  if (bad.length > 0) {
    const attention = t('pages.models-view.need-attention', '', {
      count: bad.length,
      models,
      names: namesOf(bad),
      defaultValue_one: '{{count}} of {{- models}} needs attention: {{- names}}.',
      defaultValue_other: '{{count}} of {{- models}} need attention: {{- names}}.',
    });
    return `${attention}${silence(silent)}`;
  }
  if (silent.length === rows.length)
    return t('pages.models-view.none-reports', 'None of {{- models}} reports.', { models });
  const well = t('pages.models-view.well', 'Nothing needs attention in {{- models}}.', { models });
  return `${well}${silence(silent)}`;
}

/** A sentence to follow another one; empty where all models report. */
function silence(silent: readonly ModelRow[]): string {
  if (silent.length === 0) return '';
  const sentence = t('pages.models-view.silent', '', {
    count: silent.length,
    names: namesOf(silent),
    defaultValue_one: '{{- names}} is silent.',
    defaultValue_other: '{{- names}} are silent.',
  });
  return ` ${sentence}`;
}

function namesOf(rows: readonly ModelRow[]): string {
  const names = rows.map(({ model }) => model);
  return names.length <= 3
    ? names.join(', ')
    : t('pages.models-view.names-and-more', '{{- names}} and {{more}} more', {
        names: names.slice(0, 3).join(', '),
        more: names.length - 3,
      });
}

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.trim().toLowerCase());

const isLoading = (state: LoadingState): boolean => state === LoadingState.Loading || state === LoadingState.NotStarted;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  search: css({ width: 240 }),
});
