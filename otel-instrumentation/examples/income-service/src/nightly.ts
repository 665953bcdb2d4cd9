/** `npm run nightly`: writes the file of a nightly job, predictions next to the labels that have come by then. */
import { writeFileSync } from 'node:fs';
import { IncomeModel } from './model/income-model.ts';
import { labeledPeople } from './traffic/people.ts';

const PEOPLE = 2000;

const [, , file = 'nightly.csv'] = process.argv;
const model = IncomeModel.load();
const lines = labeledPeople()
  .slice(0, PEOPLE)
  .map(({ person, label }) => {
    const { prediction, probability } = model.predict(person);
    return [prediction, probability, label, person['sex'], person['race']].join(',');
  });
writeFileSync(file, `predicted,probability,class,sex,race\n${lines.join('\n')}\n`);
