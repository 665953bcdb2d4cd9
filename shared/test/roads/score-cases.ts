import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  binLabels,
  counterSeries,
  gaugeSeries,
  METRICS,
  scoreRank,
  type AttributeName,
  type MeasureId,
  type MeasureQuery,
} from '../../src/index.ts';
import { averagePrecision, averagePrecisionInterval } from '../../src/statistics/average-precision.ts';
import { brierInterval, brierReliability, brierResolution, brierScore } from '../../src/statistics/brier-score.ts';
import { heldOut, predictionsIn, type CalibratedPredictions } from '../../src/statistics/calibrated-predictions.ts';
import { estimateInterval } from '../../src/statistics/estimate.ts';
import { criticalEstimatedDrop, estimatedAccuracy } from '../../src/statistics/estimated-accuracy.ts';
import { estimatedF1, estimatedPrecision, estimatedRecall } from '../../src/statistics/estimated-class.ts';
import { estimatedRocAuc } from '../../src/statistics/estimated-roc-auc.ts';
import { expectedCalibrationError } from '../../src/statistics/expected-calibration-error.ts';
import { isotonicShares } from '../../src/statistics/isotonic-shares.ts';
import { kolmogorovSmirnovStatistic } from '../../src/statistics/kolmogorov-smirnov-statistic.ts';
import { logLoss } from '../../src/statistics/log-loss.ts';
import { valueOfRate } from '../../src/statistics/rate.ts';
import { rocAuc, rocAucInterval } from '../../src/statistics/roc-auc.ts';
import { outcomesIn, type CalibratedOutcomes } from '../../src/statistics/scored-outcomes.ts';
import { bestF1, countsByThreshold } from '../../src/statistics/threshold-counts.ts';
import { topCapture } from '../../src/statistics/top-capture.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { counter, gauge, labelsOf } from './exact-series.ts';
import { outcomeCases } from './outcome-cases.ts';
import { seeded } from './seeded.ts';

/** Outcomes of one class of one model by the bins of its score. */
interface ScoreCase extends CalibratedOutcomes {
  readonly model: string;
  readonly label: string;
  readonly edges: readonly number[];
  readonly calibrated: CalibratedPredictions;
}

/** How the outcomes of a case lie: the first are at random, in as few and as many bins as there may be. */
const KINDS = [2, 3, 17, 50, 64, 'positives', 'negatives', 'separated', 'reversed', 'constant', 'gaps'] as const;

/** One class of each model of {@link outcomeCases}, in every shape. */
export function scoreCases(): ScoreCase[] {
  const random = seeded(31);
  const models = outcomeCases();
  return KINDS.map((kind, i): ScoreCase => {
    const bins = typeof kind === 'number' ? kind : 21;
    const edges = Array.from({ length: bins - 1 }, (_, bin) => Number(((bin + 1) / bins).toFixed(4)));
    const counts = (side: 'positives' | 'negatives'): number[] =>
      Array.from({ length: bins }, (_, bin) => {
        const count = 1 + random(300);
        const isHigh = bin >= bins / 2;
        switch (kind) {
          case 'positives':
          case 'negatives':
            return side === kind ? count : 0;
          case 'separated':
            return isHigh === (side === 'positives') ? count : 0;
          case 'reversed':
            return isHigh === (side === 'negatives') ? count : 0;
          case 'constant':
            return bin === 4 ? count : 0;
          case 'gaps':
            return bin % 3 === 0 ? count : 0;
          default:
            return count;
        }
      });
    const [positives, negatives] = [counts('positives'), counts('negatives')];
    const expected = positives.map((count, bin) => ((count + (negatives[bin] as number)) * (bin + 0.5)) / bins);
    const rows = positives.map((count, bin) => count + (negatives[bin] as number));
    const isUnsure = (bin: number): boolean => Math.abs(bin - bins / 2) < bins / 6;
    const calibrated: CalibratedPredictions = {
      // Where the scores mean something, most predictions have a score that means little.
      predictions: rows.map((count, bin) => (kind === 50 ? (isUnsure(bin) ? 900 : 10) : count + (bin % 3) * 40)),
      // Held-out rows are as the outcomes, so that they have the same shapes.
      positive: kind === 50 ? rows.map((_, bin) => (bin + 0.5) / bins) : isotonicShares(positives, rows),
      rows,
      isPredicted: rows.map((_, bin) => bin >= bins / 2),
    };
    const { model, favorable } = models[i] as (typeof models)[number];
    const all = outcomesIn({ positives, negatives });
    return {
      model,
      label: favorable,
      edges,
      positives,
      negatives,
      expected,
      squaredErrors: all / 7,
      logLosses: all / 3,
      calibrated,
    };
  });
}

