import { binLabels } from '../../src/profile/bins.ts';
import { compareBins } from '../../src/profile/bin-order.ts';

test('intervals go from low to high', () => {
  const labels = binLabels([-1e21, -5, 0.5, 9, 10, 100]);
  expect([...labels].reverse().sort(compareBins)).toEqual(labels);
});

test('categories go by name, other last', () => {
  expect(['other', '>50K', 'b', '<=50K', 'a'].sort(compareBins)).toEqual(['<=50K', '>50K', 'a', 'b', 'other']);
});
