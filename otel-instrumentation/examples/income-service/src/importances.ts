/**
 * Importance of each feature as JSON on standard output, for `driftline profile --importance`: how much the Brier score of
 * the model rises when the feature is that of other people (permutation importance; Breiman, Random Forests, 2001).
 */
import { IncomeModel, type Person } from './model/income-model.ts';
import { labeledPeople } from './traffic/people.ts';

const model = IncomeModel.load();
const rows = labeledPeople();
const people = rows.map(({ person }) => person);
/** The rows are in no order, so that those half of them away are other people at random: the same in every run. */
const HALF = Math.floor(rows.length / 2);

function brierScore(personAt: (row: number) => Person): number {
  const errors = rows.map(
    ({ label }, row) => (model.predict(personAt(row)).probability - Number(label === '>50K')) ** 2,
  );
  return errors.reduce((sum, error) => sum + error, 0) / rows.length;
}

const best = brierScore((row) => people[row] as Person);
const importances = Object.keys(people[0] ?? {}).map((feature) => {
  const shuffled = brierScore((row) => ({
    ...people[row],
    [feature]: people[(row + HALF) % people.length]?.[feature],
  }));
  return [feature, Number(Math.max(shuffled - best, 0).toPrecision(4))];
});
process.stdout.write(`${JSON.stringify(Object.fromEntries(importances), null, 2)}\n`);
