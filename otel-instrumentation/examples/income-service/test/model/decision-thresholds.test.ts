import { readFileSync } from 'node:fs';
import { equalSelection, thresholdOf, type DecisionThresholds } from '../../src/model/decision-thresholds.ts';
import { GradientBoostedTrees } from '../../src/model/gradient-boosted-trees.ts';
import { IncomeModel, type Person } from '../../src/model/income-model.ts';
import { people } from '../../src/traffic/people.ts';

const json = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));

const person = (sex: string, score: number): Person => ({ sex, race: 'White', score });
const scoreOf = (each: Person): number => each['score'] as number;

test('the same share of each group exceeds its threshold', () => {
  const rows = [0.1, 0.2, 0.3, 0.4].flatMap((score) => [person('Female', score), person('Male', score + 0.5)]);
  const thresholds = equalSelection(rows, scoreOf, 0.25);
  expect(thresholds).toEqual({ Female: { White: 0.35 }, Male: { White: 0.85 } });
  for (const sex of ['Female', 'Male']) {
    const members = rows.filter((row) => row['sex'] === sex);
    expect(members.filter((row) => scoreOf(row) > thresholdOf(thresholds, row))).toHaveLength(1);
  }
});

test('where sex or race is unknown, one half decides', () => {
  const thresholds: DecisionThresholds = { Male: { White: 0.9 } };
  expect(thresholdOf(thresholds, { sex: 'Male', race: 'White' })).toBe(0.9);
  expect(thresholdOf(thresholds, { sex: null, race: 'White' })).toBe(0.5);
  expect(thresholdOf(thresholds, { sex: 'Male', race: 'constructor' })).toBe(0.5);
});

test('the thresholds of the service are those that `npm run thresholds` fits', () => {
  const model = new IncomeModel(new GradientBoostedTrees(json('adult.json')));
  const fitted = equalSelection(people(), (each) => model.predict(each).probability, 0.2);
  expect(json('adult.thresholds.json')).toEqual(fitted);
});
