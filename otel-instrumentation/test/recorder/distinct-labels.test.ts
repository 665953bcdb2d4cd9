import { parseProfile } from '@driftline/shared';
import { checkDistinctLabels } from '../../src/recorder/distinct-labels.ts';
import { exampleProfile } from '../example-profile.ts';

const categorical = (categories: string[], name = 'city') => ({
  kind: 'categorical',
  name,
  categories,
  counts: categories.map(() => 10),
  other: 0,
  missing: 0,
});

const profile = (change: object) => parseProfile({ ...exampleProfile(), ...change });

test('names with broken characters are taken as long as they stay apart', () => {
  expect(() => checkDistinctLabels(profile({ features: [categorical(['a\uFFFD', 'b\uFFFD'])] }))).not.toThrow();
});

test.each<[string, object]>([
  ['categories of "city"', { features: [categorical(['a\uFFFD', 'a?'])] }],
  ['features', { features: [categorical(['a'], 'x\uFFFD'), categorical(['a'], 'x?')] }],
  ['classes', { prediction: { kind: 'classification', classes: ['\uD800', '\uD801'], counts: [1, 1] } }],
  ['groups of "sex"', { groups: [{ attribute: 'sex', values: ['\uD800', '?'] }] }],
])('%s that would be one label are refused', (what, change) => {
  expect(() => checkDistinctLabels(profile(change))).toThrow(`The profile has two ${what} that differ in broken`);
});
