/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { setDataSourceSrv, setPluginImportUtils, setRunRequest, type DataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { runRequest } from '../../../workbench/src/host/run-request.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { timeSeriesPanel } from '../../../workbench/src/panels/time-series.tsx';
import { QueryPage } from '../../../workbench/src/pages/QueryPage.tsx';
import { renderPage } from './render-page.tsx';

interface Query extends DataQuery {
  readonly measure: string;
}

const asked: string[] = [];

function Editor({ query, onChange }: QueryEditorProps<DataSourceApi<Query>, Query>) {
  return <button onClick={() => onChange({ ...query, measure: 'missing-share' })}>{query.measure}</button>;
}

beforeAll(() => {
  fillRegistries();
  timeSeriesPanel.meta = panelMeta('timeseries', 'Time series', '');
  setPluginImportUtils({
    importPanelPlugin: () => Promise.resolve(timeSeriesPanel as never),
    getPanelPluginFromCache: () => timeSeriesPanel as never,
  });
  setRunRequest(runRequest);
  const source = {
    uid: 'driftline',
    meta: {},
    getRef: () => ({ uid: 'driftline' }),
    getDefaultQuery: () => ({ measure: 'psi' }),
    components: { QueryEditor: Editor },
    query: ({ targets }: { targets: Query[] }) => {
      asked.push(...targets.map(({ measure }) => measure));
      return Promise.resolve({ data: [] });
    },
  };
  setDataSourceSrv({ get: () => Promise.resolve(source) } as unknown as DataSourceSrv);
});

test('a query that changes in the editor is asked', async () => {
  renderPage(<QueryPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'psi' }));
  expect(await screen.findByRole('button', { name: 'missing-share' })).toBeTruthy();
  expect((await screen.findByRole('status')).textContent).toBe('No data');
  expect(asked.at(-1)).toBe('missing-share');
});
