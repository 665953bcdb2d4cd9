import { singleBy } from '../distributions/grouped-series.ts';
import {
  actualDeviations,
  PER_PREDICTION_BIN,
  PER_REGRESSION,
  residualCount,
  residualsOn,
  squaredActualDeviations,
  squaredResiduals,
} from '../promql/residuals.ts';
import type { ResidualSums } from '../statistics/mean-residual.ts';
import type { VariationSums } from '../statistics/r-squared.ts';
import { seriesOf, valueAt, type Counts, type Selected, type Subject } from './counts.ts';

/** Residuals of each regression by bin of its predictions. */
export const residualsByBin: Counts<ResidualSums> = {
  selections: (query) => ({
    count: residualCount(query, PER_PREDICTION_BIN),
    above: residualsOn('above', query),
    below: residualsOn('below', query),
    squared: squaredResiduals(query, PER_PREDICTION_BIN),
  }),
  read: (_query, selected) => sumsIn(selected, PER_PREDICTION_BIN, ['above', 'below', 'squared']),
};

/** How far the actual values of each regression vary, and what its predictions leave of it. */
export const variationSums: Counts<VariationSums> = {
  selections: (query) => ({
    count: residualCount(query),
    residual: squaredResiduals(query),
    above: actualDeviations('above', query),
    below: actualDeviations('below', query),
    squared: squaredActualDeviations(query),
  }),
  read: (_query, selected) => sumsIn(selected, PER_REGRESSION, ['residual', 'above', 'below', 'squared']),
};

/** Counts of outcomes with sums over them, by the names of the selections. */
function sumsIn<Name extends string>(
  selected: Selected,
  per: readonly string[],
  names: readonly Name[],
): Subject<Record<Name | 'count', number>>[] {
  const sums = names.map((name) => [name, singleBy(seriesOf(selected, name), per)] as const);
  return [...singleBy(seriesOf(selected, 'count'), per)].map(([key, counts]) => ({
    labels: counts.labels,
    at: (index) => {
      const count = valueAt(counts, index);
      if (Number.isNaN(count)) return undefined;
      const of = sums.map(([name, series]) => [name, valueAt(series.get(key), index)] as const);
      return { ...(Object.fromEntries(of) as Record<Name, number>), count };
    },
  }));
}
