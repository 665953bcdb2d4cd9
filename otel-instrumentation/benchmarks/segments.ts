import { createMonitor, ModelRegistry, type ModelMonitor } from '../src/index.ts';
import type { ReferenceProfile } from '@driftline/shared';
import { median, nanosecondsOf } from './cpu-time.ts';
import type { Table } from './table.ts';
import { calibratedProfile, classProfile, numericRows, random, segmentedProfile } from './workload.ts';

const FEATURES = 30;
const CALLS = 100_000;

/** What one segment of eleven values adds to predictions and to outcomes, next to what features cost. */
export function segmentsTable(): Table {
  const rows = numericRows(FEATURES, 1000).map((row, i) => ({ ...row, country: `country ${i % 12}` }));
  const next = random(3);
  const scores = Float64Array.from({ length: 1000 }, next);
  const of = (profile: ReferenceProfile): ModelMonitor => createMonitor(profile, { registry: new ModelRegistry() });
  const time = (call: (index: number) => void): number =>
    median(() =>
      nanosecondsOf(CALLS, () => {
        for (let index = 0; index < CALLS; index++) call(index);
      }),
    );
  const recorded = (monitor: ModelMonitor): number =>
    time((call) =>
      monitor.record({
        features: rows[call % 1000] as object,
        prediction: 'yes',
        score: scores[call % 1000] as number,
      }),
    );
  const outcomes = (monitor: ModelMonitor): number =>
    time((call) =>
      monitor.recordOutcome({
        prediction: 'yes',
        score: scores[call % 1000] as number,
        actual: call % 3 === 0 ? 'yes' : 'no',
        groups: rows[call % 1000] as object,
      }),
    );
  const profile = { ...calibratedProfile(), features: classProfile(FEATURES).features, excluded: ['country'] };
  const [plain, one, three] = [of(profile), of(segmentedProfile(profile, 0)), of(segmentedProfile(profile, 3))];
  const whole = recorded(plain);
  const outcome = outcomes(plain);
  return {
    title: `What one segment adds, to a prediction with ${FEATURES} numeric features and a binary score of 50 bins`,
    columns: ['', 'ns', 'of the prediction'],
    rows: (
      [
        ['a prediction with its features', whole],
        ['its segment', recorded(one) - whole],
        ['its segment, with three of the features', recorded(three) - whole],
        ['an outcome with its prediction', outcome],
        ['its segment', outcomes(one) - outcome],
      ] as const
    ).map(([name, cost]) => [name, cost.toFixed(0), `${((100 * cost) / whole).toFixed(1)} %`]),
  };
}
