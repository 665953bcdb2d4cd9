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

export interface SceneSettings {
  /** Start of the time range, such as `now-10m`. */
  readonly from: string;
  /** Time between refreshes, such as `5s`. */
  readonly refresh: string;
  /** Values of variables that differ from the dashboard's own. */
  readonly variables: Readonly<Record<string, string>>;
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
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: settings.refresh, intervals: ['5s', '10s', '30s', '1m'], isOnCanvas: true }),
    ],
    body: new SceneGridLayout({
      children: dashboard.panels.map((panel) => gridItemOf(panel, menu?.())),
      isDraggable: false,
      isResizable: false,
    }),
  });
  return Object.assign(scene, { enrichDataRequest });
}

function variableOf(variable: VariableJson, value: string | undefined): SceneVariable {
  const { name, label, query, multi } = variable;
  if (variable.type === 'datasource') return new DataSourceVariable({ name, label, pluginId: query });
  if (variable.type === 'custom') {
    return new CustomVariable({
      name,
      label,
      query,
      isMulti: multi,
      ...(value === undefined ? {} : { value, text: value }),
    });
  }
  return new QueryVariable({
    name,
    label,
    query,
    datasource: variable.datasource ?? null,
    isMulti: multi,
    includeAll: variable.includeAll,
    ...(variable.includeAll ? { value: ['$__all'], text: ['All'] } : {}),
    // Another one is taken if there is none of that name.
    ...(value === undefined ? {} : { value, text: value }),
    refresh: VariableRefresh.onTimeRangeChanged,
  });
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
      $data: new SceneQueryRunner({ datasource: panel.datasource, queries: [...panel.targets], maxDataPoints: 400 }),
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
