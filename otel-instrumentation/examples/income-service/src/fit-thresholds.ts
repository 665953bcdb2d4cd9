/** `npm run thresholds`: fits the thresholds of the decision to the people of Adult, and writes them into `data`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { equalSelection } from './model/decision-thresholds.ts';
import { GradientBoostedTrees } from './model/gradient-boosted-trees.ts';
import { IncomeModel } from './model/income-model.ts';
import { people } from './traffic/people.ts';

const SELECTED = 0.2;

const data = (file: string): URL => new URL(`../data/${file}`, import.meta.url);
const model = new IncomeModel(new GradientBoostedTrees(JSON.parse(readFileSync(data('adult.json'), 'utf8'))));
const thresholds = equalSelection(people(), (person) => model.predict(person).probability, SELECTED);
writeFileSync(data('adult.thresholds.json'), `${JSON.stringify(thresholds, null, 2)}\n`);
