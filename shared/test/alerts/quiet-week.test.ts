import { alertsOfQuietWeek } from './quiet-week.ts';

// Where rows are few, noise is largest. `npm run quiet-week` plays more weeks, and more rows an hour.
test('a quiet week of 40 features has no alert', () => {
  const { fired, crossed } = alertsOfQuietWeek({ features: 40, rowsPerHour: 250, seed: 7 });
  console.info(`a quiet week of 40 features: ${JSON.stringify({ fired, crossed })}`);
  // Without the significance, the limit alone would be crossed by noise.
  expect(crossed.psi).toBeGreaterThan(100);
  expect(Object.values(fired).reduce((sum, count) => sum + count, 0)).toBe(0);
});
