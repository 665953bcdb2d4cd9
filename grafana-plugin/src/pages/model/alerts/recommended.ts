/** Measures that should have a rule, in the order in which people should meet them. */
export const RECOMMENDED = [
  'psi',
  'accuracy-drop',
  'disparate-impact',
  'latency-quantile',
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
] as const;
