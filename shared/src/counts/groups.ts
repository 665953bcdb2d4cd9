import { UNCOMPARED_GROUPS, ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, keyOf } from '../distributions/grouped-series.ts';
import type { Expression } from '../promql/expression.ts';
import { GROUP, PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/group-labels.ts';
import { groupPredictions } from '../promql/group-predictions.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Labels, Series } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { ConfusionCell } from '../statistics/confusion-matrix.ts';
import type { PredictedClass } from '../statistics/group-rates.ts';
import { seriesOf, type Counts, type Selected, type Selections, type Subject } from './counts.ts';
import { favorableClasses, favorableSelection } from './favorable-classes.ts';
import { cellsAt } from './model-outcomes.ts';
import { referenceGroups, referenceGroupSelection } from './reference-groups.ts';

const CLASS = labelOf(ATTRIBUTES.predictionClass);
const PER_MODEL = dimensionLabels(METRICS.predictions);

/** What is counted of one group. */
export interface Group<Cell> {
  readonly group: string;
  readonly cells: readonly Cell[];
  /** The favorable class. */
  readonly favorable: string | undefined;
}

/** All groups of one attribute, and those of the model's other attributes in the same answer. */
export interface Groups<Cell> {
  readonly groups: readonly Group<Cell>[];
  readonly beside: readonly (readonly Group<Cell>[])[];
}

/** One group among all of its attribute. */
export interface SingleGroup<Cell> extends Groups<Cell> {
  readonly group: Group<Cell>;
}

/** What one value compares: all groups of an attribute with each other, or one with the reference group. */
export interface ComparedGroups<Cell> extends Groups<Cell> {
  readonly compared: readonly Group<Cell>[];
  /** Undefined where extremes are compared; empty where nothing was counted of the reference group. */
  readonly references: readonly Group<Cell>[] | undefined;
}

/** Whether a group is compared with others: those that only say what is not known of someone are not. */
export function isCompared(group: string): boolean {
  return !UNCOMPARED_GROUPS.includes(group);
}

/** A source of counts by group: what the store is asked, and the cells that its series are at one time. */
export interface GroupSource<Cell> {
  readonly attributes: Counts<Groups<Cell>>;
  /** Each group a subject of its own. */
  readonly single: Counts<SingleGroup<Cell>>;
  /** Each comparison a subject of its own. */
  readonly comparisons: Counts<ComparedGroups<Cell>>;
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
  const selections = (query: MeasureQuery): Selections => ({ counted: counted(query), ...favorableSelection(query) });
  const read = (query: MeasureQuery, selected: Selected): AttributeSubject<Cell>[] => {
    const favorableOf = favorableClasses(query, selected);
    const membersOf = (series: readonly Series[]): Subject<Group<Cell>>[] =>
      [...groupedBy(series, PER_GROUP).values()].map(({ labels, series }) => ({
        labels,
        at: (index) => {
          const cells = cellsOf(series, index);
          if (cells.length === 0) return undefined;
          return { group: labels[GROUP] ?? '', cells, favorable: favorableOf(labels, index) };
        },
      }));
    const attributes = [...groupedBy(seriesOf(selected, 'counted'), PER_GROUP_ATTRIBUTE).values()].map(
      ({ labels, series }) => {
        const members = membersOf(series);
        return { labels, model: keyOf(labels, PER_MODEL), members, at: groupsOnce(members) };
      },
    );
    return attributes.map((attribute) => {
      const others = attributes.filter((other) => other !== attribute && other.model === attribute.model);
      return {
        labels: attribute.labels,
        members: attribute.members,
        at: (index) => {
          const groups = attribute.at(index);
          return groups.length === 0 ? undefined : { groups, beside: others.map((other) => other.at(index)) };
        },
      };
    });
  };
  return {
    attributes: { selections, read },
    single: {
      selections,
      read: (query, selected) =>
        read(query, selected).flatMap((attribute) =>
          attribute.members.map((member) => ({
            labels: member.labels,
            at: (index) => singleAt(attribute, member, index),
          })),
        ),
    },
    comparisons: {
      selections: (query) => ({ ...selections(query), ...referenceGroupSelection(query) }),
      read: (query, selected) => {
        const referencesOf = referenceGroups(query, selected);
        return read(query, selected).flatMap((attribute) => comparisonsOf(attribute, query, referencesOf));
      },
    },
  };
}

/** An attribute with its groups, each of which may be a subject of its own. */
interface AttributeSubject<Cell> extends Subject<Groups<Cell>> {
  readonly members: readonly Subject<Group<Cell>>[];
}

/** The groups of one attribute, computed once for each time. */
function groupsOnce<Cell>(members: readonly Subject<Group<Cell>>[]): (index: number) => readonly Group<Cell>[] {
  const known: (readonly Group<Cell>[])[] = [];
  return (index) => (known[index] ??= members.map((each) => each.at(index)).filter((each) => each !== undefined));
}

function singleAt<Cell>(
  attribute: AttributeSubject<Cell>,
  member: Subject<Group<Cell>>,
  index: number,
): SingleGroup<Cell> | undefined {
  const group = member.at(index);
  const groups = attribute.at(index);
  return group === undefined || groups === undefined ? undefined : { group, ...groups };
}

/** The attribute itself where extremes are compared, and each of its groups where there is a reference group. */
function comparisonsOf<Cell>(
  attribute: AttributeSubject<Cell>,
  { compare }: MeasureQuery,
  referencesOf: (labels: Labels, index: number) => readonly string[],
): Subject<ComparedGroups<Cell>>[] {
  const comparable = ({ group }: Group<Cell>): boolean => isCompared(group);
  const extremes: Subject<ComparedGroups<Cell>> = {
    labels: attribute.labels,
    at: (index) => {
      const found = attribute.at(index);
      if (found === undefined || referencesOf(attribute.labels, index).length > 0) return undefined;
      return { ...found, compared: found.groups.filter(comparable), references: undefined };
    },
  };
  const pairs = attribute.members.map((member): Subject<ComparedGroups<Cell>> => ({
    labels: member.labels,
    at: (index) => {
      const single = singleAt(attribute, member, index);
      const references = referencesOf(attribute.labels, index);
      if (single === undefined || references.length === 0) return undefined;
      if (!comparable(single.group) || references.includes(single.group.group)) return undefined;
      return {
        groups: single.groups,
        beside: single.beside,
        compared: [single.group],
        references: single.groups.filter(({ group }) => references.includes(group)),
      };
    },
  }));
  return [...(compare === 'pairwise' ? [] : [extremes]), ...(compare === 'extremes' ? [] : pairs)];
}
