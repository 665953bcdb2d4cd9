/** @jest-environment jsdom */
import '../../jsdom.ts';
import {
  dataLayers,
  sceneGraph,
  SceneGridRow,
  SceneQueryRunner,
  VizPanel,
  type EmbeddedScene,
  type SceneGridItem,
  type SceneObject,
} from '@grafana/scenes';
import type { PanelJson } from '../../../workbench/src/dashboard/dashboard-json.ts';
import { dashboardScene } from '../../../workbench/src/dashboard/dashboard-scene.ts';
import { addressOf, DashboardLinks } from '../../../workbench/src/dashboard/DashboardLinks.tsx';
import { bundledDashboard } from '../bundled-dashboard.ts';

const scene = (): EmbeddedScene =>
  dashboardScene(bundledDashboard, {
    from: 'now-10m',
    refresh: '5s',
    variables: { window: ['1m'], model: ['income'] },
  });

const panelsOf = (root: EmbeddedScene): VizPanel[] =>
  sceneGraph.findAllObjects(root, (object) => object instanceof VizPanel) as VizPanel[];

test('has each panel of the dashboard with its plugin, options and queries', () => {
  const panels = panelsOf(scene());
  expect(panels.map(({ state }) => [state.title, state.pluginId])).toEqual(
    bundledDashboard.panels.map(({ title, type }) => [title, type]),
  );
  expect(panels[0]?.state.options).toEqual(bundledDashboard.panels[0]?.options);
  const runner = panels[0]?.state.$data;
  expect(runner instanceof SceneQueryRunner && runner.state.queries).toEqual(bundledDashboard.panels[0]?.targets);
});

test('has each variable, with the values that were set for it', () => {
  const variables = scene().state.$variables?.state.variables ?? [];
  expect(variables.map(({ state }) => state.name)).toEqual(bundledDashboard.templating.list.map(({ name }) => name));
  expect(variables.find(({ state }) => state.name === 'window')?.getValue()).toBe('1m');
  expect(variables.find(({ state }) => state.name === 'model')?.getValue()).toBe('income');
});

test('has the annotations of the dashboard', () => {
  const { AnnotationsDataLayer } = dataLayers;
  const layers = sceneGraph.findAllObjects(scene(), (object) => object instanceof AnnotationsDataLayer);
  const queries = layers.map((layer) => (layer as InstanceType<typeof AnnotationsDataLayer>).state.query);
  expect(queries).toEqual(bundledDashboard.annotations.list);
  expect(queries.length).toBeGreaterThan(0);
});

test('the first threshold of a panel holds for all values below the second', () => {
  const steps = [
    { value: null, color: 'green' },
    { value: 0.2, color: 'red' },
  ];
  const panel = { ...(bundledDashboard.panels[0] as PanelJson), fieldConfig: { defaults: { thresholds: { steps } } } };
  const limited = dashboardScene(
    { ...bundledDashboard, panels: [panel] },
    { from: 'now-10m', refresh: '5s', variables: {} },
  );
  const [thresholds] = panelsOf(limited).map(({ state }) => state.fieldConfig.defaults.thresholds);
  expect(thresholds?.steps.map(({ value }) => value)).toEqual([-Infinity, 0.2]);
});

describe('a dashboard with rows and links', () => {
  const panel = bundledDashboard.panels[0] as PanelJson;
  const row = (id: number, title: string, held?: readonly PanelJson[]): PanelJson => ({
    ...panel,
    id,
    title,
    type: 'row',
    ...(held === undefined ? {} : { collapsed: true, panels: held }),
  });
  const rows = dashboardScene(
    {
      ...bundledDashboard,
      panels: [panel, row(2, 'Open'), { ...panel, id: 3 }, row(4, 'Closed', [{ ...panel, id: 5 }]), row(6, 'Empty')],
      links: [{ title: 'Drift', url: '/d/drift', includeVars: true, keepTime: true }],
    },
    { from: 'now-10m', refresh: '5s', variables: { window: ['1m'], feature: ['age', 'sex'] } },
  );

  test('an open row has what follows it, a closed one what it holds', () => {
    const found = sceneGraph.findAllObjects(rows, (object) => object instanceof SceneGridRow) as SceneGridRow[];
    expect(
      found.map(({ state }) => [
        state.title,
        state.isCollapsed,
        state.children.map((item) => panelKey((item as SceneGridItem).state.body)),
      ]),
    ).toEqual([
      ['Open', false, ['panel-3']],
      ['Closed', true, ['panel-5']],
      ['Empty', false, []],
    ]);
  });

  test('a link keeps what is chosen and the time range', () => {
    const [links] = sceneGraph.findAllObjects(rows, (object) => object instanceof DashboardLinks) as DashboardLinks[];
    const [link] = links?.state.links ?? [];
    if (links === undefined || link === undefined) throw new Error('The scene has no links.');
    const { pathname, searchParams } = new URL(addressOf(links, link), 'http://localhost');
    expect([pathname, searchParams.get('from'), searchParams.get('to')]).toEqual(['/d/drift', 'now-10m', 'now']);
    expect([searchParams.get('var-window'), searchParams.getAll('var-feature')]).toEqual(['1m', ['age', 'sex']]);
  });
});

const panelKey = (body: SceneObject | undefined): string | undefined => body?.state.key;
