import { createMonitor, ModelRegistry, type ModelMonitor } from '../src/index.ts';
import { median, nanosecondsOf } from './cpu-time.ts';
import type { Table } from './table.ts';
import { classProfile, numericRows, random, scoredProfile } from './workload.ts';

const FEATURES = 30;
const CALLS = 100_000;

/** What scores add to predictions and to outcomes, next to what features cost. */
export function scoringTable(): Table {
  const rows = numericRows(FEATURES, 1000);
  const next = random(2);
  const scores = Float64Array.from({ length: 1000 }, next);
  const features = createMonitor(classProfile(FEATURES), { registry: new ModelRegistry() });
  const row = time((call) => features.record({ features: rows[call % 1000] as object }));

  const plain = monitorOf(classProfile());
  const scored = monitorOf(scoredProfile());
  const score = (call: number): number => scores[call % 1000] as number;
  const prediction = time(() => plain.record({ prediction: 'yes' }));
  const withScore = time((call) => scored.record({ prediction: 'yes', score: score(call) }));
  const waiting = timeOfLate(plain, (id) => ({ prediction: 'yes', id }));
  const waitingScored = timeOfLate(scored, (id) => ({ prediction: 'yes', score: score(id), id }));
  const outcome = time(() => plain.recordOutcome({ prediction: 'yes', actual: 'no' }));
  const outcomeScored = time((call) =>
    scored.recordOutcome({ prediction: 'yes', score: score(call), actual: call % 3 === 0 ? 'yes' : 'no' }),
  );
  const share = (cost: number): string => `${((100 * cost) / row).toFixed(1)} %`;
  return {
    title: `What a binary score of 50 bins costs, next to ${FEATURES} numeric features`,
    columns: ['', 'ns', `of ${FEATURES} features`],
    rows: (
      [
        [`${FEATURES} features, row by row`, row],
        ['a prediction', prediction],
        ['its score', withScore - prediction],
        ['its score, where it waits for the outcome', waitingScored.record - waiting.record],
        ['an outcome with its prediction', outcome],
        ['its score', outcomeScored - outcome],
        ['an outcome by identifier', waiting.outcome],
        ['its score', waitingScored.outcome - waiting.outcome],
      ] as const
    ).map(([name, cost]) => [name, cost.toFixed(0), share(cost)]),
  };
}

function monitorOf(profile: Parameters<typeof createMonitor>[0]): ModelMonitor {
  return createMonitor(profile, { registry: new ModelRegistry(), maximumPending: CALLS });
}

function time(call: (index: number) => void): number {
  return median(() =>
    nanosecondsOf(CALLS, () => {
      for (let index = 0; index < CALLS; index++) call(index);
    }),
  );
}

/** A prediction that is remembered, and then its outcome. */
function timeOfLate(
  monitor: ModelMonitor,
  observation: (id: number) => Parameters<ModelMonitor['record']>[0],
): { readonly record: number; readonly outcome: number } {
  const outcomes: number[] = [];
  const record = median(() => {
    const recording = nanosecondsOf(CALLS, () => {
      for (let id = 0; id < CALLS; id++) monitor.record(observation(id));
    });
    const answering = nanosecondsOf(CALLS, () => {
      for (let id = 0; id < CALLS; id++) monitor.recordOutcome({ id, actual: 'no' });
    });
    outcomes.push(answering);
    return recording;
  });
  const sorted = outcomes.sort((a, b) => a - b);
  return { record, outcome: sorted[Math.floor(sorted.length / 2)] as number };
}
