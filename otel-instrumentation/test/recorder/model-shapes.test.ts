import { diag } from '@opentelemetry/api';
import fc from 'fast-check';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import type { ModelMonitor, MonitorOptions } from '../../src/recorder/model-monitor.ts';
import { exampleProfile } from '../example-profile.ts';

const score = { edges: [0.25, 0.75], counts: [1, 1, 1], mean: 0.5, standardDeviation: 0.3, minimum: 0, maximum: 1 };
/** A classifier with a score, and with a group that is a feature. */
const profile = (prediction: object = {}) => ({
  ...exampleProfile(),
  prediction: { ...exampleProfile().prediction, score, ...prediction },
  groups: [{ attribute: 'work', values: ['Private', 'State'] }],
});

function setUp(options: MonitorOptions = {}, given: object = profile()) {
  return createMonitor(given, { classes: ['no', 'yes'], ...options, registry: new ModelRegistry() });
}

function countsOf({ recording }: ModelMonitor) {
  const { rows, foreignRows, features, predictions } = recording;
  return {
    rows,
    foreignRows,
    bins: features.map((feature) => [0, 1, 2, 3].map((bin) => feature.countOf(bin))),
    problems: features.map(({ problems }) => ({ ...problems })),
    sums: features.map((feature) => ('values' in feature ? feature.values.sum : 0)),
    classes: [...predictions.total],
    groups: predictions.byGroup.map((counts) => [...counts]),
    scores: predictions.score?.counts(),
    unusable: predictions.unusable,
    unknown: predictions.unknown,
  };
}

/** Numbers that every type of tensor holds exactly. */
const row = fc.record({ age: fc.integer({ min: -20, max: 100 }), work: fc.constantFrom(7, 8) });
const answer = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const batch = fc.array(fc.tuple(row, answer), { minLength: 1, maxLength: 20 });

const tensor = (data: ArrayLike<unknown>, ...dims: number[]) => ({ data, dims });
const flat = (rows: readonly { age: number; work: number }[]) => rows.flatMap(({ age, work }) => [age, work]);

type Row = { age: number; work: number };
const inputs: Record<string, (rows: readonly Row[]) => unknown> = {
  rows: (rows) => rows,
  'rows by position': (rows) => rows.map(({ age, work }) => [age, work]),
  'typed rows by position': (rows) => rows.map(({ age, work }) => Float64Array.of(age, work)),
  columns: (rows) => ({ work: rows.map(({ work }) => work), age: rows.map(({ age }) => age) }),
  'typed columns': (rows) => ({
    work: Int8Array.from(rows, ({ work }) => work),
    age: Float32Array.from(rows, ({ age }) => age),
  }),
  'a tensor of float32': (rows) => tensor(Float32Array.from(flat(rows)), rows.length, 2),
  'a tensor of float16': (rows) => ({
    ...tensor(Uint16Array.from(flat(rows), halfBits), rows.length, 2),
    type: 'float16',
  }),
  'a tensor of int64': (rows) => tensor(BigInt64Array.from(flat(rows), BigInt), rows.length, 2),
  'a tensor of int32 by name': (rows) => ({ input: tensor(Int32Array.from(flat(rows)), rows.length, 2) }),
  'a tensor of TensorFlow.js': (rows) => ({ shape: [rows.length, 2], dataSync: () => Float32Array.from(flat(rows)) }),
  'a tensor for each feature': (rows) => ({
    work: tensor(
      BigInt64Array.from(rows, ({ work }) => BigInt(work)),
      rows.length,
      1,
    ),
    age: tensor(
      Float32Array.from(rows, ({ age }) => age),
      rows.length,
    ),
  }),
};

const outputs: Record<string, (answers: readonly number[]) => unknown> = {
  numbers: (answers) => answers,
  'typed numbers': (answers) => Float32Array.from(answers),
  'arrays of one': (answers) => answers.map((p) => [p]),
  'arrays of probabilities': (answers) => answers.map((p) => [1 - p, p]),
  'typed arrays of probabilities': (answers) => answers.map((p) => Float32Array.of(1 - p, p)),
  'objects by class': (answers) => answers.map((p) => ({ yes: p, no: 1 - p })),
  'a tensor of one column': (answers) => tensor(Float32Array.from(answers), answers.length, 1),
  'a tensor of probabilities': (answers) =>
    tensor(Float64Array.from(answers.flatMap((p) => [1 - p, p])), answers.length, 2),
  'tensors by name': (answers) => ({
    probabilities: tensor(Float64Array.from(answers.flatMap((p) => [1 - p, p])), answers.length, 2),
  }),
};

afterEach(() => jest.restoreAllMocks());

