import { storeApi, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  ATTRIBUTES,
  FEATURE_PROBLEMS,
  MISSING,
  OTHER,
  type AttributeName,
  type FeatureProblem,
} from '../../src/conventions/attributes.ts';
import { labelOf } from '../../src/conventions/series.ts';
import { MEASURES, measureById, type MeasureId } from '../../src/measures/registry.ts';
import type { MeasureQuery } from '../../src/query/measure-query.ts';
import { accuracyOf } from '../../src/statistics/accuracy.ts';
import { criticalDropOf } from '../../src/statistics/accuracy-noise.ts';
import { balancedAccuracyOf } from '../../src/statistics/balanced-accuracy.ts';
import { chiSquareStatistic } from '../../src/statistics/chi-square-statistic.ts';
import {
  averageOverClasses,
  countsOfClass,
  type ClassCounts,
  type ConfusionCell,
} from '../../src/statistics/confusion-matrix.ts';
import { correctedQuantile } from '../../src/statistics/corrected-quantile.ts';
import { equalizedOddsDifferenceOf } from '../../src/statistics/equalized-odds-difference.ts';
import { f1OfClass } from '../../src/statistics/f1.ts';
import {
  differenceOfExtremes,
  differenceToReference,
  ratioOfExtremes,
  ratioToReference,
  type GroupRate,
} from '../../src/statistics/group-comparison.ts';
import {
  criticalDifferenceOf,
  criticalRatioOf,
  noiseOfExtremes,
  noiseOfPair,
} from '../../src/statistics/group-noise.ts';
import { hellingerDistance } from '../../src/statistics/hellinger-distance.ts';
import { jensenShannonDistance } from '../../src/statistics/jensen-shannon-distance.ts';
import { kullbackLeiblerDivergence } from '../../src/statistics/kullback-leibler-divergence.ts';
import { matthewsCorrelationOf } from '../../src/statistics/matthews-correlation.ts';
import { meanShiftOf } from '../../src/statistics/mean-shift.ts';
import { precisionOfClass } from '../../src/statistics/precision.ts';
import { problemShareOf } from '../../src/statistics/problem-share.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { valueOfRate, type Rate } from '../../src/statistics/rate.ts';
import { recallOfClass } from '../../src/statistics/recall.ts';
import { total } from '../../src/statistics/shares.ts';
import { totalVariationDistance } from '../../src/statistics/total-variation-distance.ts';
import { unseenShareOf } from '../../src/statistics/unseen-share.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { byCounts, byPromql, type When } from './both-roads.ts';
import { END, WINDOW } from './exact-series.ts';
import { EXACT_QUERY, startExactStore } from './exact-store.ts';
import { expectEqual } from './expect-equal.ts';
import { FEATURE_MODEL, featureCases, type FeatureCase, type Sums } from './feature-cases.ts';
import { histogramCases, SERVICES } from './histogram-cases.ts';
import { outcomeCases, REFERENCE_GROUP, referenceShare, type OutcomeCase } from './outcome-cases.ts';
import { otherExpectations } from './other-cases.ts';
import { regressionExpectations } from './regression-cases.ts';
import { scoreExpectations } from './score-cases.ts';
import { shiftExpectations } from './shift-cases.ts';
import { binCounts, RETRAINED_MODEL, retrainedCases, type Counted } from './retrained-cases.ts';

type Expected = ReadonlyMap<string, number>;

/** A question, the label that its answers are told apart by, and each exact answer; NaN where there must be none. */
interface Expectation {
  readonly title: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly by: AttributeName;
  readonly expected: Expected;
}

const FEATURES = featureCases();
const MODELS = outcomeCases();

type Sides = readonly [live: readonly number[], reference: readonly number[], rows: number];

const BASELINES: readonly { name: string; query: Partial<MeasureQuery>; sides: (each: FeatureCase) => Sides }[] = [
  {
    name: 'the reference',
    query: { where: { version: ['1'] } },
    sides: ({ live, reference, rows }) => [live, reference, rows],
  },
  {
    name: 'an earlier time',
    query: { where: { version: ['1'] }, baseline: { kind: 'earlier', offset: WINDOW } },
    sides: ({ live, earlier }) => [live, earlier, total(earlier)],
  },
  {
    name: 'another version',
    query: { where: { version: ['1'] }, baseline: { kind: 'version', version: '2' } },
    sides: ({ live, other }) => [live, other, total(other)],
  },
];

