import { groupedBy, keyOf } from '../distributions/grouped-series.ts';
import { GROUP, PER_GROUP_ATTRIBUTE } from '../promql/group-labels.ts';
import { privilegedGroups } from '../promql/privileged-groups.ts';
import type { Labels } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { seriesOf, valueAt, type Selected, type Selections } from './counts.ts';

/** What the store is asked for the reference group of each attribute: nothing where the query says it. */
export function referenceGroupSelection(query: MeasureQuery): Selections {
  return query.compare === 'extremes' || query.privileged !== undefined ? {} : { privileged: privilegedGroups(query) };
}

/**
 * Finds the reference group of the attribute that labels belong to, at one time: none for extremes, and several where
 * replicas have profiles that disagree.
 */
export function referenceGroups(
  query: MeasureQuery,
  selected: Selected,
): (labels: Labels, index: number) => readonly string[] {
  if (query.compare === 'extremes') return () => [];
  const { privileged } = query;
  if (privileged !== undefined) return () => [privileged];
  const byAttribute = groupedBy(seriesOf(selected, 'privileged'), PER_GROUP_ATTRIBUTE);
  return (labels, index) =>
    (byAttribute.get(keyOf(labels, PER_GROUP_ATTRIBUTE))?.series ?? [])
      .filter((series) => !Number.isNaN(valueAt(series, index)))
      .map((series) => series.labels[GROUP] ?? '');
}
