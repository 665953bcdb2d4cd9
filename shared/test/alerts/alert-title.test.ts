import { alertTitle } from '../../src/alerts/alert-title.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { alertOf } from './alert-of.ts';

test.each([
  ['psi', undefined, 'Feature drift: PSI above 0.25'],
  ['disparate-impact', undefined, 'Fairness: disparate impact below 0.8'],
  ['missing-share', undefined, 'Missing values: 5 points above the training share'],
  ['missing-share', 0.125, 'Missing values: 12.5 points above the training share'],
  ['accuracy-drop', undefined, 'Performance: accuracy drop above 5%'],
  ['latency-quantile', undefined, 'Latency above 200 ms'],
  ['latency-quantile', 1.5, 'Latency above 1.5 s'],
  ['recall', 0.7, 'Recall below 70%'],
  ['prediction-psi', undefined, 'Prediction drift: PSI above 0.25'],
  ['error-share', undefined, 'Error share above 5%'],
  ['no-traffic', undefined, 'No traffic'],
  ['telemetry-lost', undefined, 'Telemetry lost'],
  ['reference-missing', undefined, 'Reference missing'],
  ['mean-shift', 0.5, 'Feature drift: Mean shift above 0.5'],
] as const)('%s at %s', (measure, limit, title) => {
  expect(alertTitle(alertOf(measure, limit))).toBe(title);
});

test('a limit shows no trace of how numbers are held', () => {
  expect(alertTitle(alertOf('missing-share', 0.07))).toBe('Missing values: 7 points above the training share');
  expect(alertTitle(alertOf('latency-quantile', 0.0029))).toBe('Latency above 2.9 ms');
});

test('drift is that of what the query looks at', () => {
  expect(alertTitle(alertOf('psi', 0.2, { of: { kind: 'prediction' } }))).toBe('Prediction drift: PSI above 0.2');
  const of = { kind: 'histogram', selector: 'h', edges: [1], by: [] } as const;
  const query = { of, baseline: { kind: 'earlier', offset: '1d' } as const };
  expect(alertTitle(alertOf('psi', 0.2, query))).toBe('Distribution drift: PSI above 0.2');
});

test('no two measures have the same title', () => {
  const titles = MEASURES.filter(({ hasPromql }) => hasPromql).map(({ id }) => alertTitle(alertOf(id, 0.5)));
  expect(new Set(titles).size).toBe(titles.length);
});
