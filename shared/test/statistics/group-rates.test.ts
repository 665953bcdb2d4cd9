import {
  falseNegativeRateOf,
  falsePositiveRateOf,
  positivePredictiveValueOf,
  selectionRateOf,
  truePositiveRateOf,
} from '../../src/statistics/group-rates.ts';

/** 40 true and 10 false positives, 20 false and 30 true negatives. */
const CELLS = [
  { predicted: 'yes', actual: 'yes', count: 40 },
  { predicted: 'yes', actual: 'no', count: 10 },
  { predicted: 'no', actual: 'yes', count: 20 },
  { predicted: 'no', actual: 'no', count: 30 },
];

test.each([
  ['true positive rate', truePositiveRateOf, 40, 60],
  ['false negative rate', falseNegativeRateOf, 20, 60],
  ['false positive rate', falsePositiveRateOf, 10, 40],
  ['positive predictive value', positivePredictiveValueOf, 40, 50],
])('%s', (_what, of, numerator, denominator) => {
  expect(of(CELLS, 'yes')).toEqual({ numerator, denominator });
});

test('the selection rate counts predictions alone', () => {
  const predictions = [
    { predicted: 'yes', count: 3 },
    { predicted: 'no', count: 4 },
    { predicted: 'other', count: 1 },
  ];
  expect(selectionRateOf(predictions, 'yes')).toEqual({ numerator: 3, denominator: 8 });
  expect(selectionRateOf(predictions, 'maybe')).toEqual({ numerator: 0, denominator: 8 });
});

test('a group without outcomes has counts of zero', () => {
  for (const rateOf of [truePositiveRateOf, falseNegativeRateOf, falsePositiveRateOf, positivePredictiveValueOf]) {
    expect(rateOf([], 'yes')).toEqual({ numerator: 0, denominator: 0 });
  }
});