/** Bits of a whole number up to 2,048 as a half float. */
function halfBits(number: number): number {
  if (number === 0) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(number)));
  const fraction = (Math.abs(number) / 2 ** exponent - 1) * 1024;
  return (number < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | fraction;
}

describe.each(Object.keys(inputs))('%s as input', (input) => {
  test.each(Object.keys(outputs))('and %s as output count like single rows', (output) => {
    fc.assert(
      fc.property(batch, (calls) => {
        const rows = calls.map(([each]) => each);
        const answers = calls.map(([, each]) => each);
        // At a half both classes are equally likely, and only a threshold decides.
        const expected = setUp({ threshold: 0.5 });
        for (const [i, features] of rows.entries()) expected.record({ features, prediction: answers[i] });
        const features = inputs[input]?.(rows);
        const predictions = outputs[output]?.(answers);
        const recorded = setUp({ threshold: 0.5 });
        recorded.recordBatch({ features: features as never, predictions: predictions as never });
        const wrapped = setUp({ threshold: 0.5 });
        expect(wrapped.wrap((_given: unknown) => predictions)(features)).toBe(predictions);
        expect(countsOf(recorded)).toEqual(countsOf(expected));
        expect(countsOf(wrapped)).toEqual(countsOf(expected));
      }),
      { numRuns: 10 },
    );
  });
});

test.each<[string, unknown]>([
  ['a vector', [30, 7]],
  ['a typed vector', Float32Array.of(30, 7)],
  ['a tensor of one dimension', tensor([30, 7], 2)],
])('%s is one row, and a probability array its output', (_what, features) => {
  const expected = setUp();
  expected.record({ features: { age: 30, work: 7 }, prediction: 'yes', score: 0.75, id: 1 });
  const monitor = setUp();
  monitor.record({ features, prediction: [0.25, 0.75], id: 1 });
  expect(countsOf(monitor)).toEqual(countsOf(expected));
  const wrapped = setUp();
  wrapped.wrap((_vector: unknown) => [{ prediction: 'yes', score: 0.75 }])(features);
  expect(countsOf(wrapped)).toEqual(countsOf(expected));
  monitor.recordOutcome({ id: 1, actual: 'yes' });
  expect(monitor.recording.outcomes.problems.unmatched).toBe(0);
});

test('a binary classifier with one sigmoid, whose class was "0.97"', () => {
  const monitor = setUp({ classes: ['0', '1'] }, profile({ classes: ['0', '1'], favorable: '1' }));
  monitor.wrap((_row: object) => 0.97)({ age: 30, work: 'State' });
  monitor.wrap((_row: object) => ({ probability: 0.25 }))({ age: 30, work: 'State' });
  expect(countsOf(monitor)).toMatchObject({ classes: [1, 1, 0], scores: [1, 0, 1], unknown: 0 });
});

test('the prediction of an outcome is read like any other', () => {
  const monitor = setUp();
  for (const prediction of [0.97, [0.25, 0.75], 'yes']) monitor.recordOutcome({ prediction, actual: 'yes' });
  monitor.recordOutcomes({ predictions: Float32Array.of(0.97, 0.75), actuals: ['yes', 'yes'] });
  const { matrix, total, problems } = monitor.recording.outcomes;
  const cells = matrix?.cells ?? [];
  expect(total[cells.findIndex(([predicted, actual]) => predicted === 'yes' && actual === 'yes')]).toBe(5);
  expect(problems.unknown_class).toBe(0);
});

test('wrap takes batches: an array of rows and of results, streamed too', async () => {
  const rows = [
    { age: 30, work: 'State' },
    { age: 40, work: 'Private' },
  ];
  const results = [
    { prediction: 'yes', probabilities: [0.25, 0.75] },
    { prediction: 'no', probabilities: { no: 1, yes: 0 } },
  ];
  const monitor = setUp();
  monitor.wrap((_rows: object[]) => results)(rows);
  const counts = countsOf(monitor);
  expect(counts).toMatchObject({ rows: 2, classes: [1, 1, 0], scores: [1, 1, 0] });
  const streamed = setUp();
  const items = streamed.wrap(async function* (_rows: object[]) {
    for (const result of results) yield await Promise.resolve(result);
  })(rows);
  for await (const item of items) expect(item).toBeDefined();
  expect(countsOf(streamed)).toEqual(counts);
});

test('a stream that ends early records the predictions that it gave', () => {
  jest.spyOn(diag, 'warn').mockImplementation();
  const monitor = setUp();
  const items = monitor.wrap(function* (_rows: object[]) {
    yield 'yes';
    yield 'no';
  })([{ age: 30 }, { age: 40 }]);
  for (const item of items) if (item === 'yes') break;
  expect(countsOf(monitor)).toMatchObject({ rows: 2, classes: [0, 1, 0], unknown: 0 });
});

