import { CategoricalFeature } from '../../src/recorder/categorical-feature.ts';

test('known categories, the unseen, the missing and the impossible', () => {
  const feature = new CategoricalFeature({
    kind: 'categorical',
    name: 'work',
    categories: ['Private', '7', 'true'],
    counts: [1, 1, 1],
    other: 0,
    missing: 0,
  });
  for (const value of [
    'Private',
    'Private',
    7,
    true,
    'Never',
    '__proto__',
    '',
    null,
    undefined,
    NaN,
    Infinity,
    {},
    Symbol('x'),
  ]) {
    feature.record(value);
  }
  expect([...feature.counts]).toEqual([2, 1, 1, 2]);
  expect({ ...feature.problems }).toEqual({
    ...{ missing: 4, invalid: 3, unseen: 2 },
    ...{ outlier: 0, out_of_range: 0, converted: 0 },
  });
});
