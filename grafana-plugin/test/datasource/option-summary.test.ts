import { optionSummary } from '../../src/datasource/option-summary.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { infoOf } from './measure-infos.ts';

const summary = (change: Partial<CompleteQuery>, place: Parameters<typeof optionSummary>[2] = 'panel'): string => {
  const query = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A', ...change };
  return optionSummary(query, infoOf(query.measure), place);
};

test('a new query has a window, and all else by default', () => {
  expect(summary({})).toBe('Window: 5m');
});

test.each<[Partial<CompleteQuery>, string]>([
  [{ show: 'critical-value', significance: 0.01 }, 'Show: Critical value · Significance: 0.01'],
  [{ format: 'table', minimumObservations: 0 }, 'Format: Table · Min. observations: 0'],
  [{ instant: true }, 'Type: Instant'],
  [{ measure: 'f1', average: 'macro', favorable: '>50K' }, 'Favorable class: >50K · Average: Macro: every class alike'],
  [
    { measure: 'disparate-impact', compare: 'pairwise', privileged: 'Male', minimumGroupSize: 30 },
    'Compare groups: Each with the reference group · Reference group: Male · Min. group size: 30',
  ],
  [{ measure: 'latency-quantile', quantile: 0.5 }, 'Quantile: 0.5'],
  [{ labelFilters: [{ label: 'team', operator: '=~', value: 'a|b' }] }, 'Label filters: team=~"a|b"'],
  [{ legend: '{{ml_feature_name}}' }, 'Legend: {{ml_feature_name}}'],
  [{ byReplica: true }, 'Each replica: yes'],
  [{ resolvedBy: { window: '15m', limit: 0.25 } }, 'Resolve within: 0.25 over 15m'],
])('what is set of %j is said', (change, said) => {
  expect(summary(change)).toBe(`Window: 5m · ${said}`);
});

test('a rule and annotations have no format', () => {
  expect(summary({ format: 'table', instant: true, legend: 'x' }, 'rule')).toBe('Window: 5m');
  expect(summary({ format: 'annotations' }, 'annotation')).toBe('Window: 5m');
});

test('what the measure does not take is not said', () => {
  expect(summary({ measure: 'throughput', significance: 0.01, favorable: 'x' })).toBe('Window: 5m');
});
