import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy } from '../distributions/grouped-series.ts';
import type { Expression } from '../promql/expression.ts';
import { groupPredictions } from '../promql/group-predictions.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Series } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { ConfusionCell } from '../statistics/confusion-matrix.ts';
import type { PredictedClass } from '../statistics/group-rates.ts';
import { seriesOf, type Counts } from './counts.ts';
import { favorableClasses, favorableSelection } from './favorable-classes.ts';
import { cellsAt } from './model-outcomes.ts';

/** Labels of one group attribute of a model, such as sex, and of one group of it. */
export const PER_GROUP_ATTRIBUTE = dimensionLabels(METRICS.groupPredictions);
const GROUP = labelOf(ATTRIBUTES.groupValue);
export const PER_GROUP = [...PER_GROUP_ATTRIBUTE, GROUP];

const CLASS = labelOf(ATTRIBUTES.predictionClass);

/** What is counted of one group. */
export interface Group<Cell> {
  readonly group: string;
  readonly cells: readonly Cell[];
  /** The favorable class. */
  readonly favorable: string | undefined;
}

/** What is counted of all groups of one attribute. */
export interface Groups<Cell> {
  readonly groups: readonly Group<Cell>[];
}

/** A source of counts by group: what the store is asked, and the cells that its series are at one time. */
export interface GroupSource<Cell> {
  readonly attributes: Counts<Groups<Cell>>;
  /** The same, each group a subject of its own. */
  readonly single: Counts<Group<Cell>>;
}

/** Predictions of each group by class. */
export const predictionsByGroup = groupSource<PredictedClass>(
  (query) => groupPredictions(query, [...PER_GROUP, CLASS]),
  (series, index) =>
    series
      .map(({ labels, values }) => ({ predicted: labels[CLASS] ?? '', count: values[index] ?? NaN }))
      .filter(({ count }) => !Number.isNaN(count)),
);

/** Outcomes of each group by predicted and actual class. */
export const outcomesByGroup = groupSource<ConfusionCell>(
  (query) => Outcomes.ofGroups(query, PER_GROUP).cells(),
  (series, index) => cellsAt(series, index) ?? [],
);

function groupSource<Cell>(
  counted: (query: MeasureQuery) => Expression,
  cellsOf: (series: readonly Series[], index: number) => Cell[],
): GroupSource<Cell> {
  const selections = (query: MeasureQuery) => ({ counted: counted(query), ...favorableSelection(query) });
  const single: Counts<Group<Cell>> = {
    selections,
    read: (query, selected) => {
      const favorableOf = favorableClasses(query, selected);
      return [...groupedBy(seriesOf(selected, 'counted'), PER_GROUP).values()].map(({ labels, series }) => ({
        labels,
        at: (index) => {
          const cells = cellsOf(series, index);
          if (cells.length === 0) return undefined;
          return { group: labels[GROUP] ?? '', cells, favorable: favorableOf(labels, index) };
        },
      }));
    },
  };
  const attributes: Counts<Groups<Cell>> = {
    selections,
    read: (query, selected) =>
      [...groupedBy(seriesOf(selected, 'counted'), PER_GROUP_ATTRIBUTE).values()].map(({ labels, series }) => {
        const members = single.read(query, { ...selected, counted: series });
        return {
          labels,
          at: (index) => {
            const groups = members.map((group) => group.at(index)).filter((group) => group !== undefined);
            return groups.length === 0 ? undefined : { groups };
          },
        };
      }),
  };
  return { attributes, single };
}
