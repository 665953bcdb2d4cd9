import { createMonitor, ModelRegistry, type ModelMonitor } from '../src/index.ts';
import { median, middle, nanosecondsOf, TIMES } from './cpu-time.ts';
import type { Table } from './table.ts';
import { calibratedProfile, classProfile, numericRows, random, scoredProfile } from './workload.ts';

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
  const calibrated = monitorOf(calibratedProfile());
  const score = (call: number): number => scores[call % 1000] as number;
  const prediction = time(() => plain.record({ prediction: 'yes' }));
  const withScore = time((call) => scored.record({ prediction: 'yes', score: score(call) }));
  const withCalibration = time((call) => calibrated.record({ prediction: 'yes', score: score(call) }));
  const late = timesOfLate([
    [plain, (id) => ({ prediction: 'yes', id })],
    [scored, (id) => ({ prediction: 'yes', score: score(id), id })],
  ]);
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
        ['its score by calibrated bins', withCalibration - withScore],
        ['a prediction that waits for its outcome', late.plain.record],
        ['its score', late.scored.record - late.plain.record],
        ['an outcome with its prediction', outcome],
        ['its score', outcomeScored - outcome],
        ['an outcome by identifier', late.plain.outcome],
        ['its score', late.scored.outcome - late.plain.outcome],
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

type Observe = (id: number) => Parameters<ModelMonitor['record']>[0];

interface Late {
  readonly record: number;
  readonly outcome: number;
}

/** Predictions that are remembered, and then their outcomes: both kinds in turn, so that a slower moment meets both. */
function timesOfLate(kinds: readonly [plain: [ModelMonitor, Observe], scored: [ModelMonitor, Observe]]) {
  const runs = Array.from({ length: TIMES }, () => kinds.map(([monitor, observe]) => timeOfLate(monitor, observe)));
  const of = (kind: number): Late => ({
    record: middle(runs.map((run) => run[kind]?.record ?? NaN)),
    outcome: middle(runs.map((run) => run[kind]?.outcome ?? NaN)),
  });
  return { plain: of(0), scored: of(1) };
}

function timeOfLate(monitor: ModelMonitor, observe: Observe): Late {
  const record = nanosecondsOf(CALLS, () => {
    for (let id = 0; id < CALLS; id++) monitor.record(observe(id));
  });
  const outcome = nanosecondsOf(CALLS, () => {
    for (let id = 0; id < CALLS; id++) monitor.recordOutcome({ id, actual: 'no' });
  });
  return { record, outcome };
}
