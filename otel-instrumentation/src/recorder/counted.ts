import type { Attributes } from '@opentelemetry/api';
import type { ReferenceProfile } from '@driftline/shared';
import type { FeatureCounts } from './feature-counts.ts';
import type { GroupLabels } from './group-labels.ts';
import type { Limits } from './limits.ts';
import type { OutcomeCounts } from './outcome-counts.ts';
import type { PredictionCounts } from './prediction-counts.ts';

/** What is counted of a model, or of one of its segments, and the reference that it is compared with. */
export interface Counted {
  /** The attributes on every series. */
  readonly attributes: Attributes;
  /** The same with the identity of the profile. */
  readonly profileAttributes: Attributes;
  readonly profile: Pick<ReferenceProfile, 'rows' | 'prediction' | 'performance'>;
  readonly limits: Required<Limits>;
  readonly features: readonly FeatureCounts[];
  readonly groups: readonly GroupLabels[];
  readonly predictions: PredictionCounts;
  readonly outcomes: OutcomeCounts;
}
