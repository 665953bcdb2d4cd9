import { scoreCost } from '../../src/inspect/score-cost.ts';
import { build, dataFile, type Built } from './build.ts';

/** Four hundred rows of two classes with a probability of two decimals, some of them 1. */
const TWO = dataFile(
  'two.csv',
  `age,answer,p\n${Array.from({ length: 400 }, (_, i) => `${i % 40},${i % 3 === 0 ? 'yes' : 'no'},${((i % 100) + 1) / 100}`).join('\n')}\n`,
);
/** Three classes with a probability of each of two. */
const THREE = dataFile(
  'three.csv',
  `age,answer,pa,pb\n${Array.from({ length: 300 }, (_, i) => `${i % 40},${'abc'.charAt(i % 3)},${(i % 10) / 10},${(i % 20) / 20}`).join('\n')}\n`,
);

function binsOf({ profile }: Built) {
  return profile.prediction?.kind === 'classification' ? profile.prediction.scoreBins : undefined;
}

test('a score of two classes has bins of the favorable one: at most fifty, with the threshold', async () => {
  const built = await build([TWO], { label: 'answer', score: 'p', favorable: 'yes' });
  const [bins, ...others] = binsOf(built) ?? [];
  expect(others).toEqual([]);
  expect(bins).toMatchObject({ class: 'yes', threshold: 0.5 });
  expect(bins?.edges).toContain(0.5);
  expect(bins?.edges).toHaveLength(49);
  expect(bins?.counts.reduce((sum, count) => sum + count, 0)).toBe(400);
  // Edges are readable, and every count is that of the rows between them.
  expect(bins?.edges.every((edge) => Number(edge.toFixed(2)) === edge)).toBe(true);
  expect(bins?.counts).toEqual(
    [...(bins?.edges ?? []), 1].map((edge, i, edges) => 4 * Math.round((edge - (edges[i - 1] ?? 0)) * 100)),
  );
  expect(built.warnings).toEqual([]);
  expect(scoreCost(built.profile)).toBe('Outcomes by the score of one class: 152 series a replica.');
});

test('the number of bins and the threshold are chosen', async () => {
  const [bins] =
    binsOf(await build([TWO], { label: 'answer', score: 'p', favorable: 'no', scoreBins: 5, threshold: 0.123 })) ?? [];
  expect(bins).toMatchObject({ class: 'no', threshold: 0.123 });
  expect(bins?.edges).toHaveLength(4);
  expect(bins?.edges).toContain(0.123);
});

test('the class is that of the order where none is favorable, and without either it is said', async () => {
  const request = { label: 'answer', score: 'p' };
  const [bins] = binsOf(await build([TWO], { ...request, classOrder: ['yes', 'no'] })) ?? [];
  expect(bins?.class).toBe('no');
  const unclear = await build([TWO], request);
  expect(binsOf(unclear)).toBeUndefined();
  expect(unclear.warnings).toEqual([expect.stringMatching(/nothing says of which class column p is .*--favorable/)]);
});

test('of more classes, those whose column is named have bins, and the columns are no features', async () => {
  const built = await build([THREE], { label: 'answer', scoreOf: { a: 'pa', b: 'pb' } });
  expect(binsOf(built)?.map((bins) => bins.class)).toEqual(['a', 'b']);
  expect(built.profile.features.map(({ name }) => name)).toEqual(['age']);
  await expect(build([THREE], { label: 'answer', scoreOf: { z: 'pa' } })).rejects.toThrow(
    '--score-of names z, which column answer does not hold: choose from a, b, c.',
  );
  await expect(build([THREE], { label: 'answer', scoreOf: { a: 'q' } })).rejects.toThrow(
    /--score-of names the column q/,
  );
});

test('a score that is no probability has no bins, and it is said', async () => {
  const built = await build([TWO], { label: 'answer', score: 'age', favorable: 'yes' });
  expect(binsOf(built)).toBeUndefined();
  expect(built.warnings).toEqual([
    'Outcomes are not counted by the score of yes, since column age holds numbers that are no probabilities: give numbers from 0 to 1.',
  ]);
  expect(scoreCost(built.profile)).toBeUndefined();
});

test('another profile gives its edges', async () => {
  const request = { label: 'answer', score: 'p', favorable: 'yes' };
  const { profile } = await build([TWO], { ...request, scoreBins: 7, threshold: 0.3 });
  const again = await build([TWO], { ...request, binsOf: { shown: 'other.json', profile } });
  expect(binsOf(again)?.[0]).toMatchObject({ edges: binsOf({ profile, warnings: [] })?.[0]?.edges, threshold: 0.3 });
});

test('the rounding of 32 bits moves no row to another bin', async () => {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `${i % 7},${i % 2 === 0 ? 'yes' : 'no'},${Math.fround((i % 10) / 10)}`,
  );
  const file = dataFile('rounded.csv', `age,answer,p\n${rows.join('\n')}\n`);
  const [bins] = binsOf(await build([file], { label: 'answer', score: 'p', favorable: 'yes' })) ?? [];
  expect(bins?.edges).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
  expect(bins?.counts).toEqual([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
});