test('wrap keeps this, length, name and the class of a promise, and changes no result', async () => {
  class Lazy<T> extends Promise<T> {}
  const monitor = setUp();
  const frozen = Object.freeze({ prediction: 'yes', probabilities: Object.freeze([0.25, 0.75]) });
  const model = {
    answer: frozen,
    predict(this: { answer: object }, _row: object, _more: number) {
      return Lazy.resolve(this.answer);
    },
  };
  const wrapped = { answer: frozen, predict: monitor.wrap(model.predict) };
  expect([wrapped.predict.length, wrapped.predict.name]).toEqual([2, 'predict']);
  const promise = wrapped.predict({ age: 30 }, 1);
  expect(promise).toBeInstanceOf(Lazy);
  expect(await promise).toBe(frozen);
  expect(countsOf(monitor)).toMatchObject({ rows: 1, classes: [0, 1, 0] });
});

test('a stray column is named once, with the feature that is likely meant', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const monitor = setUp();
  for (let i = 0; i < 2; i++) monitor.recordBatch({ features: { age: [1], wrok: ['State'] }, predictions: ['yes'] });
  monitor.recordBatch({ features: [{ age: 1, Work: 'State' }], predictions: ['yes'] });
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    expect.stringContaining('feature "wrok" is not in the profile and is not recorded: "work" is likely meant'),
    expect.stringContaining('feature "Work" is not in the profile and is not recorded: "work" is likely meant'),
  ]);
});

test('rows and predictions that do not fit are said', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const monitor = setUp();
  monitor.recordBatch({ features: { age: [1, 2] }, predictions: ['yes'] });
  expect(warn.mock.calls).toEqual([[expect.stringContaining('has features of 2 rows and predictions of 1')]]);
  expect(countsOf(monitor)).toMatchObject({ rows: 2, classes: [0, 1, 0] });
});

test('options that do not fit a replaced profile change nothing', () => {
  const monitor = setUp();
  const other = profile({ classes: ['a', 'b'], favorable: 'a' });
  expect(() => monitor.replaceProfile(createMonitor(other, { registry: new ModelRegistry() }).profile)).toThrow(
    RangeError,
  );
  monitor.record({ features: { age: 1 }, prediction: [0.25, 0.75] });
  expect(countsOf(monitor)).toMatchObject({ classes: [0, 1, 0] });
});

/** Outcomes of each class with bins of scores, by bin: those of other classes, and those of the class. */
const outcomesByScore = ({ recording }: ModelMonitor) =>
  Object.fromEntries(
    recording.outcomes.scores.map((scores) => [
      scores.label,
      scores.bins.map((_, bin) => [scores.countOf(bin, false), scores.countOf(bin, true)]),
    ]),
  );
const halves = (label: string) => ({ class: label, edges: [0.5], counts: [1, 1], threshold: 0.5 });

test('the score of an outcome is that of the class that has bins, whatever the model returns', () => {
  // The one number is the probability of "no", which comes last; the favorable class is "yes".
  const given = profile({ scoreBins: [halves('yes')] });
  const monitor = () => setUp({ output: 'probability', classes: ['yes', 'no'] }, given);
  const expected = { yes: [[1, 0], [0, 1]] }; // prettier-ignore
  const outputs: Record<string, [unknown, unknown]> = {
    numbers: [0.9, 0.2],
    lists: [
      [0.1, 0.9],
      [0.8, 0.2],
    ],
    objects: [
      { no: 0.9, yes: 0.1 },
      { no: 0.2, yes: 0.8 },
    ],
  };
  for (const [name, [negative, positive]] of Object.entries(outputs)) {
    const [late, direct, columns] = [monitor(), monitor(), monitor()];
    late.record({ prediction: negative, id: 1 });
    late.record({ prediction: positive, id: 2 });
    late.recordOutcomes({ ids: [1, 2], actuals: ['no', 'yes'] });
    direct.recordOutcome({ prediction: negative, actual: 'no' });
    direct.recordOutcome({ prediction: positive, actual: 'yes' });
    columns.recordOutcomes({ predictions: [negative, positive], actuals: ['no', 'yes'] });
    for (const each of [late, direct, columns]) {
      expect({ name, ...outcomesByScore(each) }).toEqual({ name, ...expected });
      expect(each.recording.outcomes.problems).toMatchObject({ unscored: 0, invalid_score: 0 });
    }
  }
});

