import { parseProfile } from '@driftline/shared';
import type { OutputOptions } from '../../src/recorder/output-options.ts';
import { OutputReader } from '../../src/recorder/output-reader.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp(options: OutputOptions = {}, prediction: object = {}) {
  const said: string[] = [];
  const profile = parseProfile({ ...exampleProfile(), prediction: { ...exampleProfile().prediction, ...prediction } });
  return { reader: new OutputReader(profile, options, (_kind, sentence) => void said.push(sentence)), said };
}

/** Classes by frequency, as a profile has them, which is not their order. */
const digits = { classes: ['2', '0', '1'], counts: [1, 1, 1], favorable: undefined };
const binary = { classes: ['1', '0'], counts: [1, 1], favorable: '1' };
const regression = {
  kind: 'regression',
  score: { edges: [1], counts: [1, 1], mean: 1, standardDeviation: 1, minimum: 0, maximum: 2 },
};

test.each<[string, unknown, OutputOptions, object, unknown, number | undefined]>([
  ['a class', 'yes', {}, {}, 'yes', undefined],
  ['a class that is a number', 1, {}, binary, 1, undefined],
  ['a class as a big integer', 1n, {}, binary, 1n, undefined],
  ['a class in an array', ['yes'], {}, {}, 'yes', undefined],
  ['one sigmoid', 0.97, {}, {}, 'yes', 0.97],
  ['a small sigmoid', 0.25, {}, {}, 'no', 0.25],
  ['a sigmoid at a half', 0.5, {}, {}, 'yes', 0.5],
  ['a sigmoid below the threshold', 0.75, { threshold: 0.8 }, {}, 'no', 0.75],
  ['a sigmoid in an array', Float32Array.of(0.75), {}, {}, 'yes', 0.75],
  ['a sigmoid in a tensor', { data: Float32Array.of(0.75), dims: [1, 1] }, {}, {}, 'yes', 0.75],
  ['a sigmoid of the class 1', 0.97, {}, binary, '1', 0.97],
  ['a sigmoid of the last of the classes', 0.97, { classes: ['yes', 'no'], output: 'probability' }, {}, 'no', 0.97],
  ['a sigmoid of 1 that is asked for', 1, { output: 'probability' }, binary, '1', 1],
  ['probabilities of classes that are their own order', [0.1, 0.7, 0.2], {}, digits, '1', 0.7],
  ['probabilities in the order of the options', [0.2, 0.8], { classes: ['yes', 'no'] }, {}, 'no', 0.2],
  ['probabilities in the order of the profile', [0.2, 0.8], {}, { order: ['yes', 'no'] }, 'no', 0.2],
  ['probabilities by a threshold', [0.25, 0.75], { classes: ['yes', 'no'], threshold: 0.2 }, {}, 'yes', 0.25],
  ['probabilities by class', { yes: 0.75, no: 0.25 }, {}, {}, 'yes', 0.75],
  ['probabilities by class, without an order', { no: 0.75, yes: 0.25 }, {}, { favorable: undefined }, 'no', 0.75],
  ['typed probabilities', Float64Array.of(0.25, 0.75), { classes: ['no', 'yes'] }, {}, 'yes', 0.75],
  ['a class although it looks like a probability', 0.5, { output: 'class' }, {}, 0.5, undefined],
  ['of a regression, a number', 0.97, {}, regression, 0.97, undefined],
  ['of a regression, a number in an array', [0.97], {}, regression, 0.97, undefined],
])('%s', (_what, output, options, prediction, expected, score) => {
  const { reader, said } = setUp(options, prediction);
  expect(reader.read(output)).toEqual({ prediction: expected, ...(score === undefined ? {} : { score }) });
  expect(said).toEqual([]);
});

