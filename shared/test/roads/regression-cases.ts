import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  binLabels,
  counterSeries,
  histogramSeries as seriesOfHistogram,
  METRICS,
  type AttributeName,
  type MeasureId,
  type MeasureQuery,
} from '../../src/index.ts';
import { meanResidualInterval } from '../../src/statistics/mean-residual.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { binIndex } from '../../src/profile/bins.ts';
import { counter, labelsOf } from './exact-series.ts';
import { split } from './feature-cases.ts';
import { seeded } from './seeded.ts';

export const REGRESSION_MODEL = 'regression';

const EDGES = [100, 150];
const MEAN = 120;
const random = seeded(41);

/** Predictions and actual values, whole numbers, of which some are zero. */
const OUTCOMES = Array.from({ length: 300 }, (_, i) => {
  const prediction = 50 + random(150);
  return { prediction, actual: i % 50 === 0 ? 0 : prediction + random(60) - 25 };
});

/** Rankings by cutoff: the sum of what they gain, and those with a hit. */
const RANKINGS = { count: 400, gains: { '5': 180, '10': 240 }, hits: { '5': 200, '10': 320 } } as const;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const above = (values: readonly number[]): number => sum(values.filter((value) => value > 0));
const below = (values: readonly number[]): number => -sum(values.filter((value) => value < 0));
const squared = (values: readonly number[]): number => sum(values.map((value) => value * value));
const residualsOf = (outcomes: typeof OUTCOMES): number[] => outcomes.map((each) => each.actual - each.prediction);
const inBin = (bin: number): typeof OUTCOMES =>
  OUTCOMES.filter(({ prediction }) => binIndex(EDGES, prediction) === bin);
const relative = (): number =>
  sum(OUTCOMES.map(({ prediction, actual }) => (actual === 0 ? 0 : Math.abs((prediction - actual) / actual))));

/** Series of a regression and of rankings, from two replicas. */
export function regressionSeries(): SeriesHistory[] {
  const model = { [ATTRIBUTES.modelName]: REGRESSION_MODEL, [ATTRIBUTES.modelVersion]: '1' };
  const profile = { ...model, [ATTRIBUTES.profileId]: 'abc' };
  const sides = (
    metric:
      typeof METRICS.outcomeDeviation | typeof METRICS.outcomeActualDeviation | typeof METRICS.outcomeResidualDeviation,
    attributes: object,
    values: readonly number[],
  ) => [
    ...split(metric, { ...attributes, [ATTRIBUTES.deviationSide]: 'above' }, { live: above(values) }),
    ...split(metric, { ...attributes, [ATTRIBUTES.deviationSide]: 'below' }, { live: below(values) }),
  ];
  const residuals = residualsOf(OUTCOMES);
  const deviations = OUTCOMES.map(({ actual }) => actual - MEAN);
  return [
    counter(seriesOfHistogram(METRICS.outcomeError, 'count'), labelsOf(model), { live: OUTCOMES.length }),
    ...sides(
      METRICS.outcomeDeviation,
      model,
      residuals.map((value) => -value),
    ),
    // No whole number: one replica has it all.
    counter(counterSeries(METRICS.outcomeErrorRelative), labelsOf(model), { live: relative() }),
    ...split(METRICS.outcomeZeros, model, { live: OUTCOMES.filter(({ actual }) => actual === 0).length }),
    ...binLabels(EDGES).flatMap((label, bin) => {
      const ofBin = { ...profile, [ATTRIBUTES.predictionBin]: label };
      const own = residualsOf(inBin(bin));
      return [
        ...split(METRICS.outcomeResiduals, ofBin, { live: own.length }),
        ...split(METRICS.outcomeResidualSquared, ofBin, { live: squared(own) }),
        ...sides(METRICS.outcomeResidualDeviation, ofBin, own),
      ];
    }),
    ...sides(METRICS.outcomeActualDeviation, profile, deviations),
    ...split(METRICS.outcomeActualDeviationSquared, profile, { live: squared(deviations) }),
    ...split(METRICS.rankings, model, { live: RANKINGS.count }),
    ...(['5', '10'] as const).flatMap((cutoff) => {
      const atCutoff = { ...model, [ATTRIBUTES.rankingCutoff]: cutoff };
      return [
        ...split(METRICS.rankingGain, atCutoff, { live: RANKINGS.gains[cutoff] }),
        ...split(METRICS.rankingHits, atCutoff, { live: RANKINGS.hits[cutoff] }),
      ];
    }),
  ];
}