const usedBins = (reference: readonly number[]): number => reference.filter((share) => share > 0).length;

const STATISTICS: Partial<Record<MeasureId, (sides: Sides) => number>> = {
  psi: ([live, reference]) => populationStabilityIndex(live, reference),
  'psi-critical-value': ([live, reference, rows]) =>
    psiCriticalValueOf(total(live), rows, usedBins(reference), 0.05, FEATURES.length),
  'js-distance': ([live, reference]) => jensenShannonDistance(live, reference),
  'hellinger-distance': ([live, reference]) => hellingerDistance(live, reference),
  'total-variation': ([live, reference]) => totalVariationDistance(live, reference),
  'kl-divergence': ([live, reference]) => kullbackLeiblerDivergence(live, reference),
  'chi-square': ([live, reference]) => chiSquareStatistic(live, reference),
};

function drift(): Expectation[] {
  return BASELINES.flatMap(({ name, query, sides }) =>
    Object.entries(STATISTICS).map(([id, statistic]): Expectation => ({
      title: `${id} against ${name}`,
      query: { ...query, measure: id as MeasureId, where: { ...query.where, model: [FEATURE_MODEL] } },
      by: ATTRIBUTES.featureName,
      expected: new Map(FEATURES.map((each) => [each.feature, statistic(sides(each))])),
    })),
  );
}

function features(): Expectation[] {
  const of = (
    measure: MeasureId,
    value: (each: FeatureCase) => number,
    query: Partial<MeasureQuery> = {},
  ): Expectation => ({
    title: `${measure} ${query.show ?? 'value'} against ${query.baseline?.kind ?? 'the reference'}`,
    query: { ...query, measure, where: { model: [FEATURE_MODEL], version: ['1'] } },
    by: ATTRIBUTES.featureName,
    expected: new Map(FEATURES.map((each) => [each.feature, value(each)])),
  });
  const counts = ({ problems, live }: FeatureCase) => ({ ...problems, observations: total(live) });
  const trials = ({ problems, live }: FeatureCase): number => total(live) + problems.missing + problems.invalid;
  const excess = (each: FeatureCase, problem: FeatureProblem, bound: (rate: Rate<number>) => number): number => {
    const other = each.bins.at(-1) === OTHER ? (each.reference.at(-1) as number) : 0;
    const share = problem === 'unseen' ? (other * total(each.live)) / trials(each) : each.training[problem];
    const numerator = each.problems[problem];
    return Math.max(0, (bound({ numerator, denominator: trials(each) }) - share) / (1 - share));
  };
  const missing = (each: FeatureCase) => ({ numerator: each.problems.missing, denominator: trials(each) });
  const id = (problem: FeatureProblem): MeasureId => `${problem.replaceAll('_', '-')}-share` as MeasureId;
  return [
    ...FEATURE_PROBLEMS.filter((problem) => problem !== 'unseen').map((problem) =>
      of(id(problem), (each) => valueOfRate(problemShareOf(problem, counts(each)))),
    ),
    of('unseen-share', (each) => {
      const otherInTraining = each.bins.at(-1) === OTHER ? (each.reference.at(-1) as number) : 0;
      return valueOfRate(unseenShareOf({ ...counts(each), otherInTraining }));
    }),
    of('missing-share', ({ problems }) => problems.missing, { show: 'numerator' }),
    of('missing-share', trials, { show: 'observations' }),
    of('missing-share', (each) => wilsonInterval(missing(each), 0.05, FEATURES.length)[0], { show: 'lower' }),
    ...FEATURE_PROBLEMS.flatMap((problem) => [
      of(id(problem), (each) => excess(each, problem, (rate) => valueOfRate(rate)), { show: 'excess' }),
      of(id(problem), (each) => excess(each, problem, (rate) => wilsonInterval(rate, 0.001, FEATURES.length)[0]), {
        show: 'excess',
        significance: 0.001,
      }),
    ]),
    of('missing-share', (each) => wilsonInterval(missing(each), 0.01, FEATURES.length)[1], {
      show: 'upper',
      significance: 0.01,
    }),
    of('suspicion', (each) => totalVariationDistance(each.live, each.reference) * (each.importance ?? 1)),
    of('suspicion', (each) => totalVariationDistance(each.live, each.earlier) * (each.importance ?? 1), {
      baseline: { kind: 'earlier', offset: WINDOW },
    }),
    of('mean-shift', (each) => meanShiftOf(liveMean(each), 0, each.standardDeviation)),
    of('mean-shift', (each) => shiftFrom(each.earlierSums, total(each.earlier), 0, liveMean(each)), {
      baseline: { kind: 'earlier', offset: WINDOW },
    }),
    of(
      'mean-shift',
      (each) => shiftFrom(each.otherSums, total(each.other), each.otherMean, liveMean(each) + each.mean),
      {
        baseline: { kind: 'version', version: '2' },
      },
    ),
    of('mean', (each) => each.mean + liveMean(each)),
    of('mean', ({ mean }) => mean, { show: 'training' }),
    of('standard-deviation', (each) => Math.sqrt(each.squared / (total(each.live) || NaN) - liveMean(each) ** 2)),
    of('standard-deviation', ({ standardDeviation }) => standardDeviation, { show: 'training' }),
    of('minimum', (each) => (total(each.live) > 0 ? each.minimum : NaN)),
    of('maximum', (each) => (total(each.live) > 0 ? each.maximum : NaN)),
    of('psi', ({ live }) => total(live), { show: 'observations' }),
    ...Object.entries(CRITICAL).map(([id, value]) =>
      of(id as MeasureId, (each) => value(noise(each), each), { show: 'critical-value' }),
    ),
    of('psi', (each) => (hasEnough(each) ? populationStabilityIndex(each.live, each.reference) : NaN), {
      minimumObservations: undefined,
    }),
    of('psi', (each) => significant(populationStabilityIndex(each.live, each.reference), noise(each)), {
      significance: 0.05,
    }),
  ];
}

