import { NEVER } from 'rxjs';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { setBackendSrv, setDataSourceSrv, DataSourceWithBackend, locationService } from '@grafana/runtime';
import type { DataSourceInstanceSettings } from '@grafana/data';
import { LocationRouter } from '../../workbench/src/host/LocationRouter.tsx';
import type { ViewProps } from '../../src/pages/scenes/QueriedView.tsx';

/** End of the time range of the views. */
export const NOW = Date.UTC(2026, 0, 10);

/** What resources of the data source answer, by their paths; an error is thrown. */
export type Answers = Readonly<Record<string, unknown>>;

/** Renders a view below a router, with a data source that answers as given, and the address that is given. */
export function renderView(element: ReactElement, answers: Answers = {}, address = '/'): void {
  locationService.push(address);
  const dataSource = new DataSourceWithBackend({ uid: 'driftline', jsonData: {} } as DataSourceInstanceSettings);
  Object.assign(dataSource, {
    getResource: (path: string) =>
      answers[path] instanceof Error ? Promise.reject(answers[path]) : Promise.resolve(answers[path]),
    testDatasource: () =>
      Promise.resolve({ status: 'success', message: 'The store answers, in the language of the back end.' }),
  });
  setBackendSrv({ fetch: answers['fetch'] ?? (() => NEVER) } as never);
  setDataSourceSrv({
    get: () => Promise.resolve(dataSource),
    getList: () => (answers['none'] === true ? [] : [{}]),
  } as never);
  render(<LocationRouter>{element}</LocationRouter>);
}

/** What a view is given unless a test says otherwise. */
export function viewProps(more: Partial<ViewProps> = {}): ViewProps {
  return {
    data: {},
    panels: {},
    offered: {},
    controls: {},
    values: {},
    onRetry: () => undefined,
    dataSource: 'driftline',
    from: NOW - 3_600_000,
    to: NOW,
    timeZone: 'utc',
    window: '1h',
    model: 'income',
    ...more,
  };
}
