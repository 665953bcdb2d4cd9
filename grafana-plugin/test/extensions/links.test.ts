/** @jest-environment jsdom */
import '../jsdom.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EventBusSrv, PluginExtensionPoints, type PluginExtensionEventHelpers } from '@grafana/data';
import { setAppEvents, setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';
import { LINKS } from '../../src/extensions/links.ts';
import { templatesOf } from '../datasource/templates.ts';
import { alertingRule, EXPLORE, PANEL_MENU } from './recorded-contexts.ts';

let sources: object[];

beforeEach(() => {
  sources = [{ uid: 'driftline' }];
  setTemplateSrv(templatesOf({ model: 'income' }));
  setDataSourceSrv({ getList: () => sources, get: () => Promise.reject(new Error('There is none.')) } as never);
});

/** Titles of the links that are shown at an extension point. */
const shownAt = (point: PluginExtensionPoints, context: object | undefined): string[] =>
  LINKS.filter(({ targets }) => targets.includes(point))
    .filter(({ configure }) => configure === undefined || configure(context) !== undefined)
    .map(({ title }) => title);

const PROMETHEUS = {
  ...EXPLORE,
  targets: [{ refId: 'A', expr: 'rate(latency_bucket[5m])', datasource: { type: 'prometheus', uid: 'p' } }],
};

test('each place has the links that make sense there', () => {
  expect(shownAt(PluginExtensionPoints.DashboardPanelMenu, PANEL_MENU)).toEqual(['Open model', 'Create alert rule']);
  expect(shownAt(PluginExtensionPoints.DashboardPanelMenu, PROMETHEUS)).toEqual(['Watch this distribution for drift']);
  expect(shownAt(PluginExtensionPoints.ExploreToolbarAction, EXPLORE)).toEqual(['Open model']);
  expect(shownAt(PluginExtensionPoints.ExploreToolbarAction, PROMETHEUS)).toEqual([
    'Watch this distribution for drift',
  ]);
  expect(shownAt(PluginExtensionPoints.AlertingAlertingRuleAction, alertingRule())).toEqual([
    'Open the model of this rule',
  ]);
  expect(shownAt(PluginExtensionPoints.AlertInstanceAction, { instance: { labels: { driftline: 'drift' } } })).toEqual([
    'Open the model of this alert',
  ]);
  expect(shownAt(PluginExtensionPoints.CommandPalette, {})).toEqual(['Driftline: models']);
});

test.each([PluginExtensionPoints.DashboardPanelMenu, PluginExtensionPoints.ExploreToolbarAction])(
  '%s of others has none',
  (point) => {
    const targets = [{ refId: 'A', expr: 'up', datasource: { type: 'prometheus', uid: 'p' } }];
    expect(shownAt(point, { ...EXPLORE, targets })).toEqual([]);
    expect(shownAt(point, undefined)).toEqual([]);
  },
);

test('without a Driftline data source there is nothing to watch with', () => {
  sources = [];
  expect(shownAt(PluginExtensionPoints.ExploreToolbarAction, PROMETHEUS)).toEqual([]);
});

test('paths are of the app: Grafana drops others', () => {
  for (const { path } of LINKS) if (path !== undefined) expect(path).toMatch(/^\/a\/driftline-model-app\//);
});

test('what goes wrong is said', async () => {
  const events = new EventBusSrv();
  setAppEvents(events);
  const said = new Promise((resolve) => {
    events
      .getStream({ type: 'alert-warning' } as never)
      .subscribe((event) => resolve((event as { payload?: unknown }).payload));
  });
  const link = LINKS.find(({ title }) => title === 'Create alert rule');
  link?.onClick?.(undefined, { context: PANEL_MENU } as unknown as PluginExtensionEventHelpers);
  expect(await said).toEqual(['No alert rule', 'There is none.']);
});

test('Grafana is told of the same links, and loads the app for them', () => {
  const path = fileURLToPath(new URL('../../src/plugin.json', import.meta.url));
  const { preload, extensions } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly preload: boolean;
    readonly extensions: { readonly addedLinks: readonly object[] };
  };
  expect(preload).toBe(true);
  expect(extensions.addedLinks).toEqual(
    LINKS.map(({ targets, title, description }) => ({ targets, title, description })),
  );
});