const meanOf = (values: readonly number[]): number => total(values) / values.length;

const liveMean = ({ above, below, live }: FeatureCase): number => (above - below) / (total(live) || NaN);

/** Mean shift from a window of which the sums around its reference mean are known. */
function shiftFrom({ above, below, squared }: Sums, observations: number, referenceMean: number, mean: number): number {
  const deviation = (above - below) / observations;
  return meanShiftOf(mean, referenceMean + deviation, Math.sqrt(squared / observations - deviation ** 2));
}

const noise = ({ live, reference, rows }: FeatureCase): number =>
  psiCriticalValueOf(total(live), rows, usedBins(reference), 0.05, FEATURES.length);

const hasEnough = ({ live, reference }: FeatureCase): boolean => total(live) >= Math.max(200, 20 * usedBins(reference));

test('the minimum of observations decides for some of the features', () => {
  const busy = FEATURES.filter(({ live }) => total(live) >= 200);
  expect(busy.filter((each) => !hasEnough(each))).toHaveLength(1);
});

/** What of the noise in Σ (c − r)² / r arrives in each measure, by its second-order expansion around equal shares. */
const CRITICAL: Partial<Record<MeasureId, (noise: number, each: FeatureCase) => number>> = {
  psi: (psi) => psi,
  'kl-divergence': (psi) => psi / 2,
  'js-distance': (psi) => Math.sqrt(psi / (8 * Math.LN2)),
  'hellinger-distance': (psi) => Math.sqrt(psi / 8),
  'total-variation': (psi) => Math.sqrt(psi) / 2,
  suspicion: (psi, { importance = 1 }) => (Math.sqrt(psi) / 2) * importance,
  'chi-square': (psi, { live }) => psi * total(live),
  'mean-shift': (_psi, { live, rows }) =>
    correctedQuantile(0.025, FEATURES.length) * Math.sqrt(1 / (total(live) || NaN) + 1 / rows),
};

