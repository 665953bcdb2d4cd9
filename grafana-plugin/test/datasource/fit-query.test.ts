import { QUERY_SCHEMA_VERSION } from '@driftline/shared';
import { fitQuery } from '../../src/datasource/fit-query.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { infoOf, MEASURE_INFOS } from './measure-infos.ts';

const HISTOGRAM = { kind: 'histogram', selector: 'latency', edges: [1], by: [] } as const;

/** Every field set, as no measure takes them all. */
const EVERYTHING: CompleteQuery = {
  ...DEFAULT_DRIFTLINE_QUERY,
  refId: 'A',
  where: { model: ['income'], version: ['2'], feature: ['age'], group: ['sex'] },
  window: '1h',
  instant: true,
  baseline: { kind: 'earlier', offset: '1w' },
  of: { kind: 'prediction' },
  show: 'critical-value',
  average: 'macro',
  favorable: '>50K',
  compare: 'pairwise',
  privileged: 'Male',
  quantile: 0.5,
  minimumObservations: 500,
  minimumGroupSize: 30,
  significance: 0.01,
};
const KEPT = { schemaVersion: QUERY_SCHEMA_VERSION, refId: 'A', window: '1h', instant: true };
const REFERENCE = { kind: 'reference' };
const MODEL = { model: ['income'], version: ['2'] };

const fit = (change: Partial<CompleteQuery>): CompleteQuery => {
  const query = { ...EVERYTHING, ...change };
  return fitQuery(query, infoOf(query.measure));
};

test.each<[string, object]>([
  ['throughput', { where: MODEL, baseline: REFERENCE }],
  ['latency-quantile', { where: MODEL, baseline: REFERENCE, quantile: 0.5, minimumObservations: 500 }],
  [
    'disparate-impact',
    {
      where: { ...MODEL, group: ['sex'] },
      baseline: REFERENCE,
      favorable: '>50K',
      compare: 'pairwise',
      privileged: 'Male',
      minimumObservations: 500,
      minimumGroupSize: 30,
      significance: 0.01,
      show: 'critical-value',
    },
  ],
  ['f1', { where: MODEL, baseline: REFERENCE, favorable: '>50K', average: 'macro', minimumObservations: 500 }],
  [
    'mean-shift',
    {
      where: { ...MODEL, feature: ['age'] },
      baseline: EVERYTHING.baseline,
      minimumObservations: 500,
      significance: 0.01,
      show: 'critical-value',
    },
  ],
  [
    'psi',
    {
      where: MODEL,
      baseline: EVERYTHING.baseline,
      of: { kind: 'prediction' },
      minimumObservations: 500,
      significance: 0.01,
      show: 'critical-value',
    },
  ],
])('of everything, %s keeps what it takes', (measure, taken) => {
  expect(fit({ measure })).toStrictEqual({ ...KEPT, measure, ...taken });
});

test('a histogram has no names, and a baseline of its own', () => {
  expect(fit({ of: HISTOGRAM, baseline: { kind: 'reference' } })).toMatchObject({
    where: {},
    baseline: { kind: 'earlier', offset: '1d' },
  });
  const selector = { kind: 'selector', selector: 'latency{job="b"}' } as const;
  expect(fit({ of: HISTOGRAM, baseline: selector }).baseline).toEqual(selector);
});

test("a histogram's baseline goes with the histogram", () => {
  const baseline = { kind: 'selector', selector: 'latency' } as const;
  expect(fit({ measure: 'mean-shift', of: HISTOGRAM, baseline }).baseline).toEqual(REFERENCE);
  expect(fit({ of: { kind: 'features' }, baseline }).baseline).toEqual(REFERENCE);
});

test('what is shown stays if the measure has it', () => {
  expect(fit({ measure: 'accuracy', show: 'lower' }).show).toBe('lower');
  expect(fit({ measure: 'psi', show: 'lower' })).not.toHaveProperty('show');
});

test('a field that is taken back is absent', () => {
  expect(fit({ significance: undefined })).not.toHaveProperty('significance');
});

test.each(MEASURE_INFOS.map(({ id }) => id))('what fits %s fits it still', (measure) => {
  const once = fit({ measure });
  expect(fitQuery(once, infoOf(measure))).toStrictEqual(once);
});

test('what resolves a rule goes with the value that its limit is of', () => {
  const resolvedBy = { window: '5m', limit: 0.25 };
  expect(fit({ measure: 'psi', show: 'value', resolvedBy }).resolvedBy).toEqual(resolvedBy);
  expect(fit({ measure: 'missing-share', show: 'excess', resolvedBy }).resolvedBy).toEqual(resolvedBy);
  expect(fit({ measure: 'psi', show: 'critical-value', resolvedBy }).resolvedBy).toBeUndefined();
});

test.each([
  ['distribution', 'psi', 'accuracy'],
  ['confusion', 'accuracy', 'bias'],
] as const)('regression: the format %s of %s is not kept for %s, which cannot be shown so', (format, has, lacks) => {
  expect(fit({ measure: has, format }).format).toBe(format);
  expect(fit({ measure: lacks, format })).not.toHaveProperty('format');
  expect(fit({ measure: lacks, format: 'table' }).format).toBe('table');
  expect(fit({ measure: lacks, format: 'annotations' }).format).toBe('annotations');
});

test('regression: a warning limit is not kept for a measure without one', () => {
  expect(fit({ measure: 'psi', severity: 'warning' }).severity).toBe('warning');
  expect(fit({ measure: 'js-distance', severity: 'warning' })).not.toHaveProperty('severity');
});

test('each replica by itself goes with values, not with bins or outcomes', () => {
  expect(fit({ measure: 'psi', byReplica: true }).byReplica).toBe(true);
  expect(fit({ measure: 'psi', byReplica: true, format: 'table' }).byReplica).toBe(true);
  expect(fit({ measure: 'psi', byReplica: true, format: 'distribution' })).not.toHaveProperty('byReplica');
  expect(fit({ measure: 'accuracy', byReplica: true, format: 'confusion' })).not.toHaveProperty('byReplica');
});
