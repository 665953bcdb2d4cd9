import '../common/chunk-address.ts';
import { DataSourcePlugin } from '@grafana/data';
import { lazily } from '../common/lazily.tsx';
import { initTranslations } from '../common/translations.ts';
import { DashboardDataSource } from './DashboardDataSource.ts';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import type { DriftlineQuery, DriftlineSettings } from './types.ts';

await initTranslations('driftline-model-datasource');

// Every dashboard loads this module, and few of its readers edit: the editors are modules of their own.
export const plugin = new DataSourcePlugin<DriftlineDataSource, DriftlineQuery, DriftlineSettings>(DashboardDataSource)
  .setConfigEditor(
    lazily(
      async () => (await import(/* webpackChunkName: "datasource/config-editor" */ './ConfigEditor.tsx')).ConfigEditor,
    ),
  )
  .setQueryEditor(
    lazily(
      async () => (await import(/* webpackChunkName: "datasource/query-editor" */ './QueryEditor.tsx')).QueryEditor,
    ),
  );