const significant = (value: number, critical: number): number => (value > critical ? value : NaN);

function performance(): Expectation[] {
  const of = (
    measure: MeasureId,
    value: (each: OutcomeCase) => number,
    query: Partial<MeasureQuery> = {},
  ): Expectation => ({
    title: `${measure} ${JSON.stringify(query)}`,
    query: { ...query, measure, where: { version: ['1'], ...query.where } },
    by: ATTRIBUTES.modelName,
    expected: new Map(MODELS.map((each) => [each.model, value(each)])),
  });
  const averaged = (measure: MeasureId, ofClass: (counts: ClassCounts<number>) => number): Expectation[] => [
    of(measure, ({ live, favorable }) => ofClass(countsOfClass(live, favorable))),
    ...(['macro', 'weighted'] as const).map((average) =>
      of(measure, ({ live }) => averageOverClasses(live, average, ofClass), { average }),
    ),
  ];
  const accuracy = (cells: readonly ConfusionCell[]): number => valueOfRate(accuracyOf(cells));
  return [
    of('accuracy', ({ live }) => accuracy(live)),
    of('accuracy', ({ live }) => total(live.map(({ count }) => count)), { show: 'observations' }),
    of('accuracy-drop', ({ live, baselineAccuracy }) => baselineAccuracy - accuracy(live)),
    of('accuracy-drop', ({ live, earlier }) => accuracy(earlier) - accuracy(live), {
      baseline: { kind: 'earlier', offset: WINDOW },
    }),
    of('accuracy-drop', ({ live, other }) => accuracy(other) - accuracy(live), {
      baseline: { kind: 'version', version: '2' },
    }),
    of(
      'accuracy-drop',
      ({ live, baselineAccuracy }) =>
        criticalDropOf(baselineAccuracy, total(live.map(({ count }) => count)), Infinity, 0.05),
      { show: 'critical-value' },
    ),
    of(
      'accuracy-drop',
      ({ live, earlier }) =>
        criticalDropOf(
          accuracy(earlier),
          total(live.map(({ count }) => count)),
          total(earlier.map(({ count }) => count)),
          0.001,
        ),
      { show: 'critical-value', significance: 0.001, baseline: { kind: 'earlier', offset: WINDOW } },
    ),
    of('balanced-accuracy', ({ live }) => balancedAccuracyOf(live)),
    of('matthews-correlation', ({ live }) => matthewsCorrelationOf(live)),
    ...averaged('precision', precisionOfClass),
    ...averaged('recall', recallOfClass),
    ...averaged('f1', f1OfClass),
    of(
      'psi',
      ({ live, classes }) =>
        populationStabilityIndex(
          classes.map((label) => total(live.filter(({ predicted }) => predicted === label).map(({ count }) => count))),
          classes.map((_, i) => referenceShare(classes, i)),
        ),
      { of: { kind: 'prediction' }, where: { model: MODELS.map(({ model }) => model) } },
    ),
  ];
}

/** Rates of each group of a model; which cells are counted, and which of them above the line. */
function rates(
  { groups, favorable }: OutcomeCase,
  positive: (cell: ConfusionCell, favorable: string) => boolean,
  counted: (cell: ConfusionCell, favorable: string) => boolean,
): GroupRate[] {
  return [...groups].map(([group, cells]) => {
    const count = (wanted: typeof positive): number =>
      total(cells.filter((cell) => wanted(cell, favorable)).map((cell) => cell.count));
    return {
      group,
      numerator: count((cell, best) => positive(cell, best) && counted(cell, best)),
      denominator: count(counted),
    };
  });
}

const predicted = (cell: ConfusionCell, best: string): boolean => cell.predicted === best;
const actually = (cell: ConfusionCell, best: string): boolean => cell.actual === best;
const RATES = {
  selection: (each: OutcomeCase) => rates(each, predicted, () => true),
  tpr: (each: OutcomeCase) => rates(each, predicted, actually),
  fpr: (each: OutcomeCase) => rates(each, predicted, (cell, best) => !actually(cell, best)),
  fnr: (each: OutcomeCase) => rates(each, (cell, best) => !predicted(cell, best), actually),
  ppv: (each: OutcomeCase) => rates(each, actually, predicted),
  accuracy: (each: OutcomeCase) =>
    rates(
      each,
      ({ predicted, actual }) => predicted === actual,
      () => true,
    ),
};

