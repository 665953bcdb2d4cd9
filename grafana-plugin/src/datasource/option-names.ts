import type { Aspect, Average, Comparison, Format, Input } from '@driftline/shared';

/** How the editor names the options of a query. */
export const OPTION_NAMES = {
  window: 'Window',
  show: 'Show',
  format: 'Format',
  instant: 'Type',
  resolvedBy: 'Resolve within',
  favorable: 'Favorable class',
  compare: 'Compare groups',
  privileged: 'Reference group',
  average: 'Average',
  quantile: 'Quantile',
  minimumObservations: 'Min. observations',
  minimumGroupSize: 'Min. group size',
  significance: 'Significance',
  labelFilters: 'Label filters',
  legend: 'Legend',
  byReplica: 'Each replica',
} as const satisfies Partial<Record<Input, string>> & Record<string, string>;

export const ASPECT_NAMES: Readonly<Record<Aspect, string>> = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Wilson interval, lower bound',
  upper: 'Wilson interval, upper bound',
  training: 'Share of the training data',
  excess: 'Excess over the training share',
  'critical-value': 'Critical value',
};

export const AVERAGE_NAMES: Readonly<Record<Average, string>> = {
  favorable: 'Favorable class only',
  macro: 'Macro: every class alike',
  weighted: 'Weighted by class size',
};

export const COMPARISON_NAMES: Readonly<Record<Comparison, string>> = {
  extremes: 'Lowest with highest rate',
  pairwise: 'Each with the reference group',
};

export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  timeseries: 'Time series',
  table: 'Table',
  distribution: 'Distribution',
  confusion: 'Confusion matrix',
  annotations: 'Annotations',
};
