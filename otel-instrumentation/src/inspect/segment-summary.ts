import type { ReferenceProfile } from '@driftline/shared';
import { seriesCosts } from './series-cost.ts';

/** What counting by segment costs; undefined where the profile has no segments. */
export function segmentSummary(profile: ReferenceProfile): string | undefined {
  const { segments = [] } = profile;
  if (segments.length === 0) return undefined;
  const costs = seriesCosts(profile).filter(({ what }) => what.startsWith('segments of '));
  const series = costs.reduce((sum, each) => sum + each.series, 0);
  const names = segments.map(({ attribute }) => attribute).join(', ');
  return `Segments of ${names}: ${series.toLocaleString('en-GB')} series a replica (driftline inspect --cost).`;
}