/** How one rate, or two, compare: over all groups, and of one group with the reference group. */
interface Comparing {
  extremes(each: OutcomeCase): number;
  pair(each: OutcomeCase, group: string): number;
}

/** Of the groups that are large enough; no group is smaller than ten unless it is empty. */
function comparing(
  of: (each: OutcomeCase) => GroupRate[],
  extremes: (groups: readonly GroupRate[]) => number,
  pair: (group: GroupRate, reference: GroupRate) => number,
): Comparing {
  const rateOf = (each: OutcomeCase, name: string): GroupRate => {
    const found = of(each).find(({ group }) => group === name);
    if (found === undefined) throw new Error(`${each.model} has no group ${name}.`);
    return found;
  };
  return {
    extremes: (each) => extremes(of(each)),
    pair: (each, group) => pair(rateOf(each, group), rateOf(each, REFERENCE_GROUP)),
  };
}

const ratios = (of: (each: OutcomeCase) => GroupRate[]): Comparing => comparing(of, ratioOfExtremes, ratioToReference);
const differences = (of: (each: OutcomeCase) => GroupRate[]): Comparing =>
  comparing(of, differenceOfExtremes, differenceToReference);
const [oddsOfPositives, oddsOfNegatives] = [differences(RATES.tpr), differences(RATES.fpr)];

const COMPARED: Partial<Record<MeasureId, Comparing>> = {
  'disparate-impact': ratios(RATES.selection),
  'demographic-parity-difference': differences(RATES.selection),
  'equal-opportunity-difference': differences(RATES.tpr),
  'equalized-odds-difference': {
    extremes: (each) => equalizedOddsDifferenceOf(oddsOfPositives.extremes(each), oddsOfNegatives.extremes(each)),
    pair: (each, group) =>
      equalizedOddsDifferenceOf(oddsOfPositives.pair(each, group), oddsOfNegatives.pair(each, group)),
  },
  'predictive-parity-difference': differences(RATES.ppv),
  'false-positive-rate-ratio': ratios(RATES.fpr),
  'false-negative-rate-ratio': ratios(RATES.fnr),
};

/** People in none of the groups, in one of them, and in a group that is too small. */
const sizeOf = (groups: OutcomeCase['apart'], ...names: string[]): number =>
  total([...groups].filter(([name]) => names.includes(name)).flatMap(([, cells]) => cells.map(({ count }) => count)));
const knownIn = ({ groups, apart }: OutcomeCase): number => sizeOf(groups, ...groups.keys()) + sizeOf(apart, 'few');
const unknownIn = ({ apart }: OutcomeCase): number => sizeOf(apart, OTHER, MISSING);
const isSmall = (size: number): boolean => size > 0 && size < 10;

