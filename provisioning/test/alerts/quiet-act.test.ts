import { readFileSync } from 'node:fs';
import { describeWithStore } from '@driftline/local-store/testing';
import { parseProfile } from '@driftline/shared';
import { playedRows, readScenario } from '@driftline/example-common';
import { IncomeModel, labeledPeople, type Person } from '@driftline/income-service';
import { alertsOfWindows, type Call } from './alerts-of-windows.ts';

const INCOME = new URL('../../../otel-instrumentation/examples/income-service/', import.meta.url);
const profile = parseProfile(JSON.parse(readFileSync(new URL('profile.json', INCOME), 'utf8')));
const scenario = readScenario(new URL('scenarios/drift.json', INCOME));
const model = IncomeModel.load();
/** With the label as one more column, so that it stays with its person. */
const people: readonly Person[] = labeledPeople().map(({ person, label }) => ({ ...person, label }));

/** Windows of the calls in one phase of the scenario, which goes on for as long as there are windows. */
function windowsOf(phaseName: string, sizes: readonly number[], seed: number): Call[][] {
  const phase = scenario.phases.find(({ name }) => name.startsWith(phaseName));
  if (phase === undefined) throw new Error(`The scenario has no phase ${phaseName}.`);
  const rows = playedRows(people, { repeat: false, phases: [phase] }, 100, seed);
  return sizes.map((size) => Array.from({ length: size }, () => callOf(rows.next().value.row)));
}

function callOf({ label, ...features }: Person): Call {
  const { prediction, probability } = model.predict(features);
  return { features, prediction, score: probability, durationSeconds: 0.004, actual: String(label) };
}

describeWithStore('prometheus', 'all default alerts about the income service', () => {
  test('are silent in the quiet act, and fire in the acts in which something happens', async () => {
    // Noise is largest where rows are few: most windows hold little more than the minimum, of rows, or of the women.
    const quiet = windowsOf('steady', [...Array<number>(8).fill(250), ...Array<number>(8).fill(650), 2000, 20_000], 1);
    const older = windowsOf('age shift', [2000], 2);
    const lost = windowsOf('a column goes null', [2000], 3);
    const unfair = windowsOf('fewer approvals for women', [2000], 4);
    // The last call came ten minutes before the end, of which the long window still remembers the most.
    const stopped = windowsOf('age shift', [2000], 2).map((calls) => ({ calls, silentSeconds: 600 }));
    const { prometheus, grafana, grafanaPromql, lastOfBatches } = await alertsOfWindows(profile, [
      ...quiet,
      ...older,
      ...lost,
      ...unfair,
      ...stopped,
    ]);
    expect(grafana).toEqual(prometheus);
    expect(grafanaPromql).toEqual(prometheus);
    expect(prometheus.slice(0, quiet.length).flat()).toEqual([]);
    const [inOlder, inLost, inUnfair, inStopped] = prometheus.slice(quiet.length);
    expect(inOlder).toContain('Feature drift: PSI above 0.25 (age)');
    expect(inLost).toEqual(['Missing values: 5 points above the training share (occupation)']);
    expect(inUnfair).toContain('Fairness: disparate impact below 0.8 (sex Female)');
    expect(inStopped).toEqual(['No traffic']);
    for (const titles of lastOfBatches) expect(titles).toContain('Feature drift: PSI above 0.25 (age)');
  });

  test('say that the model is worse than it was, where it is', async () => {
    const wrong = windowsOf('steady', [2000], 5).map((calls) =>
      calls.map((call, i): Call =>
        i % 8 === 0 ? { ...call, actual: call.actual === '>50K' ? '<=50K' : '>50K' } : call,
      ),
    );
    const slow = windowsOf('steady', [250], 6).map((calls) => calls.map((call) => ({ ...call, durationSeconds: 0.4 })));
    const { prometheus, grafana, grafanaPromql } = await alertsOfWindows(profile, [...wrong, ...slow]);
    expect(grafana).toEqual(prometheus);
    expect(grafanaPromql).toEqual(prometheus);
    // With one label in eight turned around, the accuracy falls by .09.
    expect(prometheus).toEqual([['Performance: accuracy drop above 5%'], ['Latency above 200 ms']]);
  });
});
