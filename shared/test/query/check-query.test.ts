import { checkQuery } from '../../src/query/check-query.ts';
import { DEFAULT_QUERY, type HistogramSource, type MeasureQuery } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';

const HISTOGRAM: HistogramSource = { kind: 'histogram', selector: 'h{job="j"}', edges: [1, 2], by: ['job'] };
const EARLIER = { kind: 'earlier', offset: '1d' } as const;

const check = (change: object): void => checkQuery({ ...DEFAULT_QUERY, ...change } as MeasureQuery);

test.each<Partial<MeasureQuery>>([
  {},
  { window: '1h30m' },
  { window: '$__rate_interval' },
  { where: { model: ['a', 'b'], group: [] } },
  { quantile: 0.5, significance: 0.01, minimumObservations: 0, show: 'lower', average: 'macro' },
  { of: { kind: 'prediction' } },
  { of: HISTOGRAM, baseline: EARLIER },
  { of: HISTOGRAM, baseline: { kind: 'selector', selector: 'h{job="k"}' } },
  { where: { version: ['1'] }, baseline: { kind: 'version', version: '2' } },
])('accepts %j', (change) => {
  expect(() => check(change)).not.toThrow();
});

test.each<[string, object]>([
  ['window is "5": give a Prometheus duration', { window: '5' }],
  ['show is "p-value": give one of value, observations', { show: 'p-value' }],
  ['average is "micro": give one of favorable, macro, weighted', { average: 'micro' }],
  ['quantile is 0: give a number between 0 and 1, such as 0.99', { quantile: 0 }],
  ['significance is 1: give a number above 0 and up to 0.5, such as 0.05', { significance: 1 }],
  ['minimumObservations is NaN', { minimumObservations: NaN }],
  ['minimumObservations is Infinity', { minimumObservations: Infinity }],
  ['where.model is [1]: give a list of texts', { where: { model: [1] } }],
  ['of is {"kind":"rows"}: its kind is one of features, prediction and histogram', { of: { kind: 'rows' } }],
  ['of.selector is "h[5m]"', { of: { ...HISTOGRAM, selector: 'h[5m]' }, baseline: EARLIER }],
  ['of.edges is []', { of: { ...HISTOGRAM, edges: [] }, baseline: EARLIER }],
  ['of.edges is [2, 1]', { of: { ...HISTOGRAM, edges: [2, 1] }, baseline: EARLIER }],
  ['of.edges is [1, Infinity]', { of: { ...HISTOGRAM, edges: [1, Infinity] }, baseline: EARLIER }],
  ['of.by holds "le": give names of labels such as job, without le', { of: { ...HISTOGRAM, by: ['job', 'le'] } }],
  ['of.by holds "a b"', { of: { ...HISTOGRAM, by: ['a b'] } }],
  ['baseline is the reference profile, which a histogram does not have', { of: HISTOGRAM }],
  ['baseline is a version, which a histogram', { of: HISTOGRAM, baseline: { kind: 'version', version: '1' } }],
  ['baseline is a selector, which only a histogram', { baseline: { kind: 'selector', selector: 'h' } }],
  ['baseline.selector is "h + h"', { of: HISTOGRAM, baseline: { kind: 'selector', selector: 'h + h' } }],
  ['baseline.offset is "yesterday"', { baseline: { kind: 'earlier', offset: 'yesterday' } }],
  ['baseline.offset is "$__range"', { baseline: { kind: 'earlier', offset: '$__range' } }],
  ['baseline is version "2": choose exactly one other version', { baseline: { kind: 'version', version: '2' } }],
  [
    'baseline is version "2": choose exactly one other version',
    { where: { version: ['2'] }, baseline: { kind: 'version', version: '2' } },
  ],
  [
    'baseline is version "2": choose exactly one other version',
    { where: { version: ['1', '3'] }, baseline: { kind: 'version', version: '2' } },
  ],
  ['baseline is {"kind":"last"}: its kind is one of', { baseline: { kind: 'last' } }],
])('refuses a query: %s', (sentence, change) => {
  expect(() => check(change)).toThrow(QueryError);
  expect(() => check(change)).toThrow(sentence);
});
