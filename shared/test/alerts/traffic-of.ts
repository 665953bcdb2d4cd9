import {
  ATTRIBUTES,
  counterSeries,
  gaugeSeries,
  measureById,
  METRICS,
  OTHER,
  type MeasureId,
} from '../../src/index.ts';
import { hellingerDistance } from '../../src/statistics/hellinger-distance.ts';
import { jensenShannonDistance } from '../../src/statistics/jensen-shannon-distance.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { storedLabels, type Attributes } from '../stored-labels.ts';

/** A series of which one minute is like the next: how much it grows by, or the value of a gauge. */
export interface Steady {
  readonly series: string;
  readonly perMinute?: number;
  readonly gauge?: number;
}

const MODEL = { [ATTRIBUTES.modelName]: 'income', [ATTRIBUTES.modelVersion]: '1' };
const SCORE = { ...MODEL, [ATTRIBUTES.scoreClass]: 'yes' };
const FEATURE = { ...MODEL, [ATTRIBUTES.featureName]: 'age' };

/** Labels of an alert about this measure, apart from those that the rule adds. */
export function labelsOfAlert(measure: MeasureId): Record<string, string> {
  const { subject } = measureById(measure);
  if (measure === 'estimated-accuracy-drop') return storedLabels(SCORE);
  if (subject === 'group attribute') return storedLabels({ ...MODEL, [ATTRIBUTES.groupAttribute]: 'sex' });
  return storedLabels(subject === 'model' ? MODEL : FEATURE);
}

/**
 * Series of so many observations a minute that a measure has exactly this value over any window.
 *
 * @param value - for the latency, seconds from 0.15 to 0.3 within which 99 % of the calls are
 */
export function trafficOf(measure: MeasureId, value: number, perMinute: number): Steady[] {
  switch (measure) {
    case 'prediction-psi':
      return predicted(perMinute, shareWhere(populationStabilityIndex, value));
    case 'equal-opportunity-difference':
      return groupOutcomes(perMinute, value);
    case 'error-share':
      return failures(perMinute, value);
    case 'psi':
      return binned(perMinute, shareWhere(populationStabilityIndex, value));
    case 'js-distance':
      return binned(perMinute, shareWhere(jensenShannonDistance, value));
    case 'hellinger-distance':
      return binned(perMinute, shareWhere(hellingerDistance, value));
    case 'accuracy-drop':
      return outcomes(perMinute, 0.9 - value);
    case 'estimated-accuracy-drop':
      return scores(perMinute, value);
    case 'disparate-impact':
      return groups(perMinute, value);
    case 'latency-quantile':
      return calls(perMinute, value);
    default:
      return problems(measure, perMinute, value);
  }
}

/** Two bins that the reference has half of its rows in each. */
function binned(perMinute: number, share: number): Steady[] {
  return [share, 1 - share]
    .flatMap((part, i) => {
      const bin = { ...FEATURE, [ATTRIBUTES.featureBin]: `bin ${i}` };
      return [
        counter(METRICS.featureObservations, bin, part * perMinute),
        { series: text(gaugeSeries(METRICS.referenceFeatureRatio), bin), gauge: 0.5 },
      ];
    })
    .concat(trained(0));
}

/** Two classes that the model predicted half of the training data as each. */
function predicted(perMinute: number, share: number): Steady[] {
  return [share, 1 - share]
    .flatMap((part, i) => {
      const bin = { ...MODEL, [ATTRIBUTES.predictionBin]: `class ${i}` };
      return [
        counter(METRICS.predictionObservations, bin, part * perMinute),
        { series: text(gaugeSeries(METRICS.referencePredictionRatio), bin), gauge: 0.5 },
      ];
    })
    .concat(trained(0));
}

/** Share of the first bin at which a distance from two equal halves has this value. */
function shareWhere(
  distance: (live: readonly number[], reference: readonly number[]) => number,
  value: number,
): number {
  let [low, high] = [0.5, 1 - 1e-9];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (distance([middle, 1 - middle], [1, 1]) < value) low = middle;
    else high = middle;
  }
  return low;
}

