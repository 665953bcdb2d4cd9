import { CoreApp, ThresholdsMode, VariableRefresh, type DataQueryRequest, type FieldConfigSource } from '@grafana/data';
import {
  CustomVariable,
  DataSourceVariable,
  dataLayers,
  EmbeddedScene,
  QueryVariable,
  SceneControlsSpacer,
  SceneDataLayerControls,
  SceneDataLayerSet,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
  type VizPanelMenu,
  type SceneObject,
  type SceneVariable,
} from '@grafana/scenes';
import type { DashboardJson, PanelJson, VariableJson } from './dashboard-json.ts';
import { DashboardLinks } from './DashboardLinks.tsx';

export interface SceneSettings {
  /** Start of the time range, such as `now-10m`. */
  readonly from: string;
  /** Time between refreshes, such as `5s`. */
  readonly refresh: string;
  /** Values of variables that differ from the dashboard's own. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/** What a dashboard tells its data sources of the panel that asks, as Grafana's does. */
function enrichDataRequest(source: SceneObject): Partial<DataQueryRequest> {
  const panel = source.parent;
  return {
    app: CoreApp.Dashboard,
    ...(panel instanceof VizPanel ? { panelName: panel.state.title, panelPluginId: panel.state.pluginId } : {}),
  };
}

/**
 * A scene of the dashboard's variables and panels, with time and refresh pickers.
 *
 * @param menu - gives each panel one
 */
export function dashboardScene(
  dashboard: DashboardJson,
  settings: SceneSettings,
  menu?: () => VizPanelMenu,
): EmbeddedScene {
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: settings.from, to: 'now' }),
    $variables: new SceneVariableSet({
      variables: dashboard.templating.list.map((variable) => variableOf(variable, settings.variables[variable.name])),
    }),
    $data: new SceneDataLayerSet({
      layers: dashboard.annotations.list.map(
        (query) => new dataLayers.AnnotationsDataLayer({ name: query.name, isEnabled: query.enable, query }),
      ),
    }),
    controls: [
      new VariableValueSelectors({}),
      new SceneDataLayerControls(),
      new DashboardLinks({ links: dashboard.links ?? [] }),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: settings.refresh, intervals: ['5s', '10s', '30s', '1m'], isOnCanvas: true }),
    ],
    body: new SceneGridLayout({
      children: childrenOf(dashboard.panels, menu),
      isDraggable: false,
      isResizable: false,
    }),
  });
  return Object.assign(scene, { enrichDataRequest });
}

function variableOf(variable: VariableJson, values: readonly string[] | undefined): SceneVariable {
  const { name, label, multi } = variable;
  const query = typeof variable.query === 'string' ? variable.query : variable.query.query;
  // Another one is taken if there is none of that name.
  const value = multi ? values : values?.[0];
  const chosen = value === undefined ? {} : { value: value as string | string[], text: value as string | string[] };
  if (variable.type === 'datasource') return new DataSourceVariable({ name, label, pluginId: query, ...chosen });
  if (variable.type === 'custom') return new CustomVariable({ name, label, query, isMulti: multi, ...chosen });
  return new QueryVariable({
    name,
    label,
    query,
    datasource: variable.datasource ?? null,
    isMulti: multi,
    includeAll: variable.includeAll,
    ...(variable.includeAll ? { value: ['$__all'], text: ['All'] } : {}),
    ...chosen,
    refresh: VariableRefresh.onTimeRangeChanged,
  });
}

/** What follows an open row belongs to it, as in Grafana. */
function childrenOf(panels: readonly PanelJson[], menu?: () => VizPanelMenu): (SceneGridItem | SceneGridRow)[] {
  const first = panels.findIndex(({ type }) => type === 'row');
  if (first < 0) return panels.map((panel) => gridItemOf(panel, menu?.()));
  const row = panels[first] as PanelJson;
  const others = panels.slice(first + 1);
  const next = others.findIndex(({ type }) => type === 'row');
  const end = next < 0 ? others.length : next;
  const { collapsed = false, panels: held = [] } = row;
  return [
    ...panels.slice(0, first).map((panel) => gridItemOf(panel, menu?.())),
    new SceneGridRow({
      key: `row-${row.id}`,
      title: row.title,
      isCollapsed: collapsed,
      isCollapsible: true,
      y: row.gridPos.y,
      children: (collapsed ? held : others.slice(0, end)).map((panel) => gridItemOf(panel, menu?.())),
    }),
    ...childrenOf(others.slice(end), menu),
  ];
}

function gridItemOf(panel: PanelJson, menu: VizPanelMenu | undefined): SceneGridItem {
  const { x, y, w, h } = panel.gridPos;
  return new SceneGridItem({
    x,
    y,
    width: w,
    height: h,
    body: new VizPanel({
      key: `panel-${panel.id}`,
      title: panel.title,
      ...(menu === undefined ? {} : { menu }),
      description: panel.description,
      pluginId: panel.type,
      options: panel.options,
      fieldConfig: fieldConfigOf(panel.fieldConfig),
      $data: new SceneQueryRunner({
        datasource: panel.datasource,
        queries: [...panel.targets],
        maxDataPoints: 400,
        // Annotations are of some panels alone.
        dataLayerFilter: { panelId: panel.id },
      }),
    }),
  });
}

/** JSON has no infinity: the first step of a dashboard's thresholds is saved as null. */
function fieldConfigOf(saved: PanelJson['fieldConfig']): FieldConfigSource {
  const { thresholds, ...defaults } = saved.defaults;
  if (thresholds === undefined) return { defaults, overrides: [] };
  const steps = thresholds.steps.map((step) => ({ ...step, value: step.value ?? -Infinity }));
  return { defaults: { ...defaults, thresholds: { mode: ThresholdsMode.Absolute, steps } }, overrides: [] };
}
