/**
 * The training data as CSV on standard output, with what a version predicts for each row: what `npm run profile` reads.
 *
 *     predicted.ts [VERSION]
 */
import { IncomeModel } from './model/income-model.ts';
import { CANARY, STABLE } from './model/versions.ts';
import { labeledPeople } from './traffic/people.ts';

const [, , version = STABLE] = process.argv;
const model = IncomeModel.load(version === CANARY ? CANARY : STABLE);
const rows = labeledPeople();
const columns = Object.keys(rows[0]?.person ?? {});
// No text of Adult has a comma or a quote.
const lines = rows.map(({ person, label }) => {
  const { prediction, probability } = model.predict(person);
  return [...columns.map((column) => person[column] ?? ''), label, prediction, probability].join(',');
});
process.stdout.write(`${[...columns, 'class', 'predicted', 'probability'].join(',')}\n${lines.join('\n')}\n`);
