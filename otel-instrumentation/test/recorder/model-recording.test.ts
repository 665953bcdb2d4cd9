import fc from 'fast-check';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { limitsFrom } from '../../src/recorder/limits.ts';
import { ModelRecording } from '../../src/recorder/model-recording.ts';
import { NumericFeature } from '../../src/recorder/numeric-feature.ts';
import { exampleProfile } from '../example-profile.ts';

const profile = (change: object = {}): ReferenceProfile => parseProfile({ ...exampleProfile(), ...change });
const recording = (of = profile()): ModelRecording => new ModelRecording(of, limitsFrom({}));

const score = { edges: [0.25, 0.5], counts: [1, 1, 1], mean: 0.4, standardDeviation: 0.2, minimum: 0, maximum: 1 };
const calibration = { rows: [2, 2, 2], positives: [0, 1, 2] };
const scoreBins = [{ class: 'yes', edges: [0.25, 0.5], counts: [1, 1, 1], threshold: 0.5, calibration }];
const scored = (): ReferenceProfile =>
  profile({
    prediction: { ...exampleProfile().prediction, score, scoreBins },
    groups: [
      { attribute: 'sex', values: ['Female', 'Male'] },
      { attribute: 'sex by work', of: ['sex', 'work'], values: ['Female & State', 'Male & Private'] },
    ],
  });

/** Everything that a recording counted, as plain values. */
function stateOf(of: ModelRecording) {
  return {
    features: of.features.map((feature) => ({
      counts: feature instanceof NumericFeature ? feature.values.counts() : [...feature.counts],
      problems: { ...feature.problems },
      sums:
        feature instanceof NumericFeature
          ? [feature.values.sum, feature.values.above, feature.values.below, feature.values.squared]
          : [],
      extremes: feature instanceof NumericFeature ? feature.values.takeExtremes() : undefined,
    })),
    total: [...of.predictions.total],
    byGroup: of.predictions.byGroup.map((counts) => [...counts]),
    scores: of.predictions.score?.counts(),
    outcomes: [...of.outcomes.total],
    outcomesByGroup: of.outcomes.byGroup.map((counts) => [...counts]),
    outcomeScores: of.outcomes.scores.map((scores) => ({
      counts: scores.bins.map((_, bin) => [scores.countOf(bin, false), scores.countOf(bin, true)]),
      expected: scores.bins.map((_, bin) => scores.expectedOf(bin)),
      sums: [scores.squaredErrors, scores.logLosses],
    })),
    calibrated: of.predictions.calibrated.map((scores) => ({
      counts: scores.bins.map((_, bin) => scores.countOf(bin)),
      unusable: [scores.missing, scores.invalid],
    })),
    unscored: [of.outcomes.problems.unscored, of.outcomes.problems.invalid_score],
    rows: of.rows,
  };
}