function fairness(): Expectation[] {
  const group = ['sex'];
  const extremes = Object.entries(COMPARED).map(([id, { extremes }]): Expectation => ({
    title: `${id} of the extremes`,
    query: { measure: id as MeasureId, compare: 'extremes', where: { group } },
    by: ATTRIBUTES.modelName,
    expected: new Map(MODELS.map((each) => [each.model, extremes(each)])),
  }));
  const beyondNoise = (id: MeasureId, of: (each: OutcomeCase) => GroupRate[], critical: typeof criticalRatioOf) =>
    [undefined, 0.001].map((significance): Expectation => ({
      title: `${id} that noise alone reaches, significance ${significance ?? 'as usual'}`,
      query: {
        measure: id,
        show: 'critical-value',
        compare: 'extremes',
        where: { group },
        ...(significance === undefined ? {} : { significance }),
      },
      by: ATTRIBUTES.modelName,
      expected: new Map(
        MODELS.map((model) => {
          const noise = noiseOfExtremes(of(model), 0, significance ?? 0.05);
          return [model.model, noise === undefined ? NaN : critical(noise)];
        }),
      ),
    }));
  const pairsBeyondNoise = MODELS.slice(0, 6).map((model): Expectation => {
    const groups = RATES.selection(model);
    const reference = groups.filter((each) => each.group === REFERENCE_GROUP);
    return {
      title: `disparate impact of ${model.model} that noise alone reaches against a group`,
      query: {
        measure: 'disparate-impact',
        show: 'critical-value',
        privileged: REFERENCE_GROUP,
        where: { model: [model.model], group },
      },
      by: ATTRIBUTES.groupValue,
      expected: new Map(
        groups
          .filter((each) => each.group !== REFERENCE_GROUP)
          .map((each) => {
            const noise = noiseOfPair(each, reference, groups, 0, 0.05);
            return [each.group, noise === undefined ? NaN : criticalRatioOf(noise)];
          }),
      ),
    };
  });
  const pairs = MODELS.slice(0, 6).flatMap((each) =>
    Object.entries(COMPARED).flatMap(([id, { extremes, pair }]): Expectation[] => {
      const others = [...each.groups.keys()].filter((name) => name !== REFERENCE_GROUP);
      const pairwise = new Map(others.map((name) => [name, pair(each, name)]));
      const of = (title: string, query: Omit<Partial<MeasureQuery>, 'measure'>, expected: Expected): Expectation => ({
        title: `${id} of ${each.model} ${title}`,
        query: { measure: id as MeasureId, where: { model: [each.model], group }, ...query },
        by: ATTRIBUTES.groupValue,
        expected,
      });
      return [
        of('against a group', { privileged: REFERENCE_GROUP }, pairwise),
        of("against the profile's group", { compare: 'pairwise' }, each.namesReference ? pairwise : new Map()),
        of('as the profile says', {}, each.namesReference ? pairwise : new Map([['', extremes(each)]])),
      ];
    }),
  );
  const each = (measure: MeasureId, of: (model: OutcomeCase) => GroupRate[]): Expectation[] =>
    MODELS.slice(0, 4).map((model) => ({
      title: `${measure} of the groups of ${model.model}`,
      query: { measure, where: { model: [model.model], group } },
      by: ATTRIBUTES.groupValue,
      expected: new Map(
        of({ ...model, groups: new Map([...model.groups, ...model.apart]) }).map((rate) => [
          rate.group,
          rate.denominator < 10 ? NaN : valueOfRate(rate),
        ]),
      ),
    }));
  const observations = (
    title: string,
    asked: readonly string[],
    shows: (each: OutcomeCase) => boolean,
  ): Expectation[] =>
    MODELS.slice(0, 6).map((model): Expectation => ({
      title: `people in the groups of ${model.model}, ${title}`,
      query: { measure: 'selection-rate', show: 'observations', where: { model: [model.model], group: asked } },
      by: ATTRIBUTES.groupValue,
      expected: new Map([
        ...[...model.groups, ...model.apart].map(([name, cells]): [string, number] => {
          const size = total(cells.map(({ count }) => count));
          return [name, size < 10 || !shows(model) ? NaN : size];
        }),
        ...(asked.includes('age')
          ? [...model.beside].map(([name, cells]): [string, number] => [name, total(cells.map(({ count }) => count))])
          : []),
      ]),
    }));
  return [
    ...extremes,
    ...beyondNoise('disparate-impact', RATES.selection, criticalRatioOf),
    ...beyondNoise('equal-opportunity-difference', RATES.tpr, criticalDifferenceOf),
    ...pairsBeyondNoise,
    ...pairs,
    ...each('selection-rate', RATES.selection),
    ...each('true-positive-rate', RATES.tpr),
    ...each('false-positive-rate', RATES.fpr),
    ...each('false-negative-rate', RATES.fnr),
    ...each('positive-predictive-value', RATES.ppv),
    ...each('group-accuracy', RATES.accuracy),
    ...observations('asked for alone', ['sex'], () => true),
    ...observations(
      'beside another attribute',
      ['sex', 'age'],
      ({ apart, beside }) => beside.size === 0 || ![...apart.keys()].some((name) => isSmall(sizeOf(apart, name))),
    ),
    {
      title: 'share of people in none of the groups',
      query: { measure: 'unknown-group-share', where: { group } },
      by: ATTRIBUTES.modelName,
      expected: new Map(
        MODELS.map((model) => [
          model.model,
          isSmall(unknownIn(model)) ? NaN : unknownIn(model) / (unknownIn(model) + knownIn(model)),
        ]),
      ),
    },
  ];
}

