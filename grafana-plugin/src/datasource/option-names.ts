import { t } from '@grafana/i18n';
import type { Aspect, Average, Comparison, Format, Input } from '@driftline/shared';

/** How the editor names the options of a query. */
export const optionNames = () =>
  ({
    window: t('datasource.option-names.window', 'Window'),
    show: t('datasource.option-names.show', 'Show'),
    format: t('datasource.option-names.format', 'Format'),
    instant: t('datasource.option-names.instant', 'Type'),
    resolvedBy: t('datasource.option-names.resolved-by', 'Resolve within'),
    favorable: t('datasource.option-names.favorable', 'Favorable class'),
    compare: t('datasource.option-names.compare', 'Compare groups'),
    privileged: t('datasource.option-names.privileged', 'Reference group'),
    average: t('datasource.option-names.average', 'Average'),
    quantile: t('datasource.option-names.quantile', 'Quantile'),
    minimumObservations: t('datasource.option-names.minimum-observations', 'Min. observations'),
    minimumGroupSize: t('datasource.option-names.minimum-group-size', 'Min. group size'),
    significance: t('datasource.option-names.significance', 'Significance'),
    segment: t('datasource.option-names.segment', 'Segment'),
    labelFilters: t('datasource.option-names.label-filters', 'Label filters'),
    legend: t('datasource.option-names.legend', 'Legend'),
    byReplica: t('datasource.option-names.by-replica', 'Each replica'),
  }) satisfies Partial<Record<Input, string>> & Record<string, string>;

export const aspectNames = (): Readonly<Record<Aspect, string>> => ({
  value: t('datasource.aspect-names.value', 'Value'),
  observations: t('datasource.aspect-names.observations', 'Observations'),
  numerator: t('datasource.aspect-names.numerator', 'Numerator'),
  lower: t('datasource.aspect-names.lower', 'Wilson interval, lower bound'),
  upper: t('datasource.aspect-names.upper', 'Wilson interval, upper bound'),
  training: t('datasource.aspect-names.training', 'Share of the training data'),
  excess: t('datasource.aspect-names.excess', 'Excess over the training share'),
  'critical-value': t('datasource.aspect-names.critical-value', 'Critical value'),
});

export const averageNames = (): Readonly<Record<Average, string>> => ({
  favorable: t('datasource.average-names.favorable', 'Favorable class only'),
  macro: t('datasource.average-names.macro', 'Macro: every class alike'),
  weighted: t('datasource.average-names.weighted', 'Weighted by class size'),
});

export const comparisonNames = (): Readonly<Record<Comparison, string>> => ({
  extremes: t('datasource.comparison-names.extremes', 'Lowest with highest rate'),
  pairwise: t('datasource.comparison-names.pairwise', 'Each with the reference group'),
});

export const formatNames = (): Readonly<Record<Format, string>> => ({
  timeseries: t('datasource.format-names.timeseries', 'Time series'),
  table: t('datasource.format-names.table', 'Table'),
  distribution: t('datasource.format-names.distribution', 'Distribution'),
  confusion: t('datasource.format-names.confusion', 'Confusion matrix'),
  annotations: t('datasource.format-names.annotations', 'Annotations'),
});
