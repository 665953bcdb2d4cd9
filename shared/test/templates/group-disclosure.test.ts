import type { ConfusionCell } from '../../src/statistics/confusion-matrix.ts';
import type { PredictedClass } from '../../src/statistics/group-rates.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import type { Group } from '../../src/counts/groups.ts';
import { selectionRates } from '../../src/measures/fairness/selection-rate.ts';
import { truePositiveRates } from '../../src/measures/fairness/true-positive-rate.ts';
import { showsCounts, shownCounts } from '../../src/templates/group-disclosure.ts';

const group = (name: string, count: number): Group<PredictedClass> => ({
  group: name,
  cells: [{ predicted: 'yes', count }],
  favorable: 'yes',
});
const sex = [group('Female', 100), group('Male', 200)];
const race = [group('White', 250), group('Black', 45), group('Other', 5)];

const shows = (
  groups: readonly Group<PredictedClass>[],
  beside: readonly (readonly Group<PredictedClass>[])[],
): boolean => showsCounts({ groups, beside }, selectionRates, DEFAULT_QUERY);

test('the counts of a small group cannot be found by subtracting from another attribute of the answer', () => {
  expect(shows(race, [sex])).toBe(false);
  expect(shows(sex, [race])).toBe(true);
});

test('an attribute that is alone in its answer shows its counts, also where the others are empty', () => {
  expect(shows(race, [])).toBe(true);
  expect(shows(race, [[group('young', 0)]])).toBe(true);
});

test('a group of nobody is not small', () => {
  expect(shows([...sex, group('other', 0)], [sex])).toBe(true);
});

test('what counts as small is asked of the rate: five people with a favorable outcome, among hundreds', () => {
  const outcomes = (name: string, favorable: number): Group<ConfusionCell> => ({
    group: name,
    cells: [
      { predicted: 'yes', actual: 'yes', count: favorable },
      { predicted: 'no', actual: 'no', count: 300 },
    ],
    favorable: 'yes',
  });
  const beside = [[outcomes('young', 90)]];
  const of = (favorable: number): boolean =>
    showsCounts({ groups: [outcomes('a', favorable)], beside }, truePositiveRates, DEFAULT_QUERY);
  expect([of(5), of(10)]).toEqual([false, true]);
});

test('a query of one attribute needs no word about the others', () => {
  const counts = selectionRates.promql(DEFAULT_QUERY, [], {}).denominator;
  expect(shownCounts(counts, selectionRates, { ...DEFAULT_QUERY, where: { group: ['sex'] } })).toBe(counts);
  expect(shownCounts(counts, selectionRates, DEFAULT_QUERY)).not.toBe(counts);
});
