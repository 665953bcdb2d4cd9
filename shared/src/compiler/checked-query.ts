import { measureById, type MeasureId } from '../measures/registry.ts';
import { checkQuery } from '../query/check-query.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { minimumGroupSizeOf, minimumOf } from '../query/minimum-observations.ts';
import { QueryError } from '../query/query-error.ts';
import type { Measure } from '../templates/measure.ts';

/** A query that can be asked, with its measure. */
export interface CheckedQuery {
  readonly query: MeasureQuery;
  readonly measure: Measure<MeasureId>;
}

/**
 * Finds the measure of a query and refuses what cannot be asked of it.
 *
 * @throws {QueryError} for an unknown measure, a field out of range, and a source that the measure does not take
 */
export function checkedQuery(query: MeasureQuery): CheckedQuery {
  const measure = measureById(query.measure);
  checkQuery(query);
  const of = query.of?.kind ?? 'features';
  if (of !== 'features' && !measure.inputs.includes('of')) {
    throw new QueryError(
      `of is ${of}, and ${measure.name} is a measure of ${measure.subject === 'feature' ? 'features' : 'models'} ` +
        'alone: choose another measure, such as psi.',
    );
  }
  if (query.segment !== undefined && !measure.inputs.includes('segment')) {
    throw new QueryError(
      `segment is given, and ${measure.name} is not counted by segment: leave the segment out, or choose another measure, ` +
        'such as accuracy or prediction-psi.',
    );
  }
  // No measure of fairness rests on a few people, however few observations are asked for.
  const smallest = measure.inputs.includes('minimumGroupSize') ? minimumGroupSizeOf(query) : 0;
  const enough = smallest > minimumOf(query) ? { ...query, minimumObservations: smallest } : query;
  // It is found among all segments unless some are chosen.
  return { query: measure.picks === undefined ? enough : { ...enough, segment: query.segment ?? {} }, measure };
}
