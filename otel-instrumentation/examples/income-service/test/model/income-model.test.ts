import { readFileSync } from 'node:fs';
import { GradientBoostedTrees } from '../../src/model/gradient-boosted-trees.ts';
import { IncomeModel } from '../../src/model/income-model.ts';
import { people } from '../../src/traffic/people.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const golden = json('./adult.golden.json') as { X: number[][]; p: number[] };

test('the trees give the probabilities that scikit-learn gives, to 2e-8', () => {
  const trees = new GradientBoostedTrees(json('../../data/adult.json'));
  const errors = golden.X.map((inputs, i) => Math.abs(trees.probability(inputs) - (golden.p[i] as number)));
  expect(errors).toHaveLength(2000);
  expect(Math.max(...errors)).toBeLessThan(2e-8);
});

function selectedOf(model: IncomeModel, sex: string): [selected: number, all: number] {
  const members = people().filter((person) => person['sex'] === sex);
  return [members.filter((person) => model.predict(person).prediction === '>50K').length, members.length];
}

test('the encoding: by one threshold the trees select 8,269 of 32,650 men and 1,274 of 16,192 women', () => {
  const model = new IncomeModel(new GradientBoostedTrees(json('../../data/adult.json')));
  expect(selectedOf(model, 'Male')).toEqual([8269, 32650]);
  expect(selectedOf(model, 'Female')).toEqual([1274, 16192]);
});

test('the service selects the same share of both sexes', () => {
  const model = IncomeModel.load();
  expect(selectedOf(model, 'Male')).toEqual([6529, 32650]);
  expect(selectedOf(model, 'Female')).toEqual([3238, 16192]);
});
