import { classesOf, hasRareCategories, keptCategories } from '../../src/profile/kept-categories.ts';

const labels = {
  mode: 'number' as const,
  values: Object.entries({ a: 50, b: 20, other: 15, c: 10, d: 9, [`${'z'.repeat(201)}`]: 8 }).map(([value, count]) => ({
    value,
    count,
  })),
  missing: 0,
};
const names = (kept: readonly { readonly value: string }[]): string[] => kept.map(({ value }) => value);

test('the most frequent categories are kept, but none that is rare, too long or called other', () => {
  expect(names(keptCategories(labels, 10, 1))).toEqual(['a', 'b', 'c', 'd']);
  expect(names(keptCategories(labels, 10, 10))).toEqual(['a', 'b', 'c']);
  expect(names(keptCategories(labels, 2, 10))).toEqual(['a', 'b']);
  expect(hasRareCategories(labels, 10)).toBe(true);
  expect(hasRareCategories(labels, 9)).toBe(false);
});

test('categories that are asked for are kept in their order, with the rows that they have', () => {
  expect(keptCategories(labels, 1, 100, ['new', 'd', 'A', 'a'])).toEqual([
    { value: 'new', count: 0 },
    { value: 'd', count: 9 },
    { value: 'A', count: 0 },
    { value: 'a', count: 50 },
  ]);
});

test('classes that are asked for come first', () => {
  const classes = { ...labels, values: labels.values.slice(0, 2) };
  expect(classesOf(classes, ['b', 'gone'])).toEqual([
    { value: 'b', count: 20 },
    { value: 'gone', count: 0 },
    { value: 'a', count: 50 },
  ]);
  expect(classesOf(classes)).toEqual(classes.values);
});
