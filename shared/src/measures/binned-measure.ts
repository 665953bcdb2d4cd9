import { distributionOf } from '../distributions/distribution-of.ts';
import { compared } from '../distributions/compared.ts';
import type { Measure } from './measure.ts';

type BinnedFields = Pick<Measure, 'id' | 'name' | 'description' | 'definition' | 'source' | 'unit' | 'worse'> &
  Required<Pick<Measure, 'binned'>>;

/** A measure of drift that PromQL cannot express: it is computed from the shares of each bin by whoever asks. */
export function binnedMeasure(fields: BinnedFields): Measure {
  return {
    ...fields,
    family: 'drift',
    subject: 'distribution',
    legend: (query) => distributionOf(query).legend,
    observations: (query) => compared(query).observations(),
  };
}