/** The series of a case, from two replicas of which one restarts. */
export function scoreSeries({ model, label, edges, calibrated, ...outcomes }: ScoreCase): SeriesHistory[] {
  const base = {
    [ATTRIBUTES.modelName]: model,
    [ATTRIBUTES.modelVersion]: '1',
    [ATTRIBUTES.profileId]: 'abc',
    [ATTRIBUTES.scoreClass]: label,
  };
  const bins = binLabels(edges);
  const ofBin = (bin: number) => ({
    ...base,
    [ATTRIBUTES.scoreBin]: bins[bin] as string,
    [ATTRIBUTES.scoreRank]: scoreRank(bin),
  });
  return [
    ...bins.flatMap((_, bin) =>
      (['positives', 'negatives'] as const).flatMap((side) => {
        const live = outcomes[side][bin] as number;
        const attributes = { ...ofBin(bin), [ATTRIBUTES.outcomePositive]: String(side === 'positives') };
        const first = Math.floor(live / 3);
        return [
          counter(counterSeries(METRICS.outcomeScores), labelsOf(attributes), { live: first, restarts: true }),
          counter(counterSeries(METRICS.outcomeScores), labelsOf(attributes, 1), { live: live - first }),
        ];
      }),
    ),
    ...bins.map((_, bin) =>
      counter(counterSeries(METRICS.outcomeScoreExpected), labelsOf(ofBin(bin)), {
        live: outcomes.expected[bin] as number,
      }),
    ),
    ...bins.flatMap((_, bin) => {
      const attributes = {
        ...ofBin(bin),
        [ATTRIBUTES.scorePredicted]: String(calibrated.isPredicted[bin]),
      };
      const live = calibrated.predictions[bin] as number;
      const first = Math.floor(live / 3);
      return [
        counter(counterSeries(METRICS.predictionScores), labelsOf(attributes), {
          earlier: 200 + ((bin * 7) % 20) * 10,
          live: first,
          restarts: true,
        }),
        counter(counterSeries(METRICS.predictionScores), labelsOf(attributes, 1), { live: live - first }),
        ...[0, 1].flatMap((replica) => [
          gauge(
            gaugeSeries(METRICS.referenceScorePositive),
            labelsOf(attributes, replica),
            calibrated.positive[bin] as number,
          ),
          gauge(gaugeSeries(METRICS.referenceScoreRows), labelsOf(attributes, replica), calibrated.rows[bin] as number),
        ]),
      ];
    }),
    counter(counterSeries(METRICS.outcomeScoreErrorSquared), labelsOf(base), { live: outcomes.squaredErrors }),
    counter(counterSeries(METRICS.outcomeScoreLogLoss), labelsOf(base), { live: outcomes.logLosses }),
  ];
}

interface Expectation {
  readonly title: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly by: AttributeName;
  readonly expected: ReadonlyMap<string, number>;
}

/** What the counts of each case give, by the functions that hold to scikit-learn elsewhere. */
export function scoreExpectations(): Expectation[] {
  const cases = scoreCases();
  const of = (
    measure: MeasureId,
    value: (each: ScoreCase) => number,
    show: MeasureQuery['show'] = 'value',
  ): Expectation => ({
    title: `${measure} ${show}`,
    query: { measure, show, where: { version: ['1'] } },
    by: ATTRIBUTES.modelName,
    expected: new Map(cases.map((each) => [each.model, value(each)])),
  });
  const separation = ({ positives, negatives }: ScoreCase): number => kolmogorovSmirnovStatistic(positives, negatives);
  const best = (each: ScoreCase): number => [0, ...each.edges][bestF1(each).bin] ?? NaN;
  return [
    of('roc-auc', rocAuc),
    of('roc-auc', outcomesIn, 'observations'),
    of('roc-auc', (each) => rocAucInterval(each)[0], 'lower'),
    of('gini', (each) => 2 * rocAuc(each) - 1),
    of('gini', (each) => 2 * rocAucInterval(each)[1] - 1, 'upper'),
    of('class-separation', separation),
    of('average-precision', averagePrecision),
    of('average-precision', (each) => averagePrecisionInterval(each)[0], 'lower'),
    of('brier-score', brierScore),
    of('brier-score', (each) => brierInterval(each)[1], 'upper'),
    of('brier-reliability', brierReliability),
    of('brier-resolution', brierResolution),
    of('expected-calibration-error', expectedCalibrationError),
    of('log-loss', logLoss),
    of('top-capture', (each) => valueOfRate(topCapture(each, 0.1))),
    of('top-lift', (each) => valueOfRate(topCapture(each, 0.1)) / 0.1),
    of('top-lift', (each) => wilsonInterval(topCapture(each, 0.1))[0] / 0.1, 'lower'),
    of('best-f1', (each) => bestF1(each).f1),
    of('best-f1-threshold', best),
    ...(
      [
        ['estimated-accuracy', estimatedAccuracy],
        ['estimated-precision', estimatedPrecision],
        ['estimated-recall', estimatedRecall],
        ['estimated-f1', estimatedF1],
        ['estimated-roc-auc', estimatedRocAuc],
      ] as const
    ).flatMap(([id, estimate]) => [
      of(id, ({ calibrated }) => estimate(calibrated).value),
      of(id, ({ calibrated }) => estimate(heldOut(calibrated)).value, 'training'),
      of(id, ({ calibrated }) => predictionsIn(calibrated), 'observations'),
      of(id, ({ calibrated }) => estimateInterval(estimate(calibrated))[0], 'lower'),
    ]),
    of(
      'estimated-accuracy-drop',
      ({ calibrated }) => estimatedAccuracy(heldOut(calibrated)).value - estimatedAccuracy(calibrated).value,
    ),
    of('estimated-accuracy-drop', ({ calibrated }) => criticalEstimatedDrop(calibrated, 0.05), 'critical-value'),
    ...cases.flatMap((each) => byThreshold(each)),
  ];
}

function byThreshold(each: ScoreCase): Expectation[] {
  const bins = binLabels(each.edges);
  const of = (measure: MeasureId, denominator: 'predicted' | 'actual'): Expectation => ({
    title: `${measure} of ${each.model}`,
    query: { measure, where: { model: [each.model], version: ['1'] }, favorable: each.label },
    by: ATTRIBUTES.scoreBin,
    expected: new Map(
      countsByThreshold(each).map((counts, bin) => [
        bins[bin] as string,
        counts[denominator] > 0 ? counts.truePositives / counts[denominator] : NaN,
      ]),
    ),
  });
  return [of('threshold-precision', 'predicted'), of('threshold-recall', 'actual')];
}
