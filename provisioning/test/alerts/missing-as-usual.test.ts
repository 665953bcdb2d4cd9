import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeWithStore } from '@driftline/local-store/testing';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { alertsOfWindows, type Call } from './alerts-of-windows.ts';

const PATH = fileURLToPath(new URL('missing-as-usual.csv', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../otel-instrumentation/src/commands/driftline.ts', import.meta.url));
const TITLE = 'Missing values: 5 points above the training share (second_income)';

const WARNING = 'Missing values: 2 points above the training share (second_income)';

/** The rows of the file, of which 30 % have no second income, as a service passes them. */
const ROWS: readonly Call[] = readFileSync(PATH, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0] ?? '')
  .map((value) => ({ features: { second_income: value === '' ? null : Number(value) } }));

/** So many rows, with a share of them missing; the others are those of the training data. */
function rowsWithMissing(count: number, share: number): Call[] {
  const present = ROWS.filter((row) => row.features['second_income'] !== null);
  return Array.from({ length: count }, (_, i) =>
    i < Math.round(share * count) ? { features: { second_income: null } } : (present[i % present.length] as Call),
  );
}

/** What the command makes of a training file. */
async function profileOf(path: string): Promise<ReferenceProfile> {
  const args = ['profile', path, '--model', 'm', '--model-version', '1', '--label', 'approved', '--out', '-'];
  const { stdout } = await promisify(execFile)('node', ['--conditions=driftline-source', COMMAND, ...args]);
  return parseProfile(JSON.parse(stdout));
}

describeWithStore('prometheus', 'a feature that is missing in 30 % of the training rows', () => {
  test('alerts only where the lower bound of its share is above r + t (1 − r)', async () => {
    // r + t (1 − r) is 0.335. Of 1,000 rows the interval at 0.001 reaches about 0.05 down, of 10,000 rows 0.016.
    const windows = [
      ROWS,
      rowsWithMissing(1000, 0.36),
      rowsWithMissing(1000, 0.45),
      rowsWithMissing(10_000, 0.345),
      rowsWithMissing(10_000, 0.36),
      ROWS,
    ];
    const fired = await alertsOfWindows(await profileOf(PATH), windows);
    for (const titles of [fired.prometheus, fired.grafana, fired.grafanaPromql]) {
      // At 2 points r + t (1 − r) is 0.314, which the lower end of 0.345 of 10,000 rows is above.
      expect(titles).toEqual([[], [], [TITLE], [WARNING], [TITLE], []]);
    }
  });
});
