import { t } from '@grafana/i18n';

/** Problems that values of a feature may have. */
export const PROBLEMS = [
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
] as const;

/** How right a model is: measures of classifications, and of regressions, with their names. */
export const performanceMeasures = (): Readonly<Record<string, string>> => ({
  accuracy: t('pages.measures.accuracy', 'Accuracy'),
  'balanced-accuracy': t('pages.measures.balanced-accuracy', 'Balanced accuracy'),
  precision: t('pages.measures.precision', 'Precision'),
  recall: t('pages.measures.recall', 'Recall'),
  f1: t('pages.measures.f1', 'F1'),
  'matthews-correlation': t('pages.measures.matthews-correlation', 'Matthews correlation'),
  'mean-absolute-error': t('pages.measures.mean-absolute-error', 'Mean absolute error'),
  'root-mean-squared-error': t('pages.measures.root-mean-squared-error', 'Root mean squared error'),
  bias: t('pages.measures.bias', 'Bias'),
  'mean-absolute-percentage-error': t(
    'pages.measures.mean-absolute-percentage-error',
    'Mean absolute percentage error',
  ),
  'pinball-loss': t('pages.measures.pinball-loss', 'Pinball loss of the median'),
  'r-squared': t('pages.measures.r-squared', 'R²'),
  ndcg: t('pages.measures.ndcg', 'NDCG'),
  'hit-rate': t('pages.measures.hit-rate', 'Hit rate'),
  'prior-shift': t('pages.measures.prior-shift', 'Prior shift'),
});

/** How well scores tell classes apart, and what they are worth as probabilities. */
export const scoreMeasures = (): Readonly<Record<string, string>> => ({
  'roc-auc': t('pages.measures.roc-auc', 'ROC AUC'),
  gini: t('pages.measures.gini', 'Gini'),
  'class-separation': t('pages.measures.class-separation', 'KS of the classes'),
  'average-precision': t('pages.measures.average-precision', 'Average precision'),
  'top-lift': t('pages.measures.top-lift', 'Lift in the top 10 %'),
  'top-capture': t('pages.measures.top-capture', 'Capture in the top 10 %'),
  'best-f1': t('pages.measures.best-f1', 'Best F1'),
  'best-f1-threshold': t('pages.measures.best-f1-threshold', 'Threshold of the best F1'),
  'brier-score': t('pages.measures.brier-score', 'Brier score'),
  'expected-calibration-error': t('pages.measures.expected-calibration-error', 'Calibration error'),
  'log-loss': t('pages.measures.log-loss', 'Log loss'),
});

/** What is expected of a model before labels arrive. */
export const estimatedMeasures = (): Readonly<Record<string, string>> => ({
  'estimated-accuracy': t('pages.measures.accuracy', 'Accuracy'),
  'estimated-precision': t('pages.measures.precision', 'Precision'),
  'estimated-recall': t('pages.measures.recall', 'Recall'),
  'estimated-f1': t('pages.measures.f1', 'F1'),
  'estimated-roc-auc': t('pages.measures.roc-auc', 'ROC AUC'),
  'uncertain-share': t('pages.measures.uncertain-share', 'Uncertain share'),
});

/** Quantiles of the time that a prediction takes, by their names. */
export const QUANTILES: Readonly<Record<string, number>> = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** Quantiles of the time from a prediction to its label. */
export const DELAYS: Readonly<Record<string, number>> = { 'delay p50': 0.5, 'delay p95': 0.95 };

/** The areas in which a model is watched. */
export const AREAS = ['drift', 'data-quality', 'performance', 'fairness', 'serving'] as const;

export type Area = (typeof AREAS)[number];

export const areaTitles = (): Readonly<Record<Area, string>> => ({
  drift: t('pages.areas.drift', 'Drift'),
  'data-quality': t('pages.areas.data-quality', 'Data quality'),
  performance: t('pages.areas.performance', 'Performance'),
  fairness: t('pages.areas.fairness', 'Fairness'),
  serving: t('pages.areas.serving', 'Serving'),
});

interface Watched {
  readonly id: string;
  readonly area: Area;
  /** For a cell of its area, where it goes without saying. */
  readonly isObvious?: true;
  /** The side of its limits on which it is bad. */
  readonly side: 'above' | 'below';
}

/** What the pages look at first, by area; those without a limit tell how things are where nothing is wrong. */
export const WATCHED: readonly Watched[] = [
  { id: 'psi', area: 'drift', side: 'above', isObvious: true },
  { id: 'missing-share', area: 'data-quality', side: 'above' },
  { id: 'invalid-share', area: 'data-quality', side: 'above' },
  { id: 'unseen-share', area: 'data-quality', side: 'above' },
  { id: 'outlier-share', area: 'data-quality', side: 'above' },
  { id: 'out-of-range-share', area: 'data-quality', side: 'above' },
  { id: 'accuracy-drop', area: 'performance', side: 'above' },
  { id: 'accuracy', area: 'performance', side: 'below' },
  { id: 'mean-absolute-error', area: 'performance', side: 'above' },
  { id: 'disparate-impact', area: 'fairness', side: 'below', isObvious: true },
  { id: 'latency-quantile', area: 'serving', side: 'above' },
];

const BY_ID = new Map(WATCHED.map((measure) => [measure.id, measure]));

/** @returns the short name of a measure, for a sentence after what it is about; its id where the pages have none */
export function nameOf(measure: string): string {
  const names: Readonly<Record<string, string>> = {
    psi: t('pages.measure-names.psi', 'PSI'),
    'missing-share': t('pages.measure-names.missing-share', 'missing'),
    'invalid-share': t('pages.measure-names.invalid-share', 'invalid'),
    'unseen-share': t('pages.measure-names.unseen-share', 'unseen'),
    'outlier-share': t('pages.measure-names.outlier-share', 'outliers'),
    'out-of-range-share': t('pages.measure-names.out-of-range-share', 'out of range'),
    'accuracy-drop': t('pages.measure-names.accuracy-drop', 'accuracy drop'),
    accuracy: t('pages.measure-names.accuracy', 'accuracy'),
    'mean-absolute-error': t('pages.measure-names.mean-absolute-error', 'MAE'),
    'disparate-impact': t('pages.measure-names.disparate-impact', 'disparate impact'),
    'latency-quantile': t('pages.measure-names.latency-quantile', 'p99'),
    'prediction-psi': t('pages.measure-names.prediction-psi', 'predictions'),
    'equal-opportunity-difference': t('pages.measure-names.equal-opportunity-difference', 'opportunity'),
    'error-share': t('pages.measure-names.error-share', 'errors'),
    'no-traffic': t('pages.measure-names.no-traffic', 'missing traffic'),
    'reference-missing': t('pages.measure-names.reference-missing', 'no reference'),
    'telemetry-lost': t('pages.measure-names.telemetry-lost', 'lost'),
  };
  return names[measure] ?? measure;
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
