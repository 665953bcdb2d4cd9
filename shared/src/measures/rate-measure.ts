import { div } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure, Rate } from './measure.ts';

type RateFields = Omit<Measure, 'promql' | 'rate' | 'observations' | 'critical' | 'binned' | 'unit'> & {
  rate(query: MeasureQuery): Rate;
};

/** A measure that is a share of observations: it has a value where there are enough of them, and says how many. */
export function rateMeasure(fields: RateFields): Measure {
  return {
    ...fields,
    unit: 'share',
    promql: (query) => {
      const { hits, trials } = fields.rate(query);
      return div(hits, enough(trials, query));
    },
    observations: (query) => fields.rate(query).trials,
  };
}
