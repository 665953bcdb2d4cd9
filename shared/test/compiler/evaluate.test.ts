import fc from 'fast-check';
import { evaluate } from '../../src/compiler/evaluate.ts';
import { plan } from '../../src/compiler/plan.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { FEATURE, MODEL, series } from '../counts/made-up-series.ts';
import { answersFor } from './answers-for.ts';
import { LABELS_OF_ALL } from './labels-of-all.ts';
import { queriesOf } from './queries-of.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, minimumObservations: 100 };
const TIMES = [60, 120, 180];

const LIVE = /ml_feature_observations_total/;
const SHARES = /ml_reference_feature_ratio/;
const ROWS = /ml_reference_rows/;
const TOGETHER = /^count by .*ml_reference_feature_missing_ratio/;

const bin = (feature: string, label: string, ...values: number[]) =>
  series({ ...FEATURE, ml_feature_name: feature, ml_feature_bin: label }, ...values);

const PROFILE = [
  [SHARES, [bin('age', '≤1', 0.5, 0.5, 0.5), bin('age', '>1', 0.5, 0.5, 0.5)]],
  [ROWS, [series(FEATURE, 1000, 1000, 1000)]],
  [TOGETHER, [series(MODEL, 1, 1, 1)]],
] as const;

test('a frame has the values, the counts behind them, the critical value and the limits', () => {
  const live = [bin('age', '≤1', 90, NaN, 30), bin('age', '>1', 30, NaN, 30)];
  expect(evaluate(query, answersFor(query, TIMES, [[LIVE, live], ...PROFILE]))).toEqual([
    {
      measure: 'psi',
      subject: 'distribution',
      unit: 'index',
      limits: { side: 'above', warning: 0.1, critical: 0.25 },
      labels: FEATURE,
      name: 'age',
      times: TIMES,
      values: {
        // Nothing was observed at the second time, and too little at the third.
        value: [populationStabilityIndex([90, 30], [1, 1]), NaN, NaN],
        observations: [120, 0, 60],
        'critical-value': [psiCriticalValueOf(120, 1000, 2), NaN, NaN],
      },
    },
  ]);
});

test('the more features are asked together, the higher is the critical value of each', () => {
  const live = [bin('age', '≤1', 90), bin('age', '>1', 30)];
  const [shares, rows] = PROFILE;
  const answers = answersFor(query, [60], [[LIVE, live], shares, rows, [TOGETHER, [series(MODEL, 40)]]]);
  expect(evaluate(query, answers)[0]?.values['critical-value']).toEqual([psiCriticalValueOf(120, 1000, 2, 0.05, 40)]);
});

test('the limit of a share lies above the training share of the feature, that of its excess is the same for all', () => {
  const missing: MeasureQuery = { ...query, measure: 'missing-share' };
  const problem = (name: string, count: number) => series({ ...FEATURE, ml_feature_problem: name }, count);
  const limitOf = (show: MeasureQuery['show']) => {
    const asked = { ...missing, ...(show === undefined ? {} : { show }) };
    const [frame] = evaluate(
      asked,
      answersFor(
        asked,
        [60],
        [
          [LIVE, [series(FEATURE, 600)]],
          [/ml_feature_problems_total/, [problem('missing', 400), problem('invalid', 0)]],
          [TOGETHER, [series(MODEL, 1)]],
          [/^max by .*ml_reference_feature_missing_ratio/, [series(FEATURE, 0.3)]],
        ],
      ),
    );
    return [frame?.limits, frame?.values.value, frame?.values.excess];
  };
  const numbers = [[0.4], [expect.closeTo(1 / 7, 12)]];
  expect(limitOf(undefined)).toEqual([
    { side: 'above', warning: expect.closeTo(0.314, 12) as number, critical: expect.closeTo(0.335, 12) as number },
    ...numbers,
  ]);
  expect(limitOf('excess')).toEqual([{ side: 'above', warning: 0.02, critical: 0.05 }, ...numbers]);
});

test('a share comes with its numerator and its interval, and with no limits where there are none', () => {
  const accuracy: MeasureQuery = { ...query, measure: 'accuracy' };
  const cell = (predicted: string, actual: string, ...values: number[]) =>
    series({ ...MODEL, ml_outcome_predicted: predicted, ml_outcome_actual: actual }, ...values);
  const cells = [cell('yes', 'yes', 150, 15), cell('yes', 'no', 50, 5)];
  const [frame, ...others] = evaluate(accuracy, answersFor(accuracy, [60, 120], [[/ml_outcomes_total/, cells]]));
  expect(others).toEqual([]);
  expect(frame).not.toHaveProperty('limits');
  expect(frame).not.toHaveProperty('bin');
  const { value, observations, numerator, lower, upper } = frame?.values ?? { value: [] };
  expect([value, observations, numerator]).toEqual([
    [0.75, NaN],
    [200, 20],
    [150, NaN],
  ]);
  // (150 + z²/2 ± z √(150 · 50 / 200 + z²/4)) / (200 + z²), by hand.
  expect([lower, upper]).toEqual([
    [expect.closeTo(0.6857, 4), NaN],
    [expect.closeTo(0.8049, 4), NaN],
  ]);
});

