import { div } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf, legendLabel } from '../conventions/series.ts';
import { heldOutRows } from '../promql/calibrated-scores.ts';
import { ofClass, PER_SCORE, SCORE_BIN } from '../promql/outcome-scores.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countedDistribution } from './counted-distribution.ts';
import type { Distribution } from './distribution.ts';
import { modelLegend } from './model-legend.ts';

/** The scores of each class that is calibrated, against those of the held-out rows. */
export function scoreDistribution(query: MeasureQuery): Distribution {
  return countedDistribution(query, {
    observations: METRICS.predictionScores,
    shares: (by) =>
      div(sumBy(heldOutRows(query), by), sumBy(heldOutRows(query), PER_SCORE))
        .on([...PER_SCORE])
        .groupLeft([]),
    bin: SCORE_BIN,
    legend: `${modelLegend()} ${legendLabel(ATTRIBUTES.scoreClass)}`,
    rows: (per) => sumBy(heldOutRows(query), per),
    further: [labelOf(ATTRIBUTES.scoreClass)],
    values: ofClass(query),
  });
}