const EXPECTATIONS = [
  ...drift(),
  ...features(),
  ...performance(),
  ...fairness(),
  ...scoreExpectations(),
  ...shiftExpectations(),
  ...regressionExpectations(),
  ...otherExpectations(),
];

const AT_END: When = { time: END };

/** Asks a store by both roads at an instant, of which every answer is known. */
export function describeExactness(kind: StoreKind): void {
  test('every measure that PromQL can express is among the questions', () => {
    const asked = new Set(EXPECTATIONS.map(({ query }) => query.measure));
    // These are parts of the PSI, and are added up to it elsewhere.
    const parts: MeasureId[] = ['psi-contribution', 'live-share', 'reference-share'];
    const promql = MEASURES.filter(({ hasPromql }) => hasPromql).map(({ id }) => id);
    expect(promql.filter((id) => !asked.has(id) && !parts.includes(id))).toEqual([]);
  });

  describeWithStore(kind, `measures over exact counters, in ${kind}`, () => {
    let store: Store;

    beforeAll(async () => {
      store = await startExactStore(kind);
    });

    afterAll(() => store.close());

    /** Values of a query by the two roads, where the measure has both, apart by one label. */
    const values = async (change: Expectation['query'], by: string): Promise<Map<string, number>[]> => {
      const query = { ...EXACT_QUERY, ...change };
      const api = storeApi(store.url);
      const inPromql = measureById(query.measure).promql(query, query.show ?? 'value') !== undefined;
      const roads = await Promise.all([
        byCounts(api, query, AT_END),
        inPromql ? byPromql(api, query, AT_END) : undefined,
      ]);
      return roads
        .filter((road) => road !== undefined)
        .map(
          ([road]) =>
            new Map(
              [...(road ?? [])].map(([key, value]) => [new Map<string, string>(JSON.parse(key)).get(by) ?? '', value]),
            ),
        );
    };

    test.each(EXPECTATIONS.map((each) => [each.title, each] as const))(
      '%s',
      async (_title, { query, by, expected }) => {
        for (const measured of await values(query, labelOf(by))) {
          expect([...measured.keys()].filter((name) => !expected.has(name))).toEqual([]);
          for (const [name, exact] of expected) expectEqual(name, measured.get(name), exact);
        }
      },
    );

    test('a histogram of another service, against an earlier time and another selector', async () => {
      for (const each of histogramCases()) {
        const of = {
          kind: 'histogram',
          selector: `${each.name}{service="${SERVICES[0]}"}`,
          edges: each.edges,
          by: [],
        } as const;
        const earlier = await values({ measure: 'psi', of, baseline: { kind: 'earlier', offset: WINDOW } }, 'none');
        for (const road of earlier) {
          expectEqual(each.name, road.get(''), populationStabilityIndex(each.live, each.earlier));
        }
        const selector = `${each.name}{service='${SERVICES[1]}'}`;
        const other = await values({ measure: 'js-distance', of, baseline: { kind: 'selector', selector } }, 'none');
        for (const road of other) expectEqual(each.name, road.get(''), jensenShannonDistance(each.live, each.other));
      }
    });

    test('below the minimum of observations there is no value', async () => {
      for (const { query, by } of [
        ...drift(),
        ...features(),
        ...performance(),
        ...fairness(),
        ...scoreExpectations(),
        ...shiftExpectations(),
        ...regressionExpectations(),
      ]) {
        // Neither counts nor what the training data was like depend on them.
        if (query.show === 'observations' || query.show === 'training') continue;
        for (const road of await values({ ...query, minimumObservations: 1e9 }, labelOf(by))) {
          expect([query.measure, road.size]).toEqual([query.measure, 0]);
        }
      }
    });

    test('versions whose bins differ are not compared', async () => {
      const roads = await values(
        {
          measure: 'psi',
          where: { model: ['canary'], version: ['2'] },
          baseline: { kind: 'version', version: '1' },
        },
        labelOf(ATTRIBUTES.featureName),
      );
      for (const road of roads) expect([...road.keys()]).toEqual(['same bins']);
    });

    describe('in the middle of the deployment of a model that is trained again', () => {
      const all = retrainedCases();
      const of = (feature: string, version = '1'): Counted[] =>
        all.filter((each) => each.feature === feature && each.version === version);
      const where = { model: [RETRAINED_MODEL], version: ['1'] };
      const earlier = { kind: 'earlier', offset: WINDOW } as const;
      const canary = { kind: 'version', version: '2' } as const;
      const added = (side: readonly Counted[], values: 'live' | 'earlier'): number[] =>
        side
          .map((each) => binCounts(each[values], each.edges))
          .filter((counts) => total(counts) > 0)
          .reduce((sum, counts) => sum.map((count, i) => count + (counts[i] as number)));

      test('each profile is compared with its own reference', async () => {
        for (const { feature, profile, live, edges, shares, mean } of all.filter((each) => each.version === '1')) {
          if (live.length === 0) continue;
          const asked = { where: { ...where, feature: [feature], profile: [profile] } };
          const counts = binCounts(live, edges);
          for (const road of await values({ ...asked, measure: 'psi' }, labelOf(ATTRIBUTES.profileId))) {
            expect([...road.keys()]).toEqual([profile]);
            expectEqual(feature, road.get(profile), populationStabilityIndex(counts, shares));
          }
          for (const road of await values({ ...asked, measure: 'mean-shift' }, labelOf(ATTRIBUTES.profileId))) {
            expectEqual(feature, road.get(profile), meanShiftOf(meanOf(live), mean, 2));
          }
        }
      });

      test.each([
        ['an earlier time', earlier, (feature: string) => added(of(feature), 'earlier')],
        ['another version', canary, (feature: string) => added(of(feature, '2'), 'live')],
      ] as const)('%s is compared where all bins are the same', async (_what, baseline, before) => {
        const roads = await values({ measure: 'psi', where, baseline }, labelOf(ATTRIBUTES.featureName));
        expect(roads).toHaveLength(2);
        for (const road of roads) {
          expect([...road.keys()].sort()).toEqual(['replaced', 'same bins']);
          for (const [feature, psi] of road) {
            expectEqual(feature, psi, populationStabilityIndex(added(of(feature), 'live'), before(feature)));
          }
        }
      });

      test.each([
        ['an earlier time', earlier, (feature: string) => of(feature).flatMap((each) => each.earlier)],
        ['another version', canary, (feature: string) => of(feature, '2').flatMap((each) => each.live)],
      ] as const)('means need no bins: all are compared with %s', async (_what, baseline, before) => {
        const roads = await values({ measure: 'mean-shift', where, baseline }, labelOf(ATTRIBUTES.featureName));
        expect(roads).toHaveLength(2);
        for (const road of roads) {
          expect([...road.keys()].sort()).toEqual(['other bins', 'replaced', 'same bins']);
          for (const [feature, shift] of road) {
            const live = of(feature).flatMap((each) => each.live);
            const then = before(feature);
            const spread = Math.sqrt(meanOf(then.map((value) => (value - meanOf(then)) ** 2)));
            expectEqual(feature, shift, meanShiftOf(meanOf(live), meanOf(then), spread));
          }
        }
      });
    });

    test('names that look like PromQL ask for what they are', async () => {
      for (const { feature } of FEATURES.slice(0, 3)) {
        const roads = await values(
          { measure: 'psi', where: { feature: [feature], version: ['1'] } },
          labelOf(ATTRIBUTES.featureName),
        );
        for (const road of roads) expect([...road.keys()]).toEqual([feature]);
      }
    });
  });
}