const anything = fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -Infinity, '', '30', true, 10n, {});
const row = fc.record({
  age: fc.oneof(fc.integer({ min: -100, max: 100 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }), anything),
  work: fc.oneof(fc.constantFrom<unknown>('Private', 'State', 7, 'Never'), anything),
  sex: fc.oneof(fc.constantFrom<unknown>('Female', 'Male', 'X'), anything),
  prediction: fc.constantFrom<unknown>('no', 'yes', 'maybe', null),
  score: fc.oneof(fc.double({ noNaN: true, min: 0, max: 1 }), fc.constantFrom(NaN, 0, 0.25, 1, 1.5, -0.1)),
  actual: fc.constantFrom('no', 'yes', 'later'),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function recordRow(of: ModelRecording, each: Row, id: number): void {
  const { prediction, score, actual, ...features } = each;
  of.recordFeatures(features);
  of.recordPrediction({ prediction, score, id }, features);
  of.recordOutcome({ id, actual });
}

test('any rows give the counts of a naive recount', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const made = recording(scored());
      rows.forEach((each, id) => recordRow(made, each, id));
      const state = stateOf(made);

      const classOf = (value: unknown): number => Math.max(['no', 'yes'].indexOf(value as string), -1) % 3;
      const label = (value: unknown): number => (classOf(value) === -1 ? 2 : classOf(value));
      const isMissing = (value: unknown): boolean =>
        value === null || value === undefined || value === '' || Number.isNaN(value);
      const groupOf = (found: number, ...values: unknown[]): number =>
        found >= 0 ? found : values.some(isMissing) ? 2 : 3;
      const sexOf = (value: unknown): number => groupOf(['Female', 'Male'].indexOf(value as string), value);
      const bothOf = ({ sex, work }: Row): number =>
        groupOf(sex === 'Female' && work === 'State' ? 0 : sex === 'Male' && work === 'Private' ? 1 : -1, sex, work);
      const tally = (length: number, slots: readonly number[]): number[] =>
        Array.from({ length }, (_, slot) => slots.filter((each) => each === slot).length);

      const read = (age: unknown): unknown => (age === '30' ? 30 : age === 10n ? 10 : age);
      const ages = rows.map(({ age }) => read(age)).filter((age): age is number => Number.isFinite(age));
      const [age] = state.features;
      expect(age?.counts).toEqual(
        tally(
          4,
          ages.map((each) => [25, 35, 61].filter((edge) => each > edge).length),
        ),
      );
      let [sum, above, below, squared] = [0, 0, 0, 0];
      for (const each of ages) {
        sum += each;
        above += Math.max(each - 40, 0);
        below += Math.max(40 - each, 0);
        squared += (each - 40) ** 2;
      }
      expect(age?.sums).toEqual([sum, above, below, squared]);
      expect(age?.extremes).toEqual(ages.length === 0 ? undefined : { min: Math.min(...ages), max: Math.max(...ages) });
      expect(state.total).toEqual(
        tally(
          3,
          rows.map(({ prediction }) => label(prediction)),
        ),
      );
      expect(state.byGroup).toEqual([
        tally(
          12,
          rows.map(({ sex, prediction }) => sexOf(sex) * 3 + label(prediction)),
        ),
        tally(
          12,
          rows.map((each) => bothOf(each) * 3 + label(each.prediction)),
        ),
      ]);
      expect(state.outcomes).toEqual(
        tally(
          10,
          rows.map(({ prediction, actual }) => {
            const [predicted, truth] = [label(prediction), label(actual)];
            // Two classes that nobody knows are no right prediction.
            return predicted === 2 && truth === 2 ? 9 : predicted * 3 + truth;
          }),
        ),
      );
      expect(state.scores?.reduce((total, count) => total + count, 0)).toBe(
        rows.filter((each) => Number.isFinite(each.score)).length,
      );
      const isScored = ({ score: of }: Row): boolean => of >= 0 && of <= 1;
      const inBin = (bin: number): Row[] =>
        rows.filter((each) => isScored(each) && [0.25, 0.5].filter((edge) => each.score > edge).length === bin);
      const positives = (some: readonly Row[]): Row[] => some.filter(({ actual }) => actual === 'yes');
      expect(state.outcomeScores[0]?.counts).toEqual(
        [0, 1, 2].map((bin) => [inBin(bin).length - positives(inBin(bin)).length, positives(inBin(bin)).length]),
      );
      expect(state.outcomeScores[0]?.expected).toEqual(
        [0, 1, 2].map((bin) => inBin(bin).reduce((all, each) => all + each.score, 0)),
      );
      const unscored = rows.filter((each) => Number.isNaN(each.score)).length;
      const unusable = [unscored, rows.length - rows.filter(isScored).length - unscored];
      expect(state.unscored).toEqual(unusable);
      expect(state.calibrated).toEqual([{ counts: [0, 1, 2].map((bin) => inBin(bin).length), unusable }]);
    }),
  );
});

test('columns give what rows give, to the last count and sum, in batches of any size', () => {
  fc.assert(
    fc.property(fc.array(row), fc.nat(10), (rows, at) => {
      const one = recording(scored());
      const other = recording(scored());
      rows.forEach((each, id) => recordRow(one, each, id));
      for (const [offset, part] of [
        [0, rows.slice(0, at)],
        [at, rows.slice(at)],
      ] as const) {
        const column = <K extends keyof Row>(name: K) => part.map((each) => each[name]);
        other.recordBatch({
          features: { age: column('age'), work: column('work'), sex: column('sex') },
          predictions: column('prediction'),
          scores: column('score'),
          ids: part.map((_, i) => offset + i),
        });
        part.forEach(({ actual }, i) => other.recordOutcome({ id: offset + i, actual }));
      }
      expect(stateOf(other)).toEqual(stateOf(one));
    }),
  );
});

