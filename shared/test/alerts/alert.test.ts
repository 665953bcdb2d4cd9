import { alertsOf, DEFAULT_ALERTS, DEFAULT_RULE_OPTIONS, promqlAlertsOf } from '../../src/alerts/alert.ts';
import { ALERT_SIGNIFICANCE } from '../../src/statistics/significance.ts';
import { compile } from '../../src/compiler/compile.ts';
import type { MeasureId } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';

const limits = (...alerts: [MeasureId, number | undefined][]) =>
  alertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map(alerts) }).map(({ severity, side, limit }) => [
    severity,
    side,
    limit,
  ]);

test('the default alerts each have a limit', () => {
  const alerted = alertsOf(DEFAULT_RULE_OPTIONS).map(({ measure }) => measure.id);
  expect(new Set(alerted)).toEqual(new Set(DEFAULT_ALERTS));
});

test('a warning stands before the critical alert where people expect one', () => {
  expect(limits(['psi', undefined], ['missing-share', undefined])).toEqual([
    ['warning', 'above', 0.1],
    ['critical', 'above', 0.25],
    ['warning', 'above', 0.02],
    ['critical', 'above', 0.05],
  ]);
});

test('a limit of its own has no warning beside it, and lies on the side that is worse', () => {
  expect(limits(['psi', 0.05], ['disparate-impact', 0.9], ['recall', 0.7], ['throughput', 100])).toEqual([
    ['critical', 'above', 0.05],
    ['critical', 'below', 0.9],
    ['critical', 'below', 0.7],
    ['critical', expect.stringMatching(/above|below/), 100],
  ]);
});

test('a measure without a limit, and one that no rule can hold, are refused', () => {
  expect(() => limits(['recall', undefined])).toThrow(QueryError);
  expect(() => limits(['recall', undefined])).toThrow('Recall has no default limit: give one, such as recall=0.1.');
  const wasserstein = { ...DEFAULT_RULE_OPTIONS, alerts: new Map([['wasserstein', undefined]] as const) };
  expect(() => promqlAlertsOf(wasserstein)).toThrow('cannot be written as PromQL');
});

test('both windows are compiled, for what every rule asks about', () => {
  const query = { where: { model: ['income'] }, minimumObservations: 50 };
  const [alert] = promqlAlertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([['psi', 0.2]]), query });
  const over = (window: string): string => compile({ ...DEFAULT_QUERY, ...query, window }).promql;
  expect([alert?.long, alert?.short]).toEqual([over('1h'), over('5m')]);
  expect(alert?.query).toEqual({ ...DEFAULT_QUERY, ...query, show: 'value' });
});

test('drift has to be above noise over the long window, and the value itself resolves it', () => {
  const [alert] = promqlAlertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([['psi', 0.2]]) });
  const query = { ...DEFAULT_QUERY, window: '1h', significance: ALERT_SIGNIFICANCE };
  expect(alert?.critical).toBe(compile({ ...query, show: 'critical-value' }).promql);
  const [given] = promqlAlertsOf({
    ...DEFAULT_RULE_OPTIONS,
    alerts: new Map([['psi', 0.2]]),
    query: { significance: 0.01 },
  });
  expect(given?.critical).toBe(compile({ ...query, significance: 0.01, show: 'critical-value' }).promql);
  expect([given?.long, given?.short]).toEqual([alert?.long, alert?.short]);
});

test('a share of problems has to exceed that of the training data by the lower end of its interval', () => {
  const [, alert] = promqlAlertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([['missing-share', undefined]]) });
  const query = { ...DEFAULT_QUERY, measure: 'missing-share', show: 'excess' } as const;
  expect(alert?.long).toBe(compile({ ...query, window: '1h', significance: ALERT_SIGNIFICANCE }).promql);
  expect(alert?.short).toBe(compile({ ...query, window: '5m' }).promql);
  expect([alert?.limit, alert?.critical]).toEqual([0.05, undefined]);
});

test('a problem of a model as a whole is looked for in the short window alone', () => {
  const [alert] = promqlAlertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([['telemetry-lost', undefined]]) });
  expect(alert?.long).toBe(compile({ ...DEFAULT_QUERY, measure: 'telemetry-lost', window: '5m' }).promql);
  expect([alert?.short, alert?.activity]).toEqual([undefined, undefined]);
});

test('models that run in batches need no activity, beside others that do', () => {
  const activityOf = (model: string[]) =>
    promqlAlertsOf({
      ...DEFAULT_RULE_OPTIONS,
      alerts: new Map([['latency-quantile', undefined]]),
      batchModels: ['nightly'],
      query: { where: { model } },
    })[0]?.activity?.promql;
  expect(activityOf(['nightly'])).toBeUndefined();
  expect(activityOf(['income'])).not.toContain('nightly');
  expect(activityOf([])).toMatch(/\[5m\].* or .*ml_model_name="nightly".*\[1h\]/);
});