test.each<[string, unknown, OutputOptions, object, unknown, number | undefined, RegExp]>([
  [
    'probabilities without an order',
    [0.2, 0.8],
    {},
    {},
    undefined,
    NaN,
    /Set the option classes to \("no" and "yes"\)/,
  ],
  ['probabilities of another number', [0.2, 0.3, 0.5], { classes: ['no', 'yes'] }, {}, undefined, NaN, /3 values/],
  ['probabilities that are none', [NaN, 0.5], { classes: ['no', 'yes'] }, {}, undefined, NaN, /are no numbers/],
  ['logits', [-3, 2], { classes: ['no', 'yes'] }, {}, 'yes', NaN, /such as by softmax/],
  ['a logit', 2.5, {}, {}, 2.5, undefined, /returned 2.5, .* neither one of its classes .* nor a probability/],
  ['a fraction of many classes', 0.5, {}, digits, 0.5, undefined, /returned 0.5/],
  ['a sigmoid of nobody', 0.97, {}, { favorable: undefined }, undefined, 0.97, /of which class .* classes/],
  ['a sigmoid of what is not favorable', 0.97, {}, { ...binary, favorable: '0' }, '1', 0.97, /"0" is favorable/],
  ['of a regression, a list', [1, 2], {}, regression, undefined, NaN, /recorded as no number: it is a list of 2/],
])('%s is said, with what to do', (_what, output, options, prediction, expected, score, sentence) => {
  const { reader, said } = setUp(options, prediction);
  expect(reader.read(output)).toEqual({ prediction: expected, ...(score === undefined ? {} : { score }) });
  expect(said).toEqual([expect.stringMatching(sentence)]);
});

test('a column of classes is left as it is', () => {
  const column = ['yes', 'no'];
  expect(setUp().reader.readColumn(column, 2)).toEqual({ predictions: column });
});

test('one probability in a column says that its zeros and ones are probabilities too, and so are later ones', () => {
  const { reader } = setUp({}, binary);
  expect(reader.readColumn([0, 1], 2)).toEqual({ predictions: [0, 1] });
  expect(reader.readColumn(Float32Array.of(0, 1, 0.75), 3)).toEqual({
    predictions: ['0', '1', '1'],
    scores: Float32Array.of(0, 1, 0.75),
  });
  expect(reader.read(1)).toEqual({ prediction: '1', score: 1 });
});

test.each<[string, unknown]>([
  [
    'arrays',
    [
      [0.25, 0.75],
      [0.625, 0.375],
    ],
  ],
  ['typed arrays', [Float32Array.of(0.25, 0.75), Float32Array.of(0.625, 0.375)]],
  ['a tensor', { dims: [2, 2], data: Float32Array.of(0.25, 0.75, 0.625, 0.375) }],
  ['values row by row', Float32Array.of(0.25, 0.75, 0.625, 0.375)],
  [
    'objects',
    [
      { no: 0.25, yes: 0.75 },
      { no: 0.625, yes: 0.375 },
    ],
  ],
])('probabilities of many rows: %s', (_what, outputs) => {
  const { predictions, scores } = setUp({ classes: ['no', 'yes'] }).reader.readColumn(outputs, 2);
  expect([predictions, [...(scores as Float32Array)]]).toEqual([
    ['yes', 'no'],
    [0.75, 0.375],
  ]);
});

test('a tensor of one dimension is one row if the input is', () => {
  const { reader } = setUp({ classes: ['no', 'yes'] });
  expect(reader.readColumn({ dims: [2], data: [0.25, 0.75] }, 1).predictions).toEqual(['yes']);
});

test('numbers of a regression are left as they are, also in arrays of one', () => {
  const { reader } = setUp({}, regression);
  const column = Float32Array.of(1, 2);
  expect(reader.readColumn(column, 2)).toEqual({ predictions: column });
  expect(reader.readColumn([[1], [2]], 2)).toEqual({ predictions: [1, 2] });
  expect(reader.readColumn({ dims: [2, 1], data: column }, 2)).toEqual({ predictions: column });
});

test('a threshold that is no edge of the bins of scores is said', () => {
  const scoreBins = [{ class: 'yes', edges: [0.25, 0.5], counts: [1, 1, 1], threshold: 0.5 }];
  const given = parseProfile({ ...exampleProfile(), prediction: { ...exampleProfile().prediction, scoreBins } });
  const said: string[] = [];
  for (const threshold of [undefined, 0.25, 0.3]) {
    new OutputReader(given, threshold === undefined ? {} : { threshold }, (_, sentence) => said.push(sentence));
  }
  expect(said).toEqual([expect.stringMatching(/^the threshold 0\.3 of income 1 is no edge .* --threshold 0\.3/)]);
});