test('typed columns count as plain ones, and a column that is too short is missing', () => {
  const plain = recording();
  const typed = recording();
  const ages = [20, 30, NaN, 90.5];
  plain.recordBatch({ features: { age: ages, work: ['Private', 'State', null] } });
  typed.recordBatch({ features: { age: Float64Array.from(ages), work: ['Private', 'State'] } });
  expect(stateOf(typed)).toEqual(stateOf(plain));
  expect(typed.features[1]?.problems.missing).toBe(2);
});

test('an outcome that carries its prediction needs no memory of it', () => {
  const one = recording();
  const other = recording();
  one.recordPrediction({ prediction: 'yes', id: 'a' }, { sex: 'Female' });
  one.recordOutcome({ id: 'a', actual: 'no' });
  other.recordOutcome({ prediction: 'yes', actual: 'no', groups: { sex: 'Female' } });
  expect(stateOf(other).outcomes).toEqual(stateOf(one).outcomes);
  expect(stateOf(other).outcomesByGroup).toEqual(stateOf(one).outcomesByGroup);
});

test('outcomes in columns give what single ones give, by identifier and with their predictions', () => {
  const outcome = fc.record({
    prediction: fc.constantFrom<unknown>('no', 'yes', 'maybe', null),
    actual: fc.constantFrom<unknown>('no', 'yes', 'later', null),
    sex: fc.constantFrom<unknown>('Female', 'Male', 'X', undefined),
    known: fc.boolean(),
    score: fc.constantFrom<unknown>(0.1, '0.5', 1, 1.5, NaN, null, undefined, 'high'),
  });
  fc.assert(
    fc.property(fc.array(outcome), fc.boolean(), (outcomes, byId) => {
      const one = recording(scored());
      const other = recording(scored());
      const column = <K extends 'prediction' | 'actual' | 'sex' | 'score'>(name: K) =>
        outcomes.map((each) => each[name]);
      outcomes.forEach(({ prediction, actual, sex, score: of, known }, id) => {
        for (const made of [one, other]) if (known) made.recordPrediction({ prediction, score: of, id }, { sex });
        one.recordOutcome(byId ? { id, actual } : { prediction, actual, score: of, groups: { sex } });
      });
      const actuals = column('actual');
      other.recordOutcomes(
        byId
          ? { ids: outcomes.map((_, id) => id), actuals }
          : { predictions: column('prediction'), actuals, scores: column('score'), groups: { sex: column('sex') } },
      );
      expect(stateOf(other)).toEqual(stateOf(one));
      expect(other.outcomes.problems).toEqual(one.outcomes.problems);
    }),
  );
});

test('a column of outcomes that is too short lacks ground truths, which are counted as invalid', () => {
  const made = recording();
  made.recordOutcomes({ predictions: ['no', 'yes', 'no'], actuals: ['no'] });
  expect([made.outcomes.classified, made.outcomes.problems.invalid]).toEqual([1, 2]);
});

test('outcomes without a prediction, twice, and of nothing are counted as problems', () => {
  const made = recording();
  made.recordPrediction({ prediction: 'yes', id: 'a' }, {});
  made.recordOutcome({ id: 'a', actual: 'yes' });
  made.recordOutcome({ id: 'a', actual: 'yes' });
  made.recordOutcome({ id: 'never', actual: 'yes' });
  // One delay was measured: that of the outcome that found its prediction.
  expect(made.delays.counts().reduce((sum, each) => sum + each, 0)).toBe(1);
  made.recordOutcome({ prediction: 'yes', actual: null });
  expect(made.outcomes.problems).toMatchObject({ unmatched: 1, repeated: 1, invalid: 1, unknown_class: 0, expired: 0 });
});

