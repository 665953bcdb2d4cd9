/** @jest-environment jsdom */
import '../jsdom.ts';
import { locationService, setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';
import { completeQuery, plan, type SavedQuery } from '@driftline/shared';
import { createRuleOfPanel, watchHistogram } from '../../src/extensions/actions.ts';
import type { AskedContext } from '../../src/extensions/asked-context.ts';
import type { RuleValues } from '../../src/datasource/rule-values.ts';
import { namesOnly, type Names } from '../datasource/render-fields.tsx';
import { templatesOf } from '../datasource/templates.ts';
import { EXPLORE, PANEL_MENU } from './recorded-contexts.ts';

/** One data source of Driftline, which answers what is given. */
function givenDataSource(names: Names = {}): void {
  setDataSourceSrv({
    get: () => Promise.resolve(Object.assign(namesOnly(names), { uid: 'driftline' })),
    getList: () => [{ uid: 'driftline' }],
  } as never);
}

beforeEach(() => {
  locationService.push('/d/driftline-model?from=now-15m');
  setTemplateSrv(templatesOf({ model: 'income', window: '6h', job: ['a.b', 'c'] }));
});

test('a panel becomes an alert rule of its first query, which is linked to the panel', async () => {
  givenDataSource();
  await createRuleOfPanel(PANEL_MENU);
  const { defaults, returnTo } = locationService.getSearchObject();
  expect(locationService.getLocation().pathname).toBe('/alerting/new');
  expect(returnTo).toBe('/d/driftline-model?from=now-15m');
  const values = JSON.parse(String(defaults)) as RuleValues;
  expect(values).toMatchObject({
    name: 'Latency of income',
    queries: [
      { datasourceUid: 'driftline', model: { measure: 'latency-quantile', quantile: 0.5, window: '6h' } },
      { model: { conditions: [{ evaluator: { type: 'gt', params: [0.2] } }] } },
    ],
  });
  expect(values.annotations).toEqual(
    expect.arrayContaining([
      { key: '__dashboardUid__', value: 'driftline-model' },
      { key: '__panelId__', value: '6' },
    ]),
  );
});

test('a measure of another release is refused', async () => {
  givenDataSource({ measures: () => Promise.resolve([]) });
  await expect(createRuleOfPanel(PANEL_MENU)).rejects.toThrow('There is no measure "latency-quantile"');
});

const HISTOGRAM = {
  ...EXPLORE,
  targets: [
    {
      refId: 'A',
      expr: 'sum by (le, job) (rate(latency_bucket{job=~"$job"}[5m]))',
      datasource: { type: 'prometheus', uid: 'p' },
    },
  ],
} as unknown as AskedContext;

test('a histogram is watched in Explore, with the edges of the store and the values of variables', async () => {
  const edges = jest.fn().mockResolvedValue([0.1, 1]);
  givenDataSource({ edges });
  await watchHistogram(HISTOGRAM);
  expect(locationService.getLocation().pathname).toBe('/explore');
  const { panes } = locationService.getSearchObject();
  const { driftline } = JSON.parse(String(panes)) as {
    readonly driftline: { readonly queries: readonly [SavedQuery]; readonly range: object };
  };
  const [query] = driftline.queries;
  expect(query.of).toEqual({
    kind: 'histogram',
    selector: 'latency{job=~"(a\\\\.b|c)"}',
    edges: [0.1, 1],
    by: ['job'],
  });
  expect(edges).toHaveBeenCalledWith('latency{job=~"(a\\\\.b|c)"}', undefined);
  expect(driftline.range).toEqual({ from: 'now-1h', to: 'now' });
  expect(() => plan(completeQuery(query))).not.toThrow();
});

test('a histogram that no store of Driftline has is not watched', async () => {
  givenDataSource();
  await expect(watchHistogram(HISTOGRAM)).rejects.toThrow('No Driftline data source finds latency{job=~');
  expect(locationService.getLocation().pathname).toBe('/d/driftline-model');
});
