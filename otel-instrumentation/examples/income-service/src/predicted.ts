/** The training data as CSV on standard output, with what the service predicts for each row: what `npm run profile` reads. */
import { IncomeModel } from './model/income-model.ts';
import { labeledPeople } from './traffic/people.ts';

const model = IncomeModel.load();
const rows = labeledPeople();
const columns = Object.keys(rows[0]?.person ?? {});
// No text of Adult has a comma or a quote.
const lines = rows.map(({ person, label }) => {
  const { prediction, probability } = model.predict(person);
  return [...columns.map((column) => person[column] ?? ''), label, prediction, probability].join(',');
});
process.stdout.write(`${[...columns, 'class', 'predicted', 'probability'].join(',')}\n${lines.join('\n')}\n`);
