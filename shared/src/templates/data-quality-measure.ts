import type { Measure } from './measure.ts';
import { rateMeasure, type RateDefinition } from './rate-measure.ts';
import { DATA_QUALITY_RUNBOOK } from './runbooks.ts';

type DataQualityDefinition<Id extends string, C> = Pick<
  RateDefinition<Id, C>,
  'id' | 'name' | 'description' | 'definition' | 'source' | 'counts' | 'rate'
> &
  Required<Pick<RateDefinition<Id, C>, 'training'>> & {
    /** What an alert calls it; without it there is no alert by default. */
    readonly title?: string;
  };

/**
 * Share of the rows in which something is wrong with a feature. Its limit t is one of what exceeds the share r of the
 * training data: a share is beyond it above r + t (1 − r).
 */
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
      : {
          thresholds: {
            side: 'above',
            warning: 0.02,
            critical: 0.05,
            of: 'excess',
            title,
            runbook: DATA_QUALITY_RUNBOOK,
          },
        }),
    inputs: ['model', 'version', 'feature', 'minimumObservations', 'significance'],
  });
}
