/** @jest-environment jsdom */
import '../../jsdom.ts';
import { dataLayers, sceneGraph, SceneQueryRunner, VizPanel, type EmbeddedScene } from '@grafana/scenes';
import { dashboardScene } from '../../../workbench/src/dashboard/dashboard-scene.ts';
import { bundledDashboard } from '../bundled-dashboard.ts';

const scene = (): EmbeddedScene =>
  dashboardScene(bundledDashboard, { from: 'now-10m', refresh: '5s', variables: { window: ['1m'], model: ['income'] } });

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
  const thresholds = panelsOf(scene()).flatMap(({ state }) => state.fieldConfig.defaults.thresholds ?? []);
  expect(thresholds.length).toBeGreaterThan(0);
  for (const { steps } of thresholds) expect(steps[0]?.value).toBe(-Infinity);
});
