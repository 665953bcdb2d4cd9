import { add, mul, n } from '@grafana/promql-builder';
import { outcomesByThreshold } from '../counts/scored-outcomes.ts';
import type { Expression } from '../promql/expression.ts';
import { outcomesFromBin, PER_SCORE, SCORE_BIN, scoredOutcomes } from '../promql/outcome-scores.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Description } from './description.ts';
import type { Measure } from './measure.ts';
import { rateMeasure } from './rate-measure.ts';
import { SCORE_INPUTS, scoreLegend } from './score-measure.ts';

interface ThresholdDefinition<Id extends string> extends Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source'
> {
  /** Of which outcomes the true positives are a share. */
  readonly denominator: 'predicted' | 'actual';
}

/** Share of true positives for each threshold: one value a bin, for predicting the class from the lower end of the bin on. */
export function thresholdMeasure<const Id extends string>({
  denominator,
  ...description
}: ThresholdDefinition<Id>): Measure<Id> {
  return rateMeasure({
    ...description,
    family: 'performance',
    subject: 'bin',
    bin: SCORE_BIN,
    worse: 'lower',
    inputs: [...SCORE_INPUTS, 'significance'],
    legend: () => `${scoreLegend()} {{${SCORE_BIN}}}`,
    counts: outcomesByThreshold,
    rate: {
      of: (counts) => ({ numerator: counts.truePositives, denominator: counts[denominator] }),
      promql: (query) => ({
        numerator: outcomesFromBin(query, 'positives'),
        denominator: denominator === 'predicted' ? outcomesFromBin(query) : positivesOfEachBin(query),
      }),
    },
  });
}

/** All positives of a score, repeated for each of its bins. */
function positivesOfEachBin(query: MeasureQuery): Expression {
  return add(mul(scoredOutcomes(query, 'all', [...PER_SCORE, SCORE_BIN]), n(0)), scoredOutcomes(query, 'positives'))
    .on([...PER_SCORE])
    .groupLeft([]);
}
