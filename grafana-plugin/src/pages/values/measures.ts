/** Problems that values of a feature may have. */
export const PROBLEMS = [
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
] as const;

/** How right a model is: measures of classifications, and of regressions. */
export const PERFORMANCE_MEASURES: Readonly<Record<string, string>> = {
  accuracy: 'Accuracy',
  'balanced-accuracy': 'Balanced accuracy',
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  'matthews-correlation': 'Matthews correlation',
  'mean-absolute-error': 'Mean absolute error',
  'root-mean-squared-error': 'Root mean squared error',
  bias: 'Bias',
};

/** How well scores tell classes apart, and what they are worth as probabilities. */
export const SCORE_MEASURES: Readonly<Record<string, string>> = {
  'roc-auc': 'ROC AUC',
  gini: 'Gini',
  'class-separation': 'KS of the classes',
  'average-precision': 'Average precision',
  'top-lift': 'Lift in the top 10 %',
  'top-capture': 'Capture in the top 10 %',
  'best-f1': 'Best F1',
  'best-f1-threshold': 'Threshold of the best F1',
  'brier-score': 'Brier score',
  'expected-calibration-error': 'Calibration error',
  'log-loss': 'Log loss',
};

/** Quantiles of the time that a prediction takes, by their names. */
export const QUANTILES: Readonly<Record<string, number>> = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** Quantiles of the time from a prediction to its label. */
export const DELAYS: Readonly<Record<string, number>> = { 'delay p50': 0.5, 'delay p95': 0.95 };

/** The areas in which a model is watched. */
export const AREAS = ['drift', 'data-quality', 'performance', 'fairness', 'serving'] as const;

export type Area = (typeof AREAS)[number];

export const AREA_TITLES: Readonly<Record<Area, string>> = {
  drift: 'Drift',
  'data-quality': 'Data quality',
  performance: 'Performance',
  fairness: 'Fairness',
  serving: 'Serving',
};

interface Watched {
  readonly id: string;
  readonly area: Area;
  /** Short, for a sentence: what follows the name of what it is about. */
  readonly name: string;
  /** For a cell of its area, where it goes without saying. */
  readonly isObvious?: true;
  /** The side of its limits on which it is bad. */
  readonly side: 'above' | 'below';
}

/** What the pages look at first, by area; those without a limit tell how things are where nothing is wrong. */
export const WATCHED: readonly Watched[] = [
  { id: 'psi', area: 'drift', name: 'PSI', side: 'above', isObvious: true },
  { id: 'missing-share', area: 'data-quality', name: 'missing', side: 'above' },
  { id: 'invalid-share', area: 'data-quality', name: 'invalid', side: 'above' },
  { id: 'unseen-share', area: 'data-quality', name: 'unseen', side: 'above' },
  { id: 'outlier-share', area: 'data-quality', name: 'outliers', side: 'above' },
  { id: 'out-of-range-share', area: 'data-quality', name: 'out of range', side: 'above' },
  { id: 'accuracy-drop', area: 'performance', name: 'accuracy drop', side: 'above' },
  { id: 'accuracy', area: 'performance', name: 'accuracy', side: 'below' },
  { id: 'mean-absolute-error', area: 'performance', name: 'MAE', side: 'above' },
  { id: 'disparate-impact', area: 'fairness', name: 'disparate impact', side: 'below', isObvious: true },
  { id: 'latency-quantile', area: 'serving', name: 'p99', side: 'above' },
];

const BY_ID = new Map(WATCHED.map((measure) => [measure.id, measure]));

/** @returns the short name of a measure; its id where the pages have none */
export function nameOf(measure: string): string {
  return BY_ID.get(measure)?.name ?? measure;
}

/** @returns the name of a measure in a cell of its area; empty where the area says it */
export function cellNameOf(measure: string): string {
  return BY_ID.get(measure)?.isObvious === true ? '' : nameOf(measure);
}

export function sideOf(measure: string): 'above' | 'below' {
  return BY_ID.get(measure)?.side ?? 'above';
}

export function areaOf(measure: string): Area | undefined {
  return BY_ID.get(measure)?.area;
}