test('frames of bins say which label holds the bin', () => {
  const shares: MeasureQuery = { ...query, measure: 'live-share' };
  const live = [bin('age', '>1', 30), bin('age', '≤1', 90)];
  const frames = evaluate(shares, answersFor(shares, [60], [[LIVE, live]]));
  expect(frames.map((frame) => [frame.name, frame.bin, frame.values.value])).toEqual([
    ['age >1', 'ml_feature_bin', [0.25]],
    ['age ≤1', 'ml_feature_bin', [0.75]],
  ]);
});

test('frames go by name, and those of one name by their labels, whatever the order of the store', () => {
  const models = [
    bin('b', 'all', 200),
    series({ ...FEATURE, ml_model_name: 'z', ml_feature_bin: 'all' }, 200),
    bin('B', 'all', 200),
    bin('age', 'all', 200),
  ];
  const named = (live: typeof models) =>
    evaluate(query, answersFor(query, [60], [[LIVE, live]])).map(({ name, labels }) => [name, labels['ml_model_name']]);
  const expected = [
    ['B', 'm'],
    ['age (m)', 'm'],
    ['age (z)', 'z'],
    ['b', 'm'],
  ];
  expect(named(models)).toEqual(expected);
  expect(named([...models].reverse())).toEqual(expected);
});

test('regression: two versions of a model can be told apart by name', () => {
  const of = (version: string) => series({ ...FEATURE, ml_model_version: version, ml_feature_bin: 'all' }, 200);
  const frames = evaluate(query, answersFor(query, [60], [[LIVE, [of('1'), of('2'), bin('sex', 'all', 200)]]]));
  expect(frames.map(({ name }) => name)).toEqual(['age (version 1)', 'age (version 2)', 'sex']);
});

test('a name says which profile a series belongs to where two are alike but for it', () => {
  const of = (model: string, profile: string, ...values: number[]) =>
    series({ ...FEATURE, ml_model_name: model, ml_profile_id: profile, ml_feature_bin: 'all' }, ...values);
  const named = (live: ReturnType<typeof of>[]) =>
    evaluate(query, answersFor(query, [60, 120], [[LIVE, live]])).map(({ name, labels }) => [
      name,
      labels['ml_model_name'],
    ]);
  expect(named([of('m', 'p', 200, NaN), of('n', 'q', 200, NaN)])).toEqual([
    ['age (m)', 'm'],
    ['age (n)', 'n'],
  ]);
  // A recorder of an earlier release says no profile.
  expect(named([of('m', 'p', 200, NaN), of('n', 'q', 200, NaN), of('m', '', NaN, 200)])).toEqual([
    ['age (m) (profile p)', 'm'],
    ['age (m) (profile unknown)', 'm'],
    ['age (n)', 'n'],
  ]);
});

test('a name holds what is shown, and an absent label is left out of it', () => {
  const show: MeasureQuery = { ...query, show: 'observations' };
  const nameless = series({ ...MODEL, ml_feature_bin: 'all' }, 200);
  const frames = evaluate(show, answersFor(show, [60], [[LIVE, [bin('age', 'all', 200), nameless]]]));
  expect(frames.map(({ name }) => name)).toEqual(['age observations', 'observations']);
});

test('a subject of which nothing is known at any time has no frame', () => {
  const live = [bin('age', 'all', NaN, NaN), bin('work', 'all', NaN, 200)];
  const frames = evaluate(query, answersFor(query, [60, 120], [[LIVE, live]]));
  expect(frames.map(({ name, values }) => [name, values['observations']])).toEqual([['work', [NaN, 200]]]);
  expect(evaluate(query, answersFor(query, [60, 120], []))).toEqual([]);
});

test('an answer that is missing is a mistake of the caller', () => {
  expect(() => evaluate(query, { times: [60], series: new Map() })).toThrow(RangeError);
  expect(() => evaluate(query, { times: [60], series: new Map() })).toThrow(`The store was not asked for sum by`);
});

test('a query that cannot be asked is refused', () => {
  expect(() => evaluate({ ...query, show: 'lower' }, { times: [], series: new Map() })).toThrow(QueryError);
});

/** Two values of each series, or none where the store has a hole. */
const anyAnswer = fc.tuple(
  ...LABELS_OF_ALL.map((labels) =>
    fc
      .tuple(...Array.from({ length: 2 }, () => fc.oneof({ weight: 9, arbitrary: fc.nat(100) }, fc.constant(NaN))))
      .map((values) => ({ labels, values })),
  ),
);

/** The shares of a profile rest on training rows, which have no minimum. */
const ofProfile = ({ measure, baseline }: MeasureQuery): boolean =>
  measure === 'reference-share' && baseline.kind === 'reference';

test.each(MEASURES.filter(({ aspects }) => aspects(query).includes('observations')))(
  '$id has no value below the minimum of observations, whatever the store answers',
  (measure) => {
    const asked = queriesOf(measure).filter((each) => !ofProfile(each));
    const minimum = 300;
    fc.assert(
      fc.property(fc.constantFrom(...asked), anyAnswer, (each, found) => {
        const limited = { ...each, minimumObservations: minimum };
        const answers = { times: [60, 120], series: new Map(plan(limited).map((text) => [text, found])) };
        for (const { values } of evaluate(limited, answers)) {
          const { value = [], observations = [] } = values;
          const tooFew = value.filter((_, i) => !((observations[i] ?? NaN) >= minimum));
          expect(tooFew.filter((known) => !Number.isNaN(known))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  },
);
