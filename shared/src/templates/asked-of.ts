import type { DistributionSource, MeasureQuery } from '../query/measure-query.ts';
import type { Description } from './description.ts';
import type { Measure } from './measure.ts';

/** How a measure differs from the one of which it asks. */
type Own<Id extends string> = Pick<Description<Id>, 'id' | 'name' | 'description'> &
  Partial<Pick<Description<Id>, 'definition' | 'source' | 'family' | 'thresholds'>> &
  Required<Pick<Description<Id>, 'legend' | 'inputs'>>;

/**
 * A measure of distributions, asked of one kind of them: a measure of its own, so that it has a name, a place and alerts of
 * its own.
 *
 * @param asked - what the measure is asked, of a query
 */
export function askedOf<const Id extends string>(
  { thresholds: _, ...measure }: Measure,
  of: DistributionSource,
  { legend, ...own }: Own<Id>,
  asked: (query: MeasureQuery) => MeasureQuery = (query) => query,
): Measure<Id> {
  const ofThese = (query: MeasureQuery): MeasureQuery => asked({ ...query, of });
  return {
    ...measure,
    ...own,
    subject: 'model',
    legend,
    aspects: (query) => measure.aspects(ofThese(query)),
    promql: (query, aspect) => measure.promql(ofThese(query), aspect),
    selections: (query) => measure.selections(ofThese(query)),
    evaluate: (query, selected) => measure.evaluate(ofThese(query), selected),
  };
}
