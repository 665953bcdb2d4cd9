import { query, startStore, type Sample, type Store } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  ATTRIBUTES,
  binLabels,
  compile,
  DEFAULT_QUERY,
  labelOf,
  type MeasureId,
  type MeasureQuery,
  type NumericReference,
  parseProfile,
  type ReferenceProfile,
} from '@driftline/shared';
import { startDriftline, type MonitorReport } from '@driftline/otel';
import { readFileSync } from 'node:fs';
import { loadForest, predictorOf, trainForest } from '../src/demand-forest.ts';
import { replay, type Replayed } from '../src/replay.ts';
import { DAY_MS, endOf, FEATURES, readRides, ridesBetween, trainingRides, type Ride } from '../src/rides.ts';

/** The statistic of Evidently's tutorial, rounded as it is published there. */
const PUBLISHED_KS = 0.639;

const profile = parseProfile(JSON.parse(readFileSync(new URL('../profile.json', import.meta.url), 'utf8')));
const rides = readRides();
const training = trainingRides(rides);
const warmWeek = ridesBetween(rides, '2011-02-15', '2011-02-21');
const temperatures = (from: readonly Ride[]): number[] => from.map(({ features }) => features.temp);

test('the unbinned Kolmogorov–Smirnov statistic of the temperature is the published one', () => {
  const [live, reference] = [temperatures(warmWeek), temperatures(training)];
  // Published with three digits. The whole of January instead of the training rows gives 0.642.
  expect(largestGap(live, reference, [...live, ...reference])).toBeCloseTo(PUBLISHED_KS, 3);
});

test('the forest of the service is the one that training gives, with its profile', () => {
  const trained = predictorOf(trainForest(training));
  const kept = predictorOf(loadForest());
  const predictions = training.map(({ features }) => trained(features));
  expect(training.map(({ features }) => kept(features))).toEqual(predictions);
  const errors = training.map(({ count }, i) => Math.abs((predictions[i] ?? NaN) - count));
  expect(profile).toMatchObject({ model: { name: 'demand', version: '1.0.0' }, rows: training.length });
  expect(profile.performance?.['mae']).toBeCloseTo(mean(errors), 9);
});