describe('a regression', () => {
  const regression = (): ReferenceProfile => profile({ prediction: { kind: 'regression', score }, groups: [] });

  test('counts its answers by the bins of the profile, negative ones as well', () => {
    const made = recording(regression());
    for (const prediction of [-3, 0.25, 0.4, 7, NaN, 'yes']) made.recordPrediction({ prediction }, {});
    expect(made.predictions.score?.counts()).toEqual([2, 1, 1]);
    expect(made.predictions.unusable).toBe(2);
  });

  test('sums absolute, squared and signed errors', () => {
    const made = recording(regression());
    const pairs = [
      [3, 1],
      [-1, 2],
      [5, 5],
    ] as const;
    for (const [prediction, actual] of pairs) made.recordOutcome({ prediction, actual });
    made.recordOutcome({ prediction: 1, actual: 'two' });
    const { errors, above, below, problems } = made.outcomes;
    expect([errors?.sum, errors?.squared, above, below, problems.invalid]).toEqual([5, 13, 2, 3, 1]);
  });
});

test('scores and numbers of a Float32Array fall into the bins of the numbers that they round', () => {
  const values = [0.1, 0.3, 0.7];
  const rounded = Float32Array.from(values);
  const tenths = { ...score, edges: [0.1, 0.3] };
  const classifier = recording(profile({ prediction: { ...exampleProfile().prediction, score: tenths } }));
  classifier.recordBatch({ predictions: ['no', 'yes', 'no'], scores: rounded });
  expect(classifier.predictions.score?.counts()).toEqual([1, 1, 1]);
  const regression = recording(profile({ prediction: { kind: 'regression', score: tenths } }));
  regression.recordBatch({ predictions: rounded });
  expect(regression.predictions.score?.counts()).toEqual([1, 1, 1]);
});

test('codes, classes and groups of a Float32Array are those that they round', () => {
  const made = recording(
    profile({
      features: [
        { kind: 'categorical', name: 'dose', categories: ['0.1', '0.25'], counts: [1, 1], other: 0, missing: 0 },
      ],
      prediction: { kind: 'classification', classes: ['0.1', '0.3'] },
      groups: [{ attribute: 'dose', values: ['0.1', '0.25'] }],
    }),
  );
  made.recordBatch({ features: { dose: Float32Array.of(0.1, 0.25) }, predictions: Float32Array.of(0.1, 0.3) });
  expect(stateOf(made)).toMatchObject({ total: [1, 1, 0], byGroup: [[1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]] });
  expect(stateOf(made).features[0]).toMatchObject({ counts: [1, 1, 0], problems: { unseen: 0 } });
});

test('marks of missing values are no category, no class and no number', () => {
  const made = recording(profile({ missingValues: ['-999', '?'] }));
  for (const value of [-999, '-999', '?', -999n, '-999.0']) made.recordFeatures({ age: value, work: value });
  expect(made.features.map(({ problems }) => problems.missing)).toEqual([5, 5]);
  expect(made.features.map(({ problems }) => problems.unseen + problems.invalid)).toEqual([0, 0]);
  made.recordOutcome({ prediction: 'yes', actual: '?' });
  expect(made.outcomes.problems).toMatchObject({ invalid: 1, unknown_class: 0 });
});

test('a score of 32 bits counts in the bin of the number that it was rounded from, now and with a late outcome', () => {
  const bins = [{ class: 'yes', edges: [0.1, 0.7], counts: [1, 1, 1], threshold: 0.7, calibration }];
  const made = recording(profile({ prediction: { ...exampleProfile().prediction, scoreBins: bins } }));
  const scores = Float32Array.of(0.1, 0.7);
  made.recordBatch({ predictions: ['no', 'no'], scores, ids: [1, 2] });
  made.recordOutcomes({ ids: [1, 2], actuals: ['no', 'no'] });
  made.recordOutcomes({ predictions: ['no', 'no'], scores, actuals: ['yes', 'yes'] });
  expect(stateOf(made).outcomeScores[0]?.counts).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  expect(stateOf(made).calibrated[0]?.counts).toEqual([1, 1, 0]);
});
