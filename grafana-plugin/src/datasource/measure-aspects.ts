import type { Aspect, MeasureInfo } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';

/** What can be shown of a measure for a query: an average of classes is no share of observations. */
export function measureAspects(
  { aspects, averagedAspects }: Pick<MeasureInfo, 'aspects' | 'averagedAspects'>,
  { average = 'favorable' }: Pick<DriftlineQuery, 'average'>,
): readonly Aspect[] {
  return average === 'favorable' ? aspects : averagedAspects;
}
