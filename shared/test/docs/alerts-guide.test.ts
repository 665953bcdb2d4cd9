import { DEFAULT_ALERTS } from '../../src/alerts/alert.ts';
import { alertsGuide } from '../../src/docs/alerts-guide.ts';

const ROWS = alertsGuide()
  .split('\n')
  .filter((line) => line.startsWith('|'));

test('every default rule has a row of seven cells', () => {
  expect(ROWS).toHaveLength(DEFAULT_ALERTS.length + 2);
  for (const row of ROWS) expect([row, row.split('|').length]).toEqual([row, 9]);
  for (const id of DEFAULT_ALERTS) expect(ROWS.filter((row) => row.includes(`(measures.md#${id})`))).toHaveLength(1);
});

test.each([
  ['psi', '| above 0.1 | above 0.25 | 1h | 200, and 20 a bin | critical value | features |'],
  ['missing-share', '| above 2 points | above 5 points | 1h | 200 | lower end of the interval | features |'],
  ['disparate-impact', '| below 0.9 | below 0.8 | 1h | 200 | critical value | predictions |'],
  ['latency-quantile', '| above 150 ms | above 200 ms | 1h | 200 | – | calls |'],
  ['no-traffic', '| – | above 0.02 per second | 5m | – | – | – |'],
])('%s has what its rules have', (id, cells) => {
  expect(ROWS.find((row) => row.includes(`#${id})`))).toContain(cells);
});
