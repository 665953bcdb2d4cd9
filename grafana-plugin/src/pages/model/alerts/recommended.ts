/** Measures that should have a rule, in the order in which people should meet them. */
export const RECOMMENDED = [
  'psi',
  'prediction-psi',
  'accuracy-drop',
  'disparate-impact',
  'equal-opportunity-difference',
  'latency-quantile',
  'error-share',
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
  'no-traffic',
  'reference-missing',
  'telemetry-lost',
] as const;
