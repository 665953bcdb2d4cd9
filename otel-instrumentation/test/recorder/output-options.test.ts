import { parseProfile } from '@driftline/shared';
import { checkOutput, type OutputOptions } from '../../src/recorder/output-options.ts';
import { exampleProfile } from '../example-profile.ts';

const score = { edges: [1], counts: [1, 1], mean: 1, standardDeviation: 1, minimum: 0, maximum: 2 };

function check(options: OutputOptions, prediction: object = {}) {
  return checkOutput(
    options,
    parseProfile({ ...exampleProfile(), prediction: { ...exampleProfile().prediction, ...prediction } }),
  );
}

const three = { classes: ['a', 'b', 'c'], counts: [1, 1, 1], favorable: undefined };

test.each<[OutputOptions, object, RegExp]>([
  [{ output: 'sigmoid' as never }, {}, /output is sigmoid: choose from class, probabilities, probability, number/],
  [{ output: 'number' }, {}, /income 1 has classes: .*--task regression/],
  [{ output: 'class' }, { kind: 'regression', score }, /has no classes/],
  [{ threshold: 50 }, {}, /threshold is 50: give a number between 0 and 1/],
  [{ threshold: NaN }, {}, /threshold is NaN/],
  [{ threshold: 0.5 }, three, /threshold is set, .* has 3 classes: it needs two/],
  [{ threshold: 0.5 }, { favorable: undefined }, /nothing says of which class/],
  [{ output: 'probability' }, three, /output is probability, .* has 3 classes/],
  [{ classes: ['no', 'maybe'] }, {}, /classes is "no" and "maybe", .* has "no" and "yes"/],
  [{ classes: ['no'] }, {}, /name each of these once/],
  [{ classes: ['no', 'no'] }, {}, /name each of these once/],
])('%j is refused with what to do', (options, prediction, sentence) => {
  expect(() => check(options, prediction)).toThrow(sentence);
  expect(() => check(options, prediction)).toThrow(RangeError);
});

test.each<[string[], string[] | undefined]>([
  [
    ['1', '0'],
    ['0', '1'],
  ],
  [['10', '2', '0', '1', '3', '4', '5', '6', '7', '8', '9'], Array.from({ length: 11 }, (_, i) => String(i))],
  [
    ['True', 'False'],
    ['False', 'True'],
  ],
  [['1', '2'], undefined],
  [['no', 'yes'], undefined],
  [['', '0'].map((text) => `${text}0`), undefined],
])('the order of %j is %j', (classes, order) => {
  expect(check({}, { classes, counts: classes.map(() => 1), favorable: undefined }).order).toEqual(order);
});

test('classes match in any type', () => {
  expect(check({ classes: [0, true] }, { classes: ['1', '0'], counts: [1, 1], favorable: '1' }).order).toEqual([
    '0',
    '1',
  ]);
});