/** The training data of the model, with a feature that was missing in a share of its rows. */
function trained(missing: number): Steady[] {
  return [
    { series: text(gaugeSeries(METRICS.referenceFeatureMissingRatio), FEATURE), gauge: missing },
    { series: text(gaugeSeries(METRICS.referenceRows), MODEL), gauge: 1e6 },
  ];
}

/** Share of the training rows with each problem, which live rows may have as well. */
const IN_TRAINING = 0.25;

/** So many rows have a problem that it exceeds its share of the training data by a share of the other rows. */
function problems(measure: MeasureId, perMinute: number, excess: number): Steady[] {
  const problem = measure.replace(/-share$/, '').replaceAll('-', '_');
  const usual = problem === 'out_of_range' ? 0 : IN_TRAINING;
  const share = usual + excess * (1 - usual);
  // Missing and invalid values are in no bin.
  const outside = problem === 'missing' || problem === 'invalid' ? share : 0;
  return [
    counter(METRICS.featureObservations, { ...FEATURE, [ATTRIBUTES.featureBin]: OTHER }, (1 - outside) * perMinute),
    ...trained(problem === 'missing' ? usual : 0),
    ...(problem === 'unseen'
      ? [
          {
            series: text(gaugeSeries(METRICS.referenceFeatureRatio), { ...FEATURE, [ATTRIBUTES.featureBin]: OTHER }),
            gauge: usual,
          },
        ]
      : []),
    ...(problem === 'invalid' || problem === 'outlier'
      ? [
          {
            series: text(gaugeSeries(METRICS.referenceFeatureProblemRatio), {
              ...FEATURE,
              [ATTRIBUTES.featureProblem]: problem,
            }),
            gauge: usual,
          },
        ]
      : []),
    ...['missing', 'invalid', 'unseen', 'outlier', 'out_of_range'].map((each) =>
      counter(
        METRICS.featureProblems,
        { ...FEATURE, [ATTRIBUTES.featureProblem]: each },
        each === problem ? share * perMinute : 0,
      ),
    ),
  ];
}

function outcomes(perMinute: number, accuracy: number): Steady[] {
  const cell = (predicted: string, actual: string, share: number): Steady =>
    counter(
      METRICS.outcomes,
      { ...MODEL, [ATTRIBUTES.outcomePredicted]: predicted, [ATTRIBUTES.outcomeActual]: actual },
      share * perMinute,
    );
  return [
    cell('yes', 'yes', accuracy / 2),
    cell('no', 'no', accuracy / 2),
    cell('yes', 'no', (1 - accuracy) / 2),
    cell('no', 'yes', (1 - accuracy) / 2),
    {
      series: text(gaugeSeries(METRICS.referencePerformance), {
        ...MODEL,
        [ATTRIBUTES.performanceMeasure]: 'accuracy',
      }),
      gauge: 0.9,
    },
  ];
}

/** Two bins of a score, one sure and one not, of which the held-out data had nearly only the former. */
function scores(perMinute: number, drop: number): Steady[] {
  const SURE = 0.95;
  const UNSURE = 0.5;
  const unsure = drop / (SURE - UNSURE);
  const bin = (rank: string, label: string, isPredicted: boolean, positive: number, rows: number, share: number) => {
    const attributes = {
      ...SCORE,
      [ATTRIBUTES.scoreBin]: label,
      [ATTRIBUTES.scoreRank]: rank,
      [ATTRIBUTES.scorePredicted]: String(isPredicted),
    };
    return [
      counter(METRICS.predictionScores, attributes, share * perMinute),
      { series: text(gaugeSeries(METRICS.referenceScorePositive), attributes), gauge: positive },
      { series: text(gaugeSeries(METRICS.referenceScoreRows), attributes), gauge: rows },
    ];
  };
  return [
    ...bin('000000', '≤0.5', false, UNSURE, 1e5, unsure),
    ...bin('000001', '>0.5', true, SURE, 1e9, 1 - unsure),
    counter(METRICS.predictions, { ...MODEL, [ATTRIBUTES.predictionClass]: 'yes' }, perMinute),
  ];
}

