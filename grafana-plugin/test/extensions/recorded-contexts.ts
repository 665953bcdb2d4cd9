import type { AskedContext } from '../../src/extensions/asked-context.ts';
import type { RuleContext } from '../../src/extensions/alert-link.ts';

/**
 * What Grafana 12.4 told the links of a prototype, cut to a few queries, with the present id of the data source and the
 * present form of its queries.
 */
const DATA_SOURCE = { type: 'driftline-model-datasource', uid: 'driftline' };

export const PANEL_MENU = {
  id: 6,
  pluginId: 'timeseries',
  title: 'Latency',
  timeRange: { from: 'now-15m', to: 'now' },
  timeZone: 'browser',
  dashboard: { uid: 'driftline-model', title: 'Driftline: model', tags: ['driftline'] },
  targets: [0.5, 0.95].map((quantile, index) => ({
    baseline: { kind: 'reference' },
    datasource: DATA_SOURCE,
    where: { model: ['$model'] },
    measure: 'latency-quantile',
    quantile,
    refId: 'AB'[index] as string,
    window: '$window',
  })),
  scopedVars: {},
  data: { state: 'Error', series: [], annotations: [], errors: [{ message: 'Driftline has no store.' }] },
} as unknown as AskedContext;

export const EXPLORE = {
  exploreId: 'yvr',
  targets: [{ refId: 'A', measure: 'psi', datasource: DATA_SOURCE }],
  data: { state: 'Error', series: [], annotations: [], request: { app: 'explore', panelId: 45207 } },
  timeRange: { from: 'now-1h', to: 'now' },
  timeZone: 'browser',
  shouldShowAddCorrelation: true,
  panelsState: {},
} as unknown as AskedContext;

const expression = (where: object): string =>
  JSON.stringify([
    {
      refId: 'A',
      queryType: '',
      relativeTimeRange: { from: 600, to: 0 },
      datasourceUid: 'driftline',
      model: { intervalMs: 1000, maxDataPoints: 43200, measure: 'psi', refId: 'A', ...where },
    },
    {
      refId: 'B',
      queryType: '',
      relativeTimeRange: { from: 0, to: 0 },
      datasourceUid: '__expr__',
      model: {
        conditions: [{ evaluator: { params: [1], type: 'gt' } }],
        expression: 'A',
        refId: 'B',
        type: 'threshold',
      },
    },
  ]);

/** @param where - what the query of the rule is narrowed to */
export function alertingRule(where?: object): RuleContext {
  return {
    name: 'Feature rate above 1',
    namespace: 'fg5bqkckriznkd',
    group: 'driftline',
    expression: expression(where === undefined ? {} : { where }),
    labels: { driftline: 'drift', severity: 'warning' },
    annotations: { __dashboardUid__: 'driftline-model', __panelId__: '1' },
  } as RuleContext;
}
