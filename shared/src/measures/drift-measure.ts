import { compared, type Compared } from '../distributions/compared.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';
import { noiseFloor } from './noise-floor.ts';

type DriftFields = Omit<
  Measure,
  'promql' | 'critical' | 'observations' | 'rate' | 'binned' | 'legend' | 'subject' | 'family'
> & {
  /** The measure of two sides. */
  value(sides: Compared, query: MeasureQuery): Expression;
  /** What of the PSI's noise floor, Σ (c − r)² / r as noise alone makes it, arrives in this measure. */
  critical?(noise: Expression, sides: Compared): Expression;
};

/** A measure of how far one distribution has moved from another. */
export function driftMeasure({ value, critical, ...fields }: DriftFields): Measure {
  return {
    ...fields,
    family: 'drift',
    subject: 'distribution',
    legend: (query) => distributionOf(query).legend,
    promql: (query) => value(compared(query), query),
    observations: (query) => compared(query).observations(),
    ...(critical === undefined
      ? {}
      : { critical: (query: MeasureQuery) => critical(noiseFloor(query), compared(query)) }),
  };
}
