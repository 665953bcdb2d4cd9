import { limitsFrom } from '../../src/recorder/limits.ts';
import { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { ModelRecording } from '../../src/recorder/model-recording.ts';
import type { SegmentCounts } from '../../src/recorder/segment-counts.ts';
import { profileOfSegment, segmentedProfile, segmentedRegression } from '../segmented-profile.ts';

const HOSTILE: readonly unknown[] = [
  ...['XX', 'other', 'constructor', '__proto__', '', ' ', 'a'.repeat(1000), '\ud800'],
  ...[null, undefined, NaN, Infinity, 0, -1, 10n, true, {}, [], new Date(NaN), Symbol('DE'), () => 'DE'],
];

/** Rows of three countries, with everything that is counted. */
const ROWS = Array.from({ length: 60 }, (_, i) => ({
  features: { age: 20 + i, work: 'State', sex: i % 2 === 0 ? 'Female' : 'Male', country: ['DE', 'FR', 'IT'][i % 3] },
  prediction: i % 4 === 0 ? 'yes' : 'no',
  score: (i % 10) / 10,
  id: i,
}));
const actual = (i: number): string => (i % 5 === 0 ? 'yes' : 'no');

const monitorOf = (options = {}): ModelMonitor => new ModelMonitor(segmentedProfile(), options);
const segmentsOf = ({ recording }: ModelMonitor): readonly SegmentCounts[] => recording.segments[0]?.values ?? [];
const totals = (monitor: ModelMonitor): number[] =>
  segmentsOf(monitor).map(({ predictions }) => predictions.total.reduce((sum, count) => sum + count, 0));

/** Everything that is counted, of a segment or of a model that is nothing else. */
function stateOf({ features, predictions, outcomes }: Pick<SegmentCounts, 'features' | 'predictions' | 'outcomes'>) {
  const [age] = features;
  return {
    age: Array.from({ length: 4 }, (_, bin) => age?.countOf(bin)),
    problems: { ...age?.problems },
    total: [...predictions.total],
    byGroup: predictions.byGroup.map((counts) => [...counts]),
    score: predictions.score?.counts(),
    calibrated: predictions.calibrated.map((scores) => scores.bins.map((_, bin) => scores.countOf(bin))),
    outcomes: [...outcomes.total],
    outcomesByGroup: outcomes.byGroup.map((counts) => [...counts]),
    scores: outcomes.scores.map((scores) =>
      scores.bins.map((_, bin) => [scores.countOf(bin, false), scores.countOf(bin, true)]),
    ),
    squared: outcomes.scores.map(({ squaredErrors, logLosses }) => [squaredErrors, logLosses]),
  };
}

test('a segment counts what a model would that sees its rows alone, late outcomes too', () => {
  const whole = monitorOf();
  for (const row of ROWS) whole.record(row);
  for (const { id } of ROWS) whole.recordOutcome({ id, actual: actual(id) });
  for (const value of ['DE', 'FR']) {
    const alone = new ModelMonitor(profileOfSegment(segmentedProfile(), value, value));
    const own = ROWS.filter(({ features }) => features.country === value);
    for (const row of own) alone.record(row);
    for (const { id } of own) alone.recordOutcome({ id, actual: actual(id) });
    const segment = segmentsOf(whole).find(
      ({ attributes }) => attributes['ml.segment.value'] === value,
    ) as SegmentCounts;
    expect(stateOf(segment)).toEqual(stateOf(alone.recording));
    expect(segment.predictions.total.some((count) => count > 0)).toBe(true);
  }
  // The whole is counted as if there were no segments.
  const plain = monitorOf({ segments: false });
  for (const row of ROWS) plain.record(row);
  for (const { id } of ROWS) plain.recordOutcome({ id, actual: actual(id) });
  expect(stateOf(plain.recording)).toEqual(stateOf(whole.recording));
  expect(plain.recording.segments).toEqual([]);
});

test.each([
  ['numbers', (ages: number[]) => ages],
  ['numbers of 32 bits', (ages: number[]) => Float32Array.from(ages)],
])('columns of %s give the counts of row by row', (_what, column) => {
  const [rows, columns] = [monitorOf(), monitorOf()];
  for (const row of ROWS) rows.record(row);
  columns.recordBatch({
    features: {
      age: column(ROWS.map(({ features }) => features.age)),
      ...Object.fromEntries(
        (['work', 'sex', 'country'] as const).map((name) => [name, ROWS.map(({ features }) => features[name])]),
      ),
    },
    predictions: ROWS.map(({ prediction }) => prediction),
    scores: ROWS.map(({ score }) => score),
    ids: ROWS.map(({ id }) => id),
  });
  rows.recordOutcomes({ ids: ROWS.map(({ id }) => id), actuals: ROWS.map(({ id }) => actual(id)) });
  columns.recordOutcomes({ ids: ROWS.map(({ id }) => id), actuals: ROWS.map(({ id }) => actual(id)) });
  expect(segmentsOf(columns).map(stateOf)).toEqual(segmentsOf(rows).map(stateOf));
});

test('the segment is looked for where it is said, then among the features, then among the groups', () => {
  const monitor = monitorOf();
  monitor.record({ features: { age: 1, country: 'FR' }, prediction: 'no', segments: { country: 'DE' } });
  monitor.record({ features: { age: 1, country: 'DE' }, groups: { sex: 'Male', country: 'FR' }, prediction: 'no' });
  monitor.record({ features: { age: 1 }, groups: { country: 'DE' }, prediction: 'no' });
  monitor.record({ features: [1, 'State'], prediction: 'no', segments: { country: 'DE' } });
  monitor.wrap((_features: object) => 'no', { segments: () => ({ country: 'DE' }) })({ age: 1 });
  monitor.recordBatch({
    features: [{ age: 1 }, { age: 2 }],
    predictions: ['no', 'no'],
    segments: { country: ['DE', 'FR'] },
  });
  expect(totals(monitor)).toEqual([6, 1, 0]);
  monitor.recordOutcome({ prediction: 'no', actual: 'no', groups: { country: 'DE' } });
  monitor.recordOutcome({ prediction: 'no', actual: 'no', groups: { country: 'DE' }, segments: { country: 'FR' } });
  monitor.recordOutcomes({ predictions: ['no', 'no'], actuals: ['no', 'yes'], groups: { country: ['FR', 'XX'] } });
  const outcomes = segmentsOf(monitor).map((each) => each.outcomes.total.reduce((sum, count) => sum + count, 0));
  expect(outcomes).toEqual([1, 2, 1]);
});

test('values that the profile does not have, and rows without one, are in the segment other', () => {
  const monitor = monitorOf();
  for (const country of HOSTILE) {
    monitor.record({ features: { age: 30, country }, prediction: 'no' });
    monitor.recordOutcome({ prediction: 'no', actual: 'no', segments: { country } });
  }
  monitor.record({ features: { age: 30 }, prediction: 'no' });
  monitor.record({
    features: {
      age: 30,
      get country(): never {
        throw new Error('no country');
      },
    },
    prediction: 'no',
  });
  expect(totals(monitor)).toEqual([0, 0, HOSTILE.length + 2]);
  expect(monitor.recording.predictions.total.reduce((sum, count) => sum + count, 0)).toBe(HOSTILE.length + 2);
});

test('a regression counts its errors by segment', () => {
  const monitor = new ModelMonitor(segmentedRegression());
  monitor.record({ features: { age: 30, country: 'FR' }, prediction: 0.5, id: 1 });
  monitor.recordOutcome({ id: 1, actual: 0.75 });
  expect(segmentsOf(monitor).map(({ outcomes }) => outcomes.errors?.sum)).toEqual([0, 0.25, 0]);
  expect(segmentsOf(monitor).map(({ predictions }) => predictions.score?.counts())).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
});

test('an attribute that never arrives is said', () => {
  const problems = (features: object): readonly string[] => {
    const monitor = monitorOf();
    for (let row = 0; row < 200; row++)
      monitor.record({ features: { age: 30, work: 'State', ...features }, prediction: 'no' });
    return monitor.report().problems.filter((sentence) => sentence.includes('segment'));
  };
  expect(problems({})).toEqual([
    'No prediction of classifier 1 is in a segment of the profile by "country": all of them count in the segment other. ' +
      'Pass the attribute with the features, or as segments.',
  ]);
  expect(problems({ country: 'DE' })).toEqual([]);
});

test('a service chooses among the segments of the profile', () => {
  expect(monitorOf({ segments: ['country'] }).recording.segments).toHaveLength(1);
  expect(monitorOf({ segments: [] }).recording.segments).toHaveLength(0);
  expect(() => monitorOf({ segments: ['channel'] })).toThrow(
    'segments names channel, and the profile of classifier has the segments country',
  );
});

test('the counts of another thread are those of its segments too', () => {
  const counted = monitorOf();
  for (const row of ROWS) counted.record(row);
  const profile = segmentedProfile();
  const shown = new ModelRecording(profile, limitsFrom({}), {}, counted.recording.counts);
  const sum = new ModelRecording(profile, limitsFrom({}));
  sum.add(shown);
  sum.add(counted.recording);
  expect(sum.segments[0]?.values.map(({ predictions }) => predictions.total[0])).toEqual(
    segmentsOf(counted).map(({ predictions }) => 2 * (predictions.total[0] as number)),
  );
});
