import { checkedQuery } from '../../src/compiler/checked-query.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY, type HistogramSource } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';

const HISTOGRAM: HistogramSource = { kind: 'histogram', selector: 'h', edges: [1], by: [] };
const EARLIER = { kind: 'earlier', offset: '1d' } as const;

test('a query gets its measure, which decides its minimum', () => {
  const { query, measure } = checkedQuery(DEFAULT_QUERY);
  expect(measure.id).toBe('psi');
  expect(query).toEqual(DEFAULT_QUERY);
  expect(checkedQuery({ ...DEFAULT_QUERY, minimumObservations: 7 }).query.minimumObservations).toBe(7);
});

test('what cannot be asked is refused: the measure, a field, the source', () => {
  expect(() => checkedQuery({ ...DEFAULT_QUERY, measure: 'x' })).toThrow(QueryError);
  expect(() => checkedQuery({ ...DEFAULT_QUERY, window: 'x' })).toThrow(QueryError);
  expect(() => checkedQuery({ ...DEFAULT_QUERY, measure: 'missing-share', of: { kind: 'prediction' } })).toThrow(
    'of is prediction, and Missing share is a measure of features alone: choose another measure, such as psi.',
  );
});

test('a measure of distributions takes every source, each with the baselines that it has', () => {
  for (const { id, inputs } of MEASURES.filter(({ subject }) => subject === 'distribution')) {
    expect(inputs).toContain('of');
    expect(() => checkedQuery({ ...DEFAULT_QUERY, measure: id, of: { kind: 'prediction' } })).not.toThrow();
    expect(() => checkedQuery({ ...DEFAULT_QUERY, measure: id, of: HISTOGRAM, baseline: EARLIER })).not.toThrow();
  }
});
