import { vector } from '@grafana/promql-builder';
import { baselineSource } from '../../src/distributions/baseline.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { DEFAULT_QUERY, type Baseline } from '../../src/query/measure-query.ts';

/** What is known of an observed baseline, and what its series become. */
function observed(baseline: Baseline) {
  const source = baselineSource({
    ...DEFAULT_QUERY,
    baseline,
    where: { model: ['m'], version: ['2'], profile: ['p'] },
  });
  if (source.kind !== 'observed') throw new Error(`${baseline.kind} is not observed.`);
  return { window: source.window, matched: toPromql(source.matched(vector('a')).build()) };
}

test('the reference is the profile', () => {
  expect(baselineSource(DEFAULT_QUERY)).toEqual({ kind: 'profile' });
});

test('an earlier time is the same series of any profile, before', () => {
  expect(observed({ kind: 'earlier', offset: '1w' })).toEqual({
    window: { offset: '1w', where: { model: ['m'], version: ['2'] } },
    matched: 'a',
  });
});

test('another version is one of any profile, and its series get the label of the version that is asked about', () => {
  expect(observed({ kind: 'version', version: '1' })).toEqual({
    window: { where: { model: ['m'], version: ['1'] } },
    matched: 'label_replace(a, "ml_model_version", "2", "ml_model_version", ".*")',
  });
});

test('another selector is other series over the same window', () => {
  expect(observed({ kind: 'selector', selector: 'h{job="k"}' })).toEqual({
    window: { selector: 'h{job="k"}' },
    matched: 'a',
  });
});
