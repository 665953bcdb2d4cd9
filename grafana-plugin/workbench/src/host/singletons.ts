import type { ComponentType } from 'react';
import { EventBusSrv, locationUtil, type GrafanaConfig } from '@grafana/data';
import * as runtime from '@grafana/runtime';
import { initializeLoggersRegistry } from '@grafana/runtime/unstable';
import { AddToDashboardForm } from './AddToDashboardForm.tsx';
import { backEnd } from './back-end.ts';
import { workbenchDataSources } from './data-sources.ts';
import { importPanel, loadedPanel } from './panels.ts';
import { fillRegistries } from './registries.ts';
import { runRequest } from './run-request.ts';
import { templates } from './templates.ts';

/** Components that Grafana exposes to plugins. */
const EXPOSED: Readonly<Record<string, ComponentType<never>>> = {
  'grafana/add-to-dashboard-form/v1': AddToDashboardForm,
};

/** Fills every place where Grafana would have put a service of its own. */
export async function setSingletons(): Promise<void> {
  fillRegistries();
  initializeLoggersRegistry();
  locationUtil.initialize({
    config: runtime.config as unknown as GrafanaConfig,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-1h', to: 'now' }),
  });
  runtime.setBackendSrv(backEnd);
  runtime.setTemplateSrv(templates);
  runtime.setRunRequest(runRequest);
  runtime.setAppEvents(new EventBusSrv());
  runtime.setEchoSrv({
    flush: () => undefined,
    addBackend: () => undefined,
    addEvent: () => undefined,
    getBackends: () => [],
  } as unknown as runtime.EchoSrv);
  runtime.setPluginImportUtils({ importPanelPlugin: importPanel, getPanelPluginFromCache: loadedPanel });
  runtime.setPluginLinksHook(() => ({ isLoading: false, links: [] }));
  runtime.setPluginComponentHook((id) => ({
    isLoading: false,
    component: (EXPOSED[id] ?? null) as ReturnType<typeof runtime.usePluginComponent>['component'],
  }));
  runtime.setPluginComponentsHook(() => ({ isLoading: false, components: [] }));
  runtime.setPluginFunctionsHook(() => ({ isLoading: false, functions: [] }));
  runtime.setDataSourceSrv(await workbenchDataSources());
}
