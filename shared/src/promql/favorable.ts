import { and, eq, n } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { copied } from './label-replace.ts';
import { reference } from './reference.ts';
import { dimensionLabels } from './selectors.ts';

const CLASS = labelOf(ATTRIBUTES.predictionClass);

/** The class that each model's profile calls favorable: one series a model, with the class as a label. */
export function favorableClass(query: MeasureQuery): Expression {
  const by = [...dimensionLabels(METRICS.referencePredictionFavorable), CLASS];
  return eq(reference(METRICS.referencePredictionFavorable, query, by), n(1));
}

/** `counts` of the class that the profile calls favorable, the class standing under the label `side`. */
export function ofFavorableClass(counts: Expression, side: string, query: MeasureQuery): Expression {
  const favorable = favorableClass(query);
  const renamed = side === CLASS ? favorable : copied(favorable, CLASS, side);
  return and(counts, renamed).on([...dimensionLabels(METRICS.referencePredictionFavorable), side]);
}
