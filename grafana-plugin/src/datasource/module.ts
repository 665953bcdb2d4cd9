import '../common/chunk-address.ts';
import { DataSourcePlugin } from '@grafana/data';
import { DriftlineDataSource } from './DriftlineDataSource.ts';
import { lazily } from '../common/lazily.tsx';
import type { DriftlineQuery, DriftlineSettings } from './types.ts';

// Every dashboard loads this module, and few of its readers edit: the editors are modules of their own.
export const plugin = new DataSourcePlugin<DriftlineDataSource, DriftlineQuery, DriftlineSettings>(DriftlineDataSource)
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
