import type { Measure } from './measure.ts';
import { rateMeasure, type RateDefinition } from './rate-measure.ts';
import { DATA_QUALITY_RUNBOOK } from './runbooks.ts';

type DataQualityDefinition<Id extends string, C> = Pick<
  RateDefinition<Id, C>,
  'id' | 'name' | 'description' | 'definition' | 'source' | 'counts' | 'rate'
> & {
  /** What an alert calls it; without it there is no alert by default. */
  readonly title?: string;
};

/** Share of the rows in which something is wrong with a feature. */
export function dataQualityMeasure<const Id extends string, C>({
  title,
  ...rest
}: DataQualityDefinition<Id, C>): Measure<Id> {
  return rateMeasure({
    ...rest,
    family: 'data quality',
    subject: 'feature',
    worse: 'higher',
    ...(title === undefined
      ? {}
      : { thresholds: { side: 'above', critical: 0.05, title, runbook: DATA_QUALITY_RUNBOOK } }),
    inputs: ['model', 'version', 'feature', 'minimumObservations', 'significance'],
  });
}
