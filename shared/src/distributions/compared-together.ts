import { count } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { Expression } from '../promql/expression.ts';
import { reference } from '../promql/reference.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { comparedLabels } from './compared-labels.ts';
import { distributionOf } from './distribution-of.ts';
import { NOW } from './time-window.ts';

/** How many features of one model, or how many distributions of a histogram, are asked together. */
export interface Together {
  /** Labels of the numbers: those of a model; none for histograms. */
  readonly per: readonly string[];
  /** The number itself. */
  count(): Expression;
}

/** What a query asks together; undefined if it is one, whatever the store holds. */
export function comparedTogether(query: MeasureQuery): Together | undefined {
  const of = query.of ?? { kind: 'features' };
  switch (of.kind) {
    case 'features':
      return query.where.feature?.length === 1 ? undefined : features(query);
    case 'prediction':
    case 'outcomes':
    case 'scores':
      return undefined;
    case 'histogram':
      return of.by.length === 0 ? undefined : { per: [], count: () => count(distributionOf(query).total(NOW)).by([]) };
  }
}

/** The features of the profile, whether they have traffic or not: a gauge that costs little and stays the same. */
function features(query: MeasureQuery): Together {
  const metric = METRICS.referenceFeatureMissingRatio;
  const per = comparedLabels(METRICS.referenceRows, query);
  return { per, count: () => count(reference(metric, query, comparedLabels(metric, query))).by(per) };
}
