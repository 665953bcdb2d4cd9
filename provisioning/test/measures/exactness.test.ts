import { startStore, type Store } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  ATTRIBUTES,
  chiSquareStatistic,
  compile,
  counterSeries,
  DEFAULT_QUERY,
  FEATURE_PROBLEMS,
  gaugeSeries,
  hellingerDistance,
  jensenShannonDistance,
  kullbackLeiblerDivergence,
  labelOf,
  meanShiftOf,
  METRICS,
  populationStabilityIndex,
  problemShareOf,
  totalVariationDistance,
  type AttributeName,
  type MeasureId,
} from '@driftline/shared';
import { askAt, WINDOW, writeExactly, type TwoValues } from './exact-series.ts';

const CASES = 40;
const REPLICAS = 2;

/** Numbers in [0, 1) that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

interface Case {
  readonly feature: string;
  /** Live observations per bin, by replica. */
  readonly live: readonly (readonly number[])[];
  /** Shares of the reference per bin; multiples of a power of two, so that they add up exactly. */
  readonly reference: readonly number[];
  readonly problems: Readonly<Record<(typeof FEATURE_PROBLEMS)[number], number>>;
  readonly above: number;
  readonly below: number;
  readonly standardDeviation: number;
}

/** Random counts, every fifth case with something empty: bins of the live side, of the reference, of both, or one bin. */
function cases(): Case[] {
  const random = seeded(20);
  const whole = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: CASES }, (_, i): Case => {
    const bins = i % 5 === 4 ? 1 : 2 + whole(14);
    const live = Array.from({ length: REPLICAS }, () =>
      Array.from({ length: bins }, (_, bin) => (i % 5 === 1 && bin === 0 ? 0 : 1 + whole(5000))),
    );
    const counts = Array.from({ length: bins }, (_, bin) =>
      i % 5 === 2 && bin === 0 && bins > 1 ? 0 : 1 + whole(5000),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return {
      feature: `feature ${i} "quoted" \\ {braces}`,
      live,
      reference: counts.map((count) => count / total),
      problems: Object.fromEntries(FEATURE_PROBLEMS.map((problem) => [problem, whole(300)])) as Case['problems'],
      above: whole(100_000) / 8,
      below: whole(100_000) / 8,
      standardDeviation: (1 + whole(100)) / 4,
    };
  });
}

function seriesOf({ feature, live, reference, problems, above, below, standardDeviation }: Case): TwoValues[] {
  const base = { [ATTRIBUTES.modelName]: 'exact', [ATTRIBUTES.modelVersion]: '1', [ATTRIBUTES.featureName]: feature };
  const named = (
    name: string,
    replica: number,
    after: number,
    extra: Partial<Record<AttributeName, string>>,
    before = after,
  ) => {
    const labels = Object.entries({ ...base, ...extra }).map(([attribute, value]) => [
      labelOf(attribute as AttributeName),
      value,
    ]);
    return { name, labels: { ...Object.fromEntries(labels), instance: String(replica) }, before, after };
  };
  return live.flatMap((counts, replica): TwoValues[] => {
    const counter = (
      metric: Parameters<typeof counterSeries>[0],
      grown: number,
      extra: Partial<Record<AttributeName, string>>,
    ) => named(counterSeries(metric), replica, 1000 + grown, extra, 1000);
    const gauge = (
      metric: Parameters<typeof gaugeSeries>[0],
      value: number,
      extra: Partial<Record<AttributeName, string>> = {},
    ) => named(gaugeSeries(metric), replica, value, extra);
    // Everything but the bins is the same on both replicas, so that the window holds it twice.
    return [
      ...counts.map((count, bin) =>
        counter(METRICS.featureObservations, count, { [ATTRIBUTES.featureBin]: `bin ${bin}` }),
      ),
      ...reference.map((share, bin) =>
        gauge(METRICS.referenceFeatureRatio, share, { [ATTRIBUTES.featureBin]: `bin ${bin}` }),
      ),
      ...FEATURE_PROBLEMS.map((problem) =>
        counter(METRICS.featureProblems, problems[problem], { [ATTRIBUTES.featureProblem]: problem }),
      ),
      counter(METRICS.featureDeviation, above, { [ATTRIBUTES.deviationSide]: 'above' }),
      counter(METRICS.featureDeviation, below, { [ATTRIBUTES.deviationSide]: 'below' }),
      gauge(METRICS.referenceFeatureStddev, standardDeviation),
    ];
  });
}