function groups(perMinute: number, ratio: number): Steady[] {
  const rates = { Male: 0.5, Female: 0.5 * ratio };
  const ofGroup = ([value, rate]: [string, number]): Steady[] =>
    (
      [
        ['yes', rate],
        ['no', 1 - rate],
      ] as const
    ).map(([label, share]) =>
      counter(
        METRICS.groupPredictions,
        {
          ...MODEL,
          [ATTRIBUTES.groupAttribute]: 'sex',
          [ATTRIBUTES.groupValue]: value,
          [ATTRIBUTES.predictionClass]: label,
        },
        share * perMinute,
      ),
    );
  const all = counter(METRICS.predictions, { ...MODEL, [ATTRIBUTES.predictionClass]: 'yes' }, 2 * perMinute);
  return [...favorableClass(), all, ...Object.entries(rates).flatMap(ofGroup)];
}

/** The profile says that `yes` is favorable. */
function favorableClass(): Steady[] {
  return Object.entries({ yes: 1, no: 0 }).map(([label, gauge]) => ({
    series: text(gaugeSeries(METRICS.referencePredictionFavorable), { ...MODEL, [ATTRIBUTES.predictionClass]: label }),
    gauge,
  }));
}

/** Half of the outcomes of each of two groups are favorable, and the model finds fewer of them in one of the groups. */
function groupOutcomes(perMinute: number, difference: number): Steady[] {
  const rates = { Male: 0.8, Female: 0.8 - difference };
  const cells = ([value, rate]: [string, number]): Steady[] =>
    (
      [
        ['yes', 'yes', rate / 2],
        ['no', 'yes', (1 - rate) / 2],
        ['no', 'no', 0.5],
      ] as const
    ).map(([guess, actual, share]) =>
      counter(
        METRICS.outcomes,
        {
          ...MODEL,
          [ATTRIBUTES.groupAttribute]: 'sex',
          [ATTRIBUTES.groupValue]: value,
          [ATTRIBUTES.outcomePredicted]: guess,
          [ATTRIBUTES.outcomeActual]: actual,
        },
        share * perMinute,
      ),
    );
  return [...favorableClass(), ...Object.entries(rates).flatMap(cells)];
}

/** Calls of which a share failed. */
function failures(perMinute: number, share: number): Steady[] {
  const name = 'ml_prediction_duration_seconds_count';
  return [
    { series: text(name, MODEL), perMinute: (1 - share) * perMinute },
    { series: text(name, { ...MODEL, [ATTRIBUTES.errorType]: 'TypeError' }), perMinute: share * perMinute },
  ];
}

/** Buckets of which the store interpolates this as the 99th percentile, between the bounds 0.15 and 0.3. */
function calls(perMinute: number, seconds: number): Steady[] {
  const within = (seconds - 0.15) / 0.15;
  const bucket = (le: string, share: number): Steady => ({
    series: text('ml_prediction_duration_seconds_bucket', MODEL, { le }),
    perMinute: share * perMinute,
  });
  return [
    bucket('0.15', (0.99 - within) / (1 - within)),
    bucket('0.3', 1),
    bucket('+Inf', 1),
    { series: text('ml_prediction_duration_seconds_count', MODEL), perMinute },
  ];
}

function counter(metric: Parameters<typeof counterSeries>[0], attributes: Attributes, perMinute: number): Steady {
  return { series: text(counterSeries(metric), attributes), perMinute };
}

function text(name: string, attributes: Attributes, extra: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries({ ...storedLabels(attributes), ...extra }).map(
    ([label, value]) => `${label}="${value}"`,
  );
  return `${name}{${pairs.join(',')}}`;
}