describeWithStore('victoria-metrics', 'two years of bike sharing, replayed day by day', () => {
  let store: Store;
  let replayed: Replayed[];
  let report: MonitorReport;

  /** @param days - as many days as the window has, up to the end of `last` */
  const ask = (measure: MeasureId, days: number, last: string | number, change: Partial<MeasureQuery> = {}) => {
    // A week has at most 168 hours, fewer than the observations that a value needs by default.
    const settings = { window: `${days}d`, minimumObservations: 100 };
    const { promql } = compile({ ...DEFAULT_QUERY, ...settings, ...change, measure });
    return query(store.url, promql, (typeof last === 'string' ? endOf(last) : last) / 1000);
  };
  const askOne = async (...question: Parameters<typeof ask>): Promise<number> => {
    const samples = await ask(...question);
    expect(samples).toHaveLength(1);
    return samples[0]?.value ?? NaN;
  };
  const askMonth = (measure: MeasureId, { days, end }: Month, change: Partial<MeasureQuery> = {}) =>
    askOne(measure, days, end, change);
  const psiOfTemperature = (months: readonly Month[]): Promise<number[]> =>
    Promise.all(months.map((month) => askMonth('psi', month, { where: { feature: ['temp'] } })));

  beforeAll(async () => {
    // The store forgets after a month unless told, and these are years ago.
    store = await startStore({ kind: 'victoria-metrics', extraArguments: ['-retentionPeriod=100y'] });
    const predict = predictorOf(loadForest());
    const clock = jest.spyOn(Date, 'now').mockReturnValue(rides[0]?.time ?? NaN);
    const driftline = await startDriftline({ profile, ...exporterTo(store) });
    replayed = await replay(rides, predict, driftline, (time) => clock.mockReturnValue(time));
    report = driftline.monitor.report();
    await driftline.shutdown();
    clock.mockRestore();
    await fetch(`${store.url}/internal/force_flush`);
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await store?.close();
  });

  test('every hour of the two years was recorded, and nothing in it was unknown', () => {
    expect(report).toMatchObject({ rows: 17_379, foreignRows: 0, unknownFeatures: [], unusablePredictions: 0 });
  });

  // Published as "near". Ten seeds of scikit-learn's forest give 4.0 to 4.1, 10.2 to 10.9 and 24.8 to 25.8; this one draws
  // other samples and stops at splits that gain nothing, which shows in sample.
  test.each([
    { when: 'in sample', days: 28, last: '2011-01-28', published: 4, tolerance: 0.5 },
    { when: 'in the first week after', days: 7, last: '2011-02-04', published: 11, tolerance: 1 },
    { when: 'in the fifth week after', days: 7, last: '2011-03-04', published: 25, tolerance: 1 },
  ])('the mean absolute error is near $published $when', async ({ days, last, published, tolerance }) => {
    const measured = await askOne('mean-absolute-error', days, last);
    expect(Math.abs(measured - published)).toBeLessThanOrEqual(tolerance);
  });

  test('in June 2012 the mean absolute error is above 200, and all of it is too few bikes expected', async () => {
    expect(await askOne('mean-absolute-error', 30, '2012-06-30')).toBeGreaterThan(200);
    expect(await askOne('bias', 30, '2012-06-30')).toBeLessThan(-200);
  });

  test('in every month of 2012 the model expects too few bikes', async () => {
    const biases = await Promise.all(monthsOf(2012).map((month) => askMonth('bias', month)));
    expect(biases).toHaveLength(12);
    expect(Math.max(...biases)).toBeLessThan(0);
  });

  test('over the training days the error is that of the baseline in the profile', async () => {
    // Both are sums of the same 618 numbers, in another order.
    expect(await askOne('mean-absolute-error', 28, '2011-01-28')).toBeCloseTo(profile.performance?.['mae'] ?? NaN, 9);
    expect(await askOne('bias', 28, '2011-01-28')).toBeCloseTo(profile.performance?.['bias'] ?? NaN, 9);
  });

  test('error and bias of each of the 104 weeks are those of its rows', async () => {
    const first = rides[0]?.time ?? NaN;
    for (let week = 1; week <= 104; week++) {
      const end = first + week * 7 * DAY_MS;
      const errors = replayed
        .filter(({ ride }) => ride.time >= end - 7 * DAY_MS && ride.time < end)
        .map(({ ride, prediction }) => prediction - ride.count);
      const measured = [await askOne('mean-absolute-error', 7, end), await askOne('bias', 7, end)];
      // Differences of sums up to two million that the store keeps to fifteen digits.
      expect(measured[0]).toBeCloseTo(mean(errors.map(Math.abs)), 6);
      expect(measured[1]).toBeCloseTo(mean(errors), 6);
    }
  });

  test('PSI of the temperature is above the alert threshold in the warm week of February, where no hour of the day drifts', async () => {
    expect(await askOne('psi', 7, '2011-02-21', { where: { feature: ['temp'] } })).toBeGreaterThan(0.25);
    expect(await askOne('psi', 7, '2011-02-21', { where: { feature: ['hr'] } })).toBeLessThan(0.1);
  });

  test('PSI of the temperature goes up from winter to summer and down again, in both years', async () => {
    for (const year of [2011, 2012]) {
      const psi = await psiOfTemperature(monthsOf(year));
      const [spring, summer, autumn] = [psi.slice(0, 5), psi.slice(5, 8), psi.slice(8)];
      expect(spring).toEqual(spring.toSorted((a, b) => a - b));
      expect(autumn).toEqual(autumn.toSorted((a, b) => b - a));
      // By June all values are in the last bin, and no month can be farther away.
      expect(new Set(summer.map((value) => value.toFixed(6))).size).toBe(1);
      expect(Math.max(...psi)).toBeCloseTo(summer[0] ?? NaN, 6);
      expect(Math.min(...psi)).toBe(psi[0]);
    }
  });

  test('the model meets its first spring, summer and autumn as seasons it has not seen', async () => {
    const unseen = await Promise.all(
      monthsOf(2011).map((month) => askMonth('unseen-share', month, { where: { feature: ['season'] } })),
    );
    // The data's spring begins on 21 March and its winter on 21 December: 264 of 730 and 480 of 741 hours.
    const parts = [0, 0, 260 / 730, 1, 1, 1, 1, 1, 1, 1, 1, 480 / 741];
    expect(unseen.map((share) => share.toFixed(6))).toEqual(parts.map((share) => share.toFixed(6)));
  });

  test('no value is missing or invalid in either year', async () => {
    for (const measure of ['missing-share', 'invalid-share'] as const) {
      for (const last of ['2011-12-31', '2012-12-31']) {
        const samples = await ask(measure, 365, last);
        expect(samples.map(({ labels }) => labels[labelOf(ATTRIBUTES.featureName)]).sort()).toEqual(
          [...FEATURES].sort(),
        );
        expect(samples.map(({ value }) => value)).toEqual(FEATURES.map(() => 0));
      }
    }
  });

  test('the Kolmogorov–Smirnov statistic at the edges of the bins comes close to the unbinned one from below', async () => {
    const { edges } = temperatureOf(profile);
    const live = cumulated(edges, await ask('live-share', 7, '2011-02-21', { where: { feature: ['temp'] } }));
    const reference = cumulated(edges, await ask('reference-share', 7, '2011-02-21', { where: { feature: ['temp'] } }));
    const measured = Math.max(...edges.map((_, i) => Math.abs((live[i] as number) - (reference[i] as number))));
    expect(measured).toBeCloseTo(largestGap(temperatures(warmWeek), temperatures(training), edges), 9);
    expect(measured).toBeLessThanOrEqual(PUBLISHED_KS);
    // They are farthest apart at 0.26, inside a bin. At its edge, 0.24, the 32 of 618 reference and 5 of 165 live hours in
    // between are lost: 0.0215.
    expect(measured).toBeGreaterThan(PUBLISHED_KS - 0.022);
  });
});

