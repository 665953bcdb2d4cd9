import { partsOf, type ColumnLookup } from '../../src/profile/profile-parts.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';

const COLUMNS = ['age', 'work', 'sex', 'race', 'class', 'answer', 'p'];
const FACTS: ColumnLookup = {
  kindOf: (column) => (['age', 'p'].includes(column) ? 'numeric' : 'categorical'),
  exclusionOf: () => undefined,
  distinctOf: () => 1000,
};
const request = (change: Partial<ProfileRequest> = {}): ProfileRequest => ({
  model: 'm',
  version: '1',
  bins: 10,
  maxCategories: 50,
  ...change,
});
const parts = (change: Partial<ProfileRequest>) => partsOf(request(change), COLUMNS, FACTS);

test('every column without another role is a feature', async () => {
  const { features } = await parts({ label: 'class', prediction: 'answer', score: 'p', exclude: ['race'] });
  expect(features).toEqual([
    { name: 'age', kind: 'numeric' },
    { name: 'work', kind: 'categorical' },
    { name: 'sex', kind: 'categorical' },
  ]);
});

test('a personal column is left out with a word, unless the request names it', async () => {
  const facts: ColumnLookup = {
    ...FACTS,
    exclusionOf: (column) => (['work', 'race'].includes(column) ? 'it is' : undefined),
  };
  const warnings: string[] = [];
  const find = async (change: Partial<ProfileRequest>) => {
    const { features, excluded } = await partsOf(request(change), COLUMNS, facts, (word) => warnings.push(word));
    return [features.map(({ name }) => name).filter((name) => ['work', 'race'].includes(name)), excluded];
  };
  expect(await find({ exclude: ['sex'] })).toEqual([[], ['sex', 'work', 'race']]);
  expect(warnings).toEqual(
    ['work', 'race'].map((c) => `Column ${c} is left out: it is. Keep it with \`--keep ${c}\`.`),
  );
  for (const change of [
    { keep: ['work'] },
    { groups: ['sex, work'] },
    { types: { work: 'categorical' as const } },
    { edges: { work: [1] } },
  ]) {
    expect(await find(change)).toEqual([['work'], ['race']]);
  }
  expect(await find({ features: ['race'] })).toEqual([['race'], []]);
  expect(await find({ label: 'race' })).toEqual([[], ['work']]);
  await expect(find({ exclude: ['age', 'sex', 'class', 'answer', 'p'] })).rejects.toThrow('keep one with `--keep`');
});

test('the request overrules what would be inferred', async () => {
  const { features } = await parts({ features: ['age'], types: { age: 'categorical' } });
  expect(features).toEqual([{ name: 'age', kind: 'categorical' }]);
});

test('the output of the model is the prediction, or else the label', async () => {
  expect(await parts({ label: 'class', prediction: 'answer' })).toMatchObject({
    answer: 'answer',
    compared: { prediction: 'answer', label: 'class' },
  });
  expect(await parts({ label: 'class' })).toMatchObject({ answer: 'class', compared: undefined });
});

test.each<[Partial<ProfileRequest>, string]>([
  [{ label: 'class' }, 'classification'],
  [{ label: 'age' }, 'regression'],
  [{ label: 'age', task: 'classification' }, 'classification'],
  [{ score: 'p' }, 'regression'],
  [{}, 'classification'],
])('%j is a %s', async (change, task) => {
  expect((await parts(change)).task).toBe(task);
});

test('numbers of few values are classes', async () => {
  const facts = { ...FACTS, distinctOf: () => 2 };
  expect((await partsOf(request({ label: 'age' }), COLUMNS, facts)).task).toBe('classification');
});

test('several columns are an intersection, unless one has the comma in its name', async () => {
  expect((await parts({ groups: ['sex, race'] })).groups).toEqual([{ name: 'sex & race', of: ['sex', 'race'] }]);
  const named = await partsOf(request({ groups: ['a,b'] }), [...COLUMNS, 'a,b'], FACTS);
  expect(named.groups).toEqual([{ name: 'a,b', of: ['a,b'] }]);
});

test.each<[Partial<ProfileRequest>, string]>([
  [{ edges: { age: [] } }, '--edges gives no edge for age: write upper edges, such as `--edges age=1,10`.'],
  [{ label: 'nope' }, '--label names the column nope, which the data does not have'],
  [{ keep: ['nope'] }, '--keep names the column nope'],
  [{ exclude: COLUMNS }, 'No column is left as a feature'],
  [{ privileged: { sex: 'Male' } }, '--privileged names sex, which is not a group: add `--group sex`'],
  [
    { calibrateOn: ['v.csv'], task: 'regression', label: 'age', score: 'p' },
    '--calibrate-on is for models that predict classes, and this one predicts numbers, whose errors are not estimated',
  ],
  [
    { calibrateOn: ['v.csv'], task: 'classification', prediction: 'answer', score: 'p' },
    '--calibrate-on needs the ground truth of the held-out rows: name its column with --label.',
  ],
  [
    { calibrateOn: ['v.csv'], task: 'classification', label: 'class' },
    '--calibrate-on needs the probabilities of the held-out rows: name their column with --score or --score-of.',
  ],
  [{ favorable: 'yes' }, '--favorable names a class: name the column of classes with --label or --prediction'],
])('%j is refused', async (change, sentence) => {
  await expect(parts(change)).rejects.toThrow(sentence);
});