const liveOf = ({ live }: Case): number[] =>
  (live[0] ?? []).map((_, bin) => live.reduce((sum, counts) => sum + (counts[bin] ?? 0), 0));

const problemShare =
  (problem: (typeof FEATURE_PROBLEMS)[number]) =>
  (each: Case): number => {
    const doubled = Object.fromEntries(
      FEATURE_PROBLEMS.map((name) => [name, each.problems[name] * REPLICAS]),
    ) as Case['problems'];
    return problemShareOf(problem, { ...doubled, observations: liveOf(each).reduce((sum, count) => sum + count, 0) });
  };

/** Each measure over bins or problems, with the statistic that it has to equal. */
const STATISTICS: Partial<Record<MeasureId, (each: Case) => number>> = {
  psi: (each) => populationStabilityIndex(liveOf(each), each.reference),
  'js-distance': (each) => jensenShannonDistance(liveOf(each), each.reference),
  'hellinger-distance': (each) => hellingerDistance(liveOf(each), each.reference),
  'total-variation': (each) => totalVariationDistance(liveOf(each), each.reference),
  'kl-divergence': (each) => kullbackLeiblerDivergence(liveOf(each), each.reference),
  'chi-square': (each) => chiSquareStatistic(liveOf(each), each.reference),
  'mean-shift': (each) =>
    meanShiftOf(
      each.above * REPLICAS,
      each.below * REPLICAS,
      liveOf(each).reduce((sum, count) => sum + count, 0),
      each.standardDeviation,
    ),
  'missing-share': problemShare('missing'),
  'invalid-share': problemShare('invalid'),
  'outlier-share': problemShare('outlier'),
  'unseen-share': problemShare('unseen'),
  'out-of-range-share': problemShare('out_of_range'),
};

/** Equal to nine digits, or to as much of an absolute trace where both are nearly zero; infinities are equal. */
function expectEqual(measured: number, exact: number): void {
  if (Number.isFinite(exact))
    expect(Math.abs(measured - exact)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(exact), 1));
  else expect(measured).toBe(exact);
}

describeWithStore('victoria-metrics', 'measures over exact counters', () => {
  let store: Store;
  let time: number;
  const all = cases();

  beforeAll(async () => {
    store = await startStore({ kind: 'victoria-metrics' });
    time = await writeExactly(store.url, all.flatMap(seriesOf));
  });

  afterAll(() => store.close());

  test.each(Object.entries(STATISTICS))('%s is what the statistic says, for every feature', async (id, statistic) => {
    const { promql } = compile({ ...DEFAULT_QUERY, measure: id as MeasureId, window: WINDOW, minimumObservations: 0 });
    const samples = await askAt(store.url, promql, time);
    const measured = new Map(samples.map(({ labels, value }) => [labels[labelOf(ATTRIBUTES.featureName)], value]));
    expect(measured.size).toBe(CASES);
    for (const each of all) expectEqual(measured.get(each.feature) ?? NaN, statistic(each));
  });

  test('below the minimum of observations there is no value', async () => {
    for (const id of Object.keys(STATISTICS) as MeasureId[]) {
      const { promql } = compile({ ...DEFAULT_QUERY, measure: id, window: WINDOW, minimumObservations: 1e9 });
      expect([id, await askAt(store.url, promql, time)]).toEqual([id, []]);
    }
  });

  test('names that look like PromQL ask for what they are', async () => {
    const [first] = all;
    const { promql } = compile({ ...DEFAULT_QUERY, measure: 'psi', window: WINDOW, features: [first?.feature ?? ''] });
    const samples = await askAt(store.url, promql, time);
    expect(samples.map(({ labels }) => labels[labelOf(ATTRIBUTES.featureName)])).toEqual([first?.feature]);
  });
});
