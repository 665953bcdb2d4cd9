import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy } from '../distributions/grouped-series.ts';
import type { TimeWindow } from '../distributions/time-window.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Series } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { ConfusionCell } from '../statistics/confusion-matrix.ts';
import { seriesOf, type Counts } from './counts.ts';
import { favorableClasses, favorableSelection } from './favorable-classes.ts';

const PER_MODEL = dimensionLabels(METRICS.predictions);
const PREDICTED = labelOf(ATTRIBUTES.outcomePredicted);
const ACTUAL = labelOf(ATTRIBUTES.outcomeActual);

/** Outcomes of a model as a whole. */
export interface ModelOutcomes {
  readonly cells: readonly ConfusionCell[];
  /** The class that counts as positive; undefined where neither query nor profile names one. */
  readonly favorable: string | undefined;
}

/** The confusion matrix of each model. */
export const modelOutcomes: Counts<ModelOutcomes> = {
  selections: (query) => ({ cells: modelCells(query), ...favorableSelection(query) }),
  read: (query, selected) => {
    const favorableOf = favorableClasses(query, selected);
    return [...groupedBy(seriesOf(selected, 'cells'), PER_MODEL).values()].map(({ labels, series }) => ({
      labels,
      at: (index) => {
        const cells = cellsAt(series, index);
        return cells === undefined ? undefined : { cells, favorable: favorableOf(labels, index) };
      },
    }));
  },
};

/** All cells of each model over the window of the query, or over another one. */
export function modelCells(query: MeasureQuery, window: TimeWindow = {}): Expression {
  return Outcomes.ofModel(query, window).cells();
}

/** Cells that have a value at one time; undefined where none has. */
export function cellsAt(series: readonly Series[], index: number): ConfusionCell[] | undefined {
  const cells = series
    .map(({ labels, values }) => ({
      predicted: labels[PREDICTED] ?? '',
      actual: labels[ACTUAL] ?? '',
      count: values[index] ?? NaN,
    }))
    .filter(({ count }) => !Number.isNaN(count));
  return cells.length === 0 ? undefined : cells;
}
