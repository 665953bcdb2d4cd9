import { normalQuantile } from '../../src/statistics/normal-quantile.ts';

// Check values published with Algorithm AS 241, and the usual table.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
])('quantile of %d', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 13);
});
