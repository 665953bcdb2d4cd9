import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import {
  ATTRIBUTES,
  DEFAULT_RULE_OPTIONS,
  labelOf,
  measureById,
  METRICS,
  planQueries,
  prometheusRules,
  seriesPattern,
} from '@driftline/shared';
import { panelsOf, savedDashboards, type SavedDashboard } from './saved-dashboards.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DRIFTLINE = savedDashboards('driftline');
const PLAIN = savedDashboards('plain');
const TABS = ['overview', 'drift', 'data-quality', 'performance', 'fairness', 'serving'];

const named = (dashboards: readonly SavedDashboard[]) => dashboards.map((each) => [each.title, each] as const);

test('both sets have the same dashboards, under uids of their own', () => {
  const titles = [
    'Model data quality',
    'Model drift',
    'Model fairness',
    'Model performance',
    'Model serving',
    'Models',
  ];
  expect(DRIFTLINE.map(({ title }) => title).sort()).toEqual(titles);
  expect(PLAIN.map(({ title }) => title).sort()).toEqual(titles);
  const bundled = JSON.parse(
    readFileSync(`${ROOT}/grafana-plugin/src/dashboards/model.json`, 'utf8'),
  ) as SavedDashboard;
  const uids = [...DRIFTLINE, ...PLAIN, bundled].map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(13);
});

describe.each([
  ['driftline', 'driftline-model-datasource', DRIFTLINE],
  ['plain', 'prometheus', PLAIN],
] as const)('the set %s', (_, type, dashboards) => {
  test.each(named(dashboards))(
    '%s asks the data source that its variable names, and nothing else',
    (_title, dashboard) => {
      const asked: unknown[] = [];
      JSON.stringify(dashboard, (key, value: unknown) => {
        if (key === 'datasource') asked.push(value);
        return value;
      });
      expect(asked.length).toBeGreaterThan(10);
      expect(new Set(asked.map((each) => JSON.stringify(each)))).toEqual(
        new Set([JSON.stringify({ type, uid: '${ds}' })]),
      );
      expect(dashboard.templating.list[0]).toMatchObject({ name: 'ds', type: 'datasource', query: type });
    },
  );

  test.each(named(dashboards))('%s leads to each of the others, with what is chosen', (_title, { uid, links }) => {
    const others = links.filter(({ url }) => url.startsWith('/d/'));
    expect(others.map(({ url }) => url.slice('/d/'.length)).sort()).toEqual(
      dashboards
        .map((each) => each.uid)
        .filter((each) => each !== uid)
        .sort(),
    );
    for (const link of links) expect(link).toMatchObject({ includeVars: true, keepTime: true });
  });

  test.each(named(dashboards))(
    '%s has panels side by side over the whole width, each described',
    (_title, dashboard) => {
      const panels = panelsOf(dashboard);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_each, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      for (const { gridPos } of panels) {
        const line = panels.filter((each) => each.gridPos.y === gridPos.y);
        expect(line.reduce((sum, each) => sum + each.gridPos.w, 0)).toBe(24);
      }
      const ids = [...dashboard.panels, ...panels].map(({ id }) => id);
      expect(new Set(ids).size).toBe(new Set([...dashboard.panels, ...panels]).size);
      for (const { title, description } of panels)
        expect([title, description]).toEqual([title, expect.stringMatching(/\.$/)]);
    },
  );

  test.each(named(dashboards))('%s uses variables that it has', (_title, dashboard) => {
    const own = dashboard.templating.list.map(({ name }) => name);
    const used = [...JSON.stringify(dashboard).matchAll(/\$(?:\{)?([a-z]\w*)/g)].map(([, name]) => name);
    expect(own).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});

describe.each(named(DRIFTLINE))('%s with the plugin', (_, dashboard) => {
  const pluginIds = globSync('grafana-plugin/src/**/plugin.json', { cwd: ROOT }).map(
    (path) => (JSON.parse(readFileSync(`${ROOT}/${path}`, 'utf8')) as { id: string }).id,
  );

  test('has panels and measures that exist, and questions that can be asked', () => {
    const models = panelsOf(dashboard).flatMap(({ type, targets = [] }) => {
      expect([...pluginIds, 'stat']).toContain(type);
      for (const { measure } of targets) expect(measureById(String(measure)).id).toBe(measure);
      return targets;
    });
    const marks = dashboard.annotations.list.map(({ target = {} }) => target);
    const queries = [...models, ...marks].map((target, i) => ({
      refId: `${i}`,
      model: { ...target, window: '5m' },
      from: 0,
      to: 3_600_000,
      intervalMs: 15_000,
    }));
    for (const planned of planQueries({ settings: {}, queries }).queries) expect(planned).not.toHaveProperty('error');
  });

  test('draws each crossing on a panel that shows the measure', () => {
    for (const { target = {}, filter } of dashboard.annotations.list) {
      if (target['marks'] === 'versions') continue;
      const panels = panelsOf(dashboard).filter(({ id }) => filter?.ids.includes(id));
      expect(panels).not.toEqual([]);
      for (const { targets = [] } of panels) expect(targets.map(({ measure }) => measure)).toContain(target['measure']);
    }
  });

  test('leads to tabs that the app has', () => {
    const paths = [...JSON.stringify(dashboard).matchAll(/"\/a\/([^"?]+)/g)].map(([, path]) => String(path));
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      expect(path).toMatch(new RegExp(`^driftline-model-app/models(/\\$\\{[^}]+\\}/(${TABS.join('|')}))?$`));
    }
  });
});

describe.each(named(PLAIN))('%s in PromQL', (_, dashboard) => {
  const rules = prometheusRules(DEFAULT_RULE_OPTIONS).groups.flatMap((group) => group.rules.map((rule) => rule));
  const recorded = rules.flatMap((rule) => ('record' in rule ? [rule.record] : []));
  const expressions = [
    ...panelsOf(dashboard).flatMap(({ targets = [] }) => targets.map(({ expr }) => String(expr))),
    ...dashboard.annotations.list.map(({ expr }) => String(expr)),
  ];

  test('has panels that Grafana brings', () => {
    for (const { type } of panelsOf(dashboard)) expect(['timeseries', 'bargauge', 'stat']).toContain(type);
  });

  test('names metrics of the catalog, recorded series and labels that exist', () => {
    const metric = new RegExp(`^(${Object.values(METRICS).map(seriesPattern).join('|')})$`);
    const labels = [...Object.values(ATTRIBUTES).map(labelOf), 'instance', 'le', '__name__', 'alertstate', 'driftline'];
    let seen = 0;
    for (const expr of expressions) {
      parser
        .configure({ strict: true })
        .parse(expr)
        .iterate({
          enter: ({ name, from, to, node }) => {
            const text = expr.slice(from, to);
            if (name === 'Identifier' && node.parent?.name === 'VectorSelector') {
              seen++;
              if (text !== 'ALERTS' && !recorded.includes(text)) expect(text).toMatch(metric);
            }
            // Labels that an expression itself makes on the way are none of the store's.
            if (name === 'LabelName' && node.parent?.name === 'UnquotedLabelMatcher') expect(labels).toContain(text);
          },
        });
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('reads what rules record, wherever they do', () => {
    const exprs = new Set(rules.flatMap((rule) => ('record' in rule ? [rule.expr] : [])));
    // As a reader of all models asks.
    const ofAll = expressions.map((expr) => expr.replaceAll(/,? ?\w+=~?"\$\w+"/g, '').replaceAll('{}', ''));
    expect(ofAll.filter((expr) => exprs.has(expr))).toEqual([]);
  });
});
