import type { FeatureReference } from '@driftline/shared';
import { parseImportances, withImportances } from '../../src/profile/importances.ts';

const features = ['age', 'work', 'sex'].map((name): FeatureReference => ({
  kind: 'categorical',
  name,
  categories: ['a'],
  counts: [1],
  other: 0,
  missing: 0,
}));

const parsed = (text: string): [string, number][] => [...parseImportances(text, 'file').byFeature];

test.each<[string, string]>([
  ['an object', '{"age": 3, "work": 1}'],
  ['a list of objects', '[{"feature": "age", "importance": 3}, {"importance": 1, "feature": "work"}]'],
  ['two columns', 'age,3\nwork,1\n'],
  ['two columns with a header, quotes and another delimiter', 'feature;gain\n"age";3\n"work";1\n'],
  ['tabs, a byte order mark and a blank line', '\uFEFFage\t3\r\nwork\t1\r\n\r\n'],
])('reads %s', (_what, text) => {
  expect(parsed(text)).toEqual([
    ['age', 3],
    ['work', 1],
  ]);
});

test.each<[string, string, string]>([
  ['nothing', '', 'file has no importance of any feature'],
  ['no feature', '{}', 'file has no importance of any feature'],
  ['half an object', '{"age": 3', 'file is not JSON'],
  ['a negative number', 'age,-1\n', 'file has the importance -1 of age: give numbers from 0 on'],
  ['no number', 'age,1\nwork,much\n', 'file has the importance NaN of work'],
  ['infinity', '{"age": 1e999}', 'file has the importance Infinity of age'],
  ['a feature twice', 'age,1\nage,2\n', 'file has two importances of age'],
  ['three columns', 'i,age,1\nj,work,2\n', 'Line 1 of file has 3 columns: give two'],
  ['a list of numbers', '[1, 2]', 'Entry 1 of file has not one text and one number'],
  [
    'entries with two numbers',
    '[{"f": "age", "gain": 1, "cover": 2}]',
    'Entry 1 of file has not one text and one number',
  ],
])('refuses %s', (_what, text, sentence) => {
  expect(() => parsed(text)).toThrow(sentence);
});

const warn = jest.fn<undefined, [string]>();

beforeEach(() => warn.mockClear());

test('importances sum to 1, and what the file lacks has none and is named', () => {
  const found = withImportances(features, parseImportances('{"age": 3, "work": 1}', 'file'), warn);
  expect(found.map(({ importance }) => importance)).toEqual([0.75, 0.25, 0]);
  expect(warn.mock.calls).toEqual([['file has no importance of sex: it is 0, and no change of them is a suspect.']]);
});

test('what is no feature is named', () => {
  const importances = parseImportances('{"age": 3, "work_State": 1, "id": 1}', 'file');
  expect(() => withImportances(features, importances, warn)).toThrow(
    /^file has importances of work_State(,| and) id, which the profile does not have as features: choose from age, work, sex/,
  );
});

test('importances of nothing but zero rank nothing', () => {
  expect(() => withImportances(features, parseImportances('{"age": 0}', 'file'), warn)).toThrow('sum to 0');
});