test('a score that is given wins over the output', () => {
  const monitor = setUp({}, profile({ scoreBins: [halves('yes')] }));
  monitor.record({ prediction: [0.9, 0.1], score: 0.75, id: 1 });
  monitor.recordOutcome({ id: 1, actual: 'yes' });
  monitor.recordOutcome({ prediction: [0.9, 0.1], score: 0.75, actual: 'yes' });
  monitor.recordOutcomes({ predictions: [[0.9, 0.1]], scores: [0.75], actuals: ['yes'] });
  expect(outcomesByScore(monitor)).toEqual({ yes: [[0, 0], [0, 3]] }); // prettier-ignore
});

test('of more than two classes, the chosen ones are counted one against the rest, by their probabilities', () => {
  const classes = ['a', 'b', 'c'];
  const given = profile({ classes, counts: [1, 1, 1], favorable: undefined, scoreBins: [halves('a'), halves('c')] });
  const monitor = setUp({ classes }, given);
  const output = [0.7, 0.1, 0.2];
  monitor.record({ prediction: output, id: 1 });
  monitor.record({ prediction: 'a', probabilities: output, id: 2 });
  monitor.recordBatch({ predictions: [output], ids: [3] });
  for (const id of [1, 2, 3]) monitor.recordOutcome({ id, actual: 'c' });
  monitor.recordOutcome({ prediction: 'a', score: { a: 0.7, c: 0.2 }, actual: 'c' });
  monitor.recordOutcomes({ predictions: ['a'], scores: { a: [0.7], c: [0.2] }, actuals: ['c'] });
  expect(outcomesByScore(monitor)).toEqual({ a: [[0, 0], [5, 0]], c: [[0, 5], [0, 0]] }); // prettier-ignore
  // One number is the score of none of the three.
  monitor.recordOutcome({ prediction: 'a', score: 0.7, actual: 'c' });
  expect(monitor.recording.outcomes.problems).toMatchObject({ unscored: 1, invalid_score: 0 });
});

test('every shape of a prediction is counted by the scores of the calibrated classes alone', () => {
  const classes = ['a', 'b', 'c'];
  const calibration = { rows: [4, 4], positives: [1, 3] };
  const scoreBins = [halves('a'), { ...halves('c'), calibration }];
  const monitor = setUp({ classes }, profile({ classes, counts: [1, 1, 1], favorable: undefined, scoreBins }));
  const output = [0.1, 0.1, 0.8];
  monitor.record({ prediction: output });
  monitor.record({ prediction: 'c', probabilities: { a: 0.3, b: 0.3, c: 0.4 }, id: 1 });
  monitor.recordBatch({ predictions: [output, output] });
  monitor.recordBatch({ predictions: tensor(Float32Array.of(...output, 0.6, 0.2, 0.2), 2, 3) });
  const named = { label: tensor(['c'], 1), probabilities: tensor(Float32Array.from(output), 1, 3) };
  monitor.wrap((_row: object) => named)({ age: 30, work: 'State' });
  monitor.wrap((_rows: object[]) => [output, output])([{ age: 30 }, { age: 40 }]);
  // An outcome is no prediction, and one number is the score of none of the three.
  monitor.recordOutcome({ prediction: output, actual: 'c' });
  monitor.record({ prediction: 'c', score: 0.8 });
  monitor.recordBatch({ predictions: [[-3, 2, 1]] });
  const [counts, ...others] = monitor.recording.predictions.calibrated;
  expect(others).toEqual([]);
  expect(counts?.label).toBe('c');
  expect([counts?.countOf(0), counts?.countOf(1), counts?.missing, counts?.invalid]).toEqual([2, 7, 2, 0]);
});

test('an outcome without a score, or with one that is no probability, counts as a class and as a problem', () => {
  const monitor = setUp({}, profile({ scoreBins: [halves('yes')] }));
  for (const score of [undefined, null, NaN, '']) monitor.recordOutcome({ prediction: 'no', score, actual: 'no' });
  for (const score of [-0.5, 1.01, 'high', Infinity, {}]) {
    monitor.recordOutcome({ prediction: 'no', score, actual: 'no' });
  }
  const { outcomes } = monitor.recording;
  expect([outcomes.classified, outcomes.problems.unscored, outcomes.problems.invalid_score]).toEqual([9, 5, 4]);
  expect(outcomesByScore(monitor)).toEqual({ yes: [[0, 0], [0, 0]] }); // prettier-ignore
  // The rounding of 32 bits is none.
  monitor.recordOutcome({ prediction: 'yes', score: 1.0000001, actual: 'yes' });
  expect(outcomesByScore(monitor)).toEqual({ yes: [[0, 0], [0, 1]] }); // prettier-ignore
});
