import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './ConfigEditor.tsx';
import { DriftlineDataSource } from './DriftlineDataSource.ts';
import { QueryEditor } from './QueryEditor.tsx';
import type { DriftlineQuery, DriftlineSettings } from './types.ts';

export const plugin = new DataSourcePlugin<DriftlineDataSource, DriftlineQuery, DriftlineSettings>(DriftlineDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