interface Expectation {
  readonly title: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly by: AttributeName;
  readonly expected: ReadonlyMap<string, number>;
}

/** What the outcomes themselves give, in the words of scikit-learn. */
export function regressionExpectations(): Expectation[] {
  const ask = (measure: MeasureId, query: Partial<MeasureQuery> = {}) => ({
    title: `${measure} ${JSON.stringify(query)}`,
    query: { ...query, measure, where: { model: [REGRESSION_MODEL] } },
  });
  const of = (measure: MeasureId, value: number, query?: Partial<MeasureQuery>): Expectation => ({
    ...ask(measure, query),
    by: ATTRIBUTES.modelName,
    expected: new Map([[REGRESSION_MODEL, value]]),
  });
  const byBin = (value: (outcomes: typeof OUTCOMES) => number, query?: Partial<MeasureQuery>): Expectation => ({
    ...ask('residual', query),
    by: ATTRIBUTES.predictionBin,
    expected: new Map(binLabels(EDGES).map((label, bin) => [label, value(inBin(bin))])),
  });
  const byCutoff = (measure: MeasureId, value: (cutoff: '5' | '10') => number, query?: Partial<MeasureQuery>) => ({
    ...ask(measure, query),
    by: ATTRIBUTES.rankingCutoff,
    expected: new Map((['5', '10'] as const).map((cutoff) => [cutoff, value(cutoff)])),
  });
  const residuals = residualsOf(OUTCOMES);
  const used = OUTCOMES.filter(({ actual }) => actual !== 0).length;
  const pinball = (quantile: number): number =>
    (quantile * above(residuals) + (1 - quantile) * below(residuals)) / OUTCOMES.length;
  const mean = sum(OUTCOMES.map(({ actual }) => actual)) / OUTCOMES.length;
  const variation = squared(OUTCOMES.map(({ actual }) => actual - mean));
  const meanOf = (outcomes: typeof OUTCOMES): number => sum(residualsOf(outcomes)) / outcomes.length;
  const lower = (outcomes: typeof OUTCOMES): number => {
    const own = residualsOf(outcomes);
    return meanResidualInterval({ count: own.length, above: above(own), below: below(own), squared: squared(own) })[0];
  };
  return [
    of('mean-absolute-percentage-error', relative() / used),
    of('mean-absolute-percentage-error', used, { show: 'observations' }),
    of('pinball-loss', pinball(0.5)),
    of('pinball-loss', pinball(0.9), { quantile: 0.9 }),
    of('r-squared', 1 - squared(residuals) / variation),
    of('r-squared', OUTCOMES.length, { show: 'observations' }),
    byBin(meanOf),
    byBin((outcomes) => outcomes.length, { show: 'observations' }),
    byBin(lower, { show: 'lower' }),
    byCutoff('ndcg', (cutoff) => RANKINGS.gains[cutoff] / RANKINGS.count),
    byCutoff('ndcg', () => RANKINGS.count, { show: 'observations' }),
    byCutoff('hit-rate', (cutoff) => RANKINGS.hits[cutoff] / RANKINGS.count),
    byCutoff(
      'hit-rate',
      (cutoff) => wilsonInterval({ numerator: RANKINGS.hits[cutoff], denominator: RANKINGS.count })[0],
      { show: 'lower' },
    ),
  ];
}