function exporterTo({ otlpUrl }: Store) {
  if (otlpUrl === undefined) throw new Error('The store has no receiver for OTLP.');
  // Only the replay decides when to export: the longest that a timer can be is 24 days.
  return { exporter: 'otlp-protobuf', url: otlpUrl, intervalMs: 2 ** 31 - 1 } as const;
}

interface Month {
  readonly days: number;
  /** When it is over, in milliseconds since 1970. */
  readonly end: number;
}

function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, month) => {
    const end = Date.UTC(year, month + 1);
    return { days: (end - Date.UTC(year, month)) / DAY_MS, end };
  });
}

function temperatureOf({ features }: ReferenceProfile): NumericReference {
  const feature = features.find(({ name }) => name === 'temp');
  if (feature?.kind !== 'numeric') throw new Error('The profile has no numbers for the temperature.');
  return feature;
}

/** Shares up to each edge, the open last bin left out; the store gives them in any order. */
function cumulated(edges: readonly number[], samples: readonly Sample[]): number[] {
  const shares = new Map(samples.map(({ labels, value }) => [labels[labelOf(ATTRIBUTES.featureBin)], value]));
  let sum = 0;
  return binLabels(edges)
    .slice(0, -1)
    .map((label) => (sum += shares.get(label) ?? NaN));
}

/** The largest difference of two empirical distribution functions, looked at in `places` only. */
function largestGap(a: readonly number[], b: readonly number[], places: readonly number[]): number {
  const shareUpTo = (values: readonly number[], place: number): number =>
    values.filter((value) => value <= place).length / values.length;
  return Math.max(...places.map((place) => Math.abs(shareUpTo(a, place) - shareUpTo(b, place))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
