import { add, and, clampMin, div, mul, n, pow, sqrt, sub } from '@grafana/promql-builder';
import { calibratedPredictions } from '../../counts/calibrated-predictions.ts';
import { heldOutRows, positiveShares, scoredPredictions, type CountsByBin } from '../../promql/calibrated-scores.ts';
import type { Expression } from '../../promql/expression.ts';
import { PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { heldOut, predictionsIn } from '../../statistics/calibrated-predictions.ts';
import { correctedQuantileFor } from '../../statistics/corrected-quantile.ts';
import { criticalEstimatedDrop, estimatedAccuracy } from '../../statistics/estimated-accuracy.ts';
import { DEFAULT_SIGNIFICANCE } from '../../statistics/significance.ts';
import { allPredictions, enoughPredictions } from '../../templates/estimated-measure.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { PERFORMANCE_RUNBOOK } from '../../templates/runbooks.ts';
import { SCORE_INPUTS, scoreLegend } from '../../templates/score-measure.ts';
import { estimatedAccuracyExpression } from './estimated-accuracy.ts';

/** Share of all predictions, or of all held-out rows, in each bin. */
function sharesByBin(counts: CountsByBin, query: MeasureQuery): Expression {
  return div(counts(query), sumBy(counts(query), PER_SCORE))
    .on([...PER_SCORE])
    .groupLeft([]);
}

/** What the held-out data leave open of the accuracy, as far as the predictions lie elsewhere. */
function calibrationVariance(query: MeasureQuery): Expression {
  const moved = pow(sub(sharesByBin(scoredPredictions, query), sharesByBin(heldOutRows, query)), n(2));
  const open = mul(positiveShares(query), sub(n(1), positiveShares(query)));
  return sumBy(div(mul(moved, open), clampMin(heldOutRows(query), 1)), PER_SCORE);
}

function samplingVariance(query: MeasureQuery): Expression {
  const baseline = (): Expression => estimatedAccuracyExpression(query, heldOutRows);
  return div(mul(baseline(), sub(n(1), baseline())), allPredictions(query));
}

export const estimatedAccuracyDrop = defineMeasure({
  id: 'estimated-accuracy-drop',
  name: 'Estimated accuracy drop',
  description:
    'How far the accuracy that is expected lies below that of the held-out data, before the outcomes are known. It sees ' +
    'other scores, not a changed meaning of the same score.',
  definition: 'accuracy of the held-out data − estimated accuracy',
  source:
    'NannyML, confidence-based performance estimation; by convention, five percentage points are the default limit',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  thresholds: {
    side: 'above',
    warning: 0.03,
    critical: 0.05,
    title: 'Performance: estimated accuracy drop',
    runbook: PERFORMANCE_RUNBOOK,
  },
  inputs: [...SCORE_INPUTS, 'significance'],
  legend: scoreLegend,
  counts: calibratedPredictions,
  value: {
    of: (calibrated, query) => {
      const drop = estimatedAccuracy(heldOut(calibrated)).value - estimatedAccuracy(calibrated).value;
      return whenEnough(drop, predictionsIn(calibrated), query);
    },
    promql: (query) =>
      and(
        sub(estimatedAccuracyExpression(query, heldOutRows), estimatedAccuracyExpression(query, scoredPredictions)),
        enoughPredictions(query),
      ),
  },
  observations: { of: predictionsIn, promql: allPredictions },
  criticalValue: {
    of: (calibrated, query) => {
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      return whenEnough(criticalEstimatedDrop(calibrated, significance), predictionsIn(calibrated), query);
    },
    promql: (query) => {
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      const deviation = sqrt(add(samplingVariance(query), calibrationVariance(query)));
      return and(mul(deviation, n(correctedQuantileFor(significance).single)), enoughPredictions(query));
    },
  },
});
