import { playedRows, readScenario } from '@driftline/example-common';
import { FEATURES, readRides } from '../src/rides.ts';
import { sentHours } from '../src/sent-hours.ts';

const hours = sentHours(readRides());

test('an hour is sent with the features of the model and its month, and the count is its label', () => {
  expect(Object.keys(hours[0]?.row ?? {})).toEqual([...FEATURES, 'month']);
  expect(hours[0]).toMatchObject({ row: { temp: 0.24, hr: 0, month: '2011-01' }, label: 16 });
});

test('the scenario plays January and then April of 2011, which is warmer', () => {
  const scenario = readScenario(new URL('../scenarios/spring.json', import.meta.url));
  const rows = playedRows(
    hours.map(({ row }) => row),
    scenario,
    1,
    1,
  );
  const played = Array.from({ length: 360 }, () => rows.next().value);
  const [january, april] = Map.groupBy(played, ({ row }) => row['month']);
  expect([january?.[0], april?.[0]]).toEqual(['2011-01', '2011-04']);
  const temperature = (part: typeof january): number =>
    (part?.[1] ?? []).reduce((sum, { row }) => sum + Number(row['temp']), 0) / (part?.[1].length ?? 0);
  expect(temperature(april) - temperature(january)).toBeGreaterThan(0.2);
});
