import type { DescribedAlert } from './alert.ts';

/**
 * Labels of an alert besides those of its series. Routes, silences and inhibitions match them, so that they are the same
 * in every format of rules: how bad it is, the family and the measure.
 */
export function alertLabels({
  measure,
  severity,
}: Pick<DescribedAlert, 'severity'> & { readonly measure: Pick<DescribedAlert['measure'], 'family' | 'id'> }): Record<
  string,
  string
> {
  return { severity, driftline: measure.family, driftline_measure: measure.id };
}
