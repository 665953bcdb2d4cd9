/**
 * Prints how many alerts the default rules fire in quiet weeks, by rows an hour: weeks in which nothing changes, evaluated
 * each minute over the rules' windows.
 *
 *     npm run quiet-week --workspace @driftline/shared -- [WEEKS] [FEATURES]
 */
import { alertsOfQuietWeek } from '../test/alerts/quiet-week.ts';

const [weeks = 10, features = 40] = process.argv.slice(2).map(Number);

for (const rowsPerHour of [250, 400, 1000, 5000]) {
  const fired = new Map<string, number>();
  const crossed = new Map<string, number>();
  for (let week = 0; week < weeks; week++) {
    const found = alertsOfQuietWeek({ features, rowsPerHour, seed: 1000 * rowsPerHour + week });
    for (const [sums, counts] of [
      [fired, found.fired],
      [crossed, found.crossed],
    ] as const) {
      for (const [id, count] of Object.entries(counts)) sums.set(id, (sums.get(id) ?? 0) + count);
    }
  }
  const texts = [...fired].map(
    ([id, count]) => `${id} ${count} (limit crossed in ${crossed.get(id) ?? 0} evaluations)`,
  );
  console.log(`${rowsPerHour} rows an hour, ${features} features, ${weeks} weeks: ${texts.join(', ')}`);
}
