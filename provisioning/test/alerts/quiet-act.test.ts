import { readFileSync } from 'node:fs';
import { describeWithStore } from '@driftline/local-store/testing';
import { parseProfile } from '@driftline/shared';
import { people, playedRows, readScenario } from '@driftline/income-service';
import { alertsOfWindows, type Row } from './alerts-of-windows.ts';

const INCOME = new URL('../../../otel-instrumentation/examples/income-service/', import.meta.url);
const profile = parseProfile(JSON.parse(readFileSync(new URL('profile.json', INCOME), 'utf8')));
const scenario = readScenario(new URL('scenarios/drift.json', INCOME));

/** Windows of the rows that one phase of the scenario sends, which goes on for as long as there are windows. */
function windowsOf(phaseName: string, sizes: readonly number[], seed: number): Row[][] {
  const phase = scenario.phases.find(({ name }) => name.startsWith(phaseName));
  if (phase === undefined) throw new Error(`The scenario has no phase ${phaseName}.`);
  const rows = playedRows(people(), { repeat: false, phases: [phase] }, 100, seed);
  return sizes.map((size) => Array.from({ length: size }, () => rows.next().value.person));
}

describeWithStore('prometheus', 'default alerts about the features of the income service', () => {
  test('are silent in the quiet act, and fire in the acts in which something happens', async () => {
    // Few rows are where noise is largest: most windows hold little more than the minimum.
    const quiet = windowsOf('steady', [250, 250, 250, 250, 2000, 2000], 1);
    const older = windowsOf('age shift', [2000], 2);
    const lost = windowsOf('a column goes null', [2000], 3);
    const { prometheus, grafana } = await alertsOfWindows(profile, [...quiet, ...older, ...lost]);
    expect(grafana).toEqual(prometheus);
    expect(prometheus.slice(0, quiet.length).flat()).toEqual([]);
    expect(prometheus[quiet.length]).toContain('Feature drift: PSI above 0.25 (age)');
    expect(prometheus[quiet.length + 1]).toEqual(['Missing values: 5 points above the training share (occupation)']);
  });
});
