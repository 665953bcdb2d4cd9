import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, keyOf } from '../distributions/grouped-series.ts';
import { favorableClass } from '../promql/favorable.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Labels } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { seriesOf, type Selected, type Selections } from './counts.ts';

const PER_MODEL = dimensionLabels(METRICS.referencePredictionFavorable);
const CLASS = labelOf(ATTRIBUTES.predictionClass);

/** What the store is asked for the favorable class of each model: nothing where the query names it. */
export function favorableSelection(query: MeasureQuery): Selections {
  return query.favorable === undefined ? { favorable: favorableClass(query) } : {};
}

/** Finds the favorable class of the model that labels belong to, at one time. */
export function favorableClasses(
  query: MeasureQuery,
  selected: Selected,
): (labels: Labels, index: number) => string | undefined {
  if (query.favorable !== undefined) return () => query.favorable;
  const classes = groupedBy(seriesOf(selected, 'favorable'), PER_MODEL);
  return (labels, index) =>
    classes.get(keyOf(labels, PER_MODEL))?.series.find(({ values }) => !Number.isNaN(values[index] ?? NaN))?.labels[
      CLASS
    ];
}
