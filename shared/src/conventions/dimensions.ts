import { ATTRIBUTES, type AttributeName } from './attributes.ts';
import type { Metric } from './metrics.ts';

/**
 * The labels by which queries select and results are grouped. The list is open: a further dimension is one line here and
 * an attribute of the metrics that have it. Every selector, grouping and join follows.
 */
export const DIMENSIONS = {
  model: ATTRIBUTES.modelName,
  version: ATTRIBUTES.modelVersion,
  /** The reference profile: what two of them counted is added up only where both have the same bins. */
  profile: ATTRIBUTES.profileId,
  feature: ATTRIBUTES.featureName,
  /** A group attribute such as `sex`; the group itself is a label of the value. */
  group: ATTRIBUTES.groupAttribute,
} as const satisfies Record<string, AttributeName>;

export type Dimension = keyof typeof DIMENSIONS;

/** Dimensions that the series of a metric carry, in the order of the list. */
export function dimensionsOf(metric: Metric): Dimension[] {
  return (Object.keys(DIMENSIONS) as Dimension[]).filter((dimension) =>
    metric.attributes.includes(DIMENSIONS[dimension]),
  );
}
