import { compile } from '../../src/compiler/compile.ts';
import { evaluate } from '../../src/compiler/evaluate.ts';
import { plan } from '../../src/compiler/plan.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { MODEL, series } from '../counts/made-up-series.ts';
import { answersFor } from './answers-for.ts';

const accuracy: MeasureQuery = { ...DEFAULT_QUERY, measure: 'accuracy', segment: { name: 'country' } };
const worst: MeasureQuery = { ...DEFAULT_QUERY, measure: 'worst-segment' };

const segment = (value: string, name = 'country') => ({ ml_segment_name: name, ml_segment_value: value });
const cells = (value: string, right: number, wrong: number, name?: string) => [
  series({ ...MODEL, ...segment(value, name), ml_outcome_predicted: 'yes', ml_outcome_actual: 'yes' }, right),
  series({ ...MODEL, ...segment(value, name), ml_outcome_predicted: 'yes', ml_outcome_actual: 'no' }, wrong),
];

const OUTCOMES = /ml_segment_outcomes_total/;
const TRAINED = /ml_segment_reference_performance\{.*accuracy/;
const trained = (value: string, of: number, name?: string) => series({ ...MODEL, ...segment(value, name) }, of);

test('each segment has a value of its own, named by its value', () => {
  const frames = evaluate(
    accuracy,
    answersFor(accuracy, [60], [[OUTCOMES, [...cells('DE', 300, 100), ...cells('FR', 200, 0)]]]),
  );
  expect(frames.map(({ name, labels, values }) => [name, labels['ml_segment_value'], values.value])).toEqual([
    ['m 1 DE', 'DE', [0.75]],
    ['m 1 FR', 'FR', [1]],
  ]);
});

test('all measures but those of rankings, calls and delays take a segment', () => {
  const refused = MEASURES.filter(({ inputs }) => !inputs.includes('segment')).map(({ id }) => id);
  expect(refused).toEqual([
    'ndcg',
    'hit-rate',
    'label-delay',
    'latency-quantile',
    'throughput',
    'error-share',
    'error-type-share',
    'no-traffic',
    'reference-missing',
    'telemetry-lost',
  ]);
  expect(() => plan({ ...accuracy, measure: 'throughput' })).toThrow(
    'segment is given, and Throughput is not counted by segment',
  );
});

test('values without their attribute, and segments of a histogram, are refused', () => {
  expect(() => plan({ ...accuracy, segment: { values: ['DE'] } })).toThrow(
    'segment.values is ["DE"] without a segment.name',
  );
  const of = { kind: 'histogram', selector: 'h', edges: [1], by: [] } as const;
  expect(() => plan({ ...DEFAULT_QUERY, of, baseline: { kind: 'earlier', offset: '1d' }, segment: {} })).toThrow(
    'segment is of a model',
  );
});

const answers = answersFor(
  worst,
  [60],
  [
    [
      OUTCOMES,
      [
        ...cells('DE', 300, 100),
        ...cells('FR', 380, 20),
        // Its drop is the largest, and it has too few outcomes.
        ...cells('LU', 1, 100),
        ...cells('web', 350, 50, 'channel'),
      ],
    ],
    [TRAINED, [trained('DE', 0.8), trained('FR', 0.99), trained('LU', 0.9), trained('web', 0.97, 'channel')]],
  ],
);

test('the worst segment is the one that fell furthest below its own rows, among those with enough outcomes', () => {
  const found = evaluate(worst, answers);
  expect(found.map(({ name }) => name)).toEqual(['m 1 channel=web']);
  expect(found[0]?.values.value?.[0]).toBeCloseTo(0.97 - 0.875);
  expect(found[0]?.values.observations).toEqual([400]);
});

test('it is found among those of one attribute, and as PromQL', () => {
  const query: MeasureQuery = { ...worst, segment: { name: 'country' } };
  expect(compile(query).promql).toMatch(/^topk by \(ml_model_name, ml_model_version\) \(1, /);
  expect(compile({ ...query, show: 'observations' }).promql).toMatch(
    / and on \(ml_model_name, ml_model_version, ml_segment_name, ml_segment_value\) topk by /,
  );
  expect(compile(query).legend).toBe('{{ml_model_name}} {{ml_model_version}} {{ml_segment_value}}');
});
