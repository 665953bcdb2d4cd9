import { add, div, mul, n, sqrt, sub } from '@grafana/promql-builder';
import { accuracyChange, profileAccuracy } from '../../counts/accuracy-change.ts';
import { baselineSource } from '../../distributions/baseline.ts';
import { NOW, type TimeWindow } from '../../distributions/time-window.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { Expression } from '../../promql/expression.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { accuracyOf } from '../../statistics/accuracy.ts';
import { criticalDropOf } from '../../statistics/accuracy-noise.ts';
import { correctedQuantileFor } from '../../statistics/corrected-quantile.ts';
import { valueOfRate } from '../../statistics/rate.ts';
import { DEFAULT_SIGNIFICANCE } from '../../statistics/significance.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { OUTCOMES } from '../../templates/outcome-measure.ts';
import { PERFORMANCE_RUNBOOK } from '../../templates/runbooks.ts';

function accuracyIn(window: TimeWindow, query: MeasureQuery): Expression {
  const outcomes = Outcomes.ofModel(query, window);
  return div(outcomes.correct(), atLeastMinimum(outcomes.count(), query));
}

function baselineAccuracy(query: MeasureQuery): Expression {
  const source = baselineSource(query);
  return source.kind === 'profile' ? profileAccuracy(query) : source.matched(accuracyIn(source.window, query));
}

/** 1/n of the outcomes in the window, and as much of those in the baseline unless it is the profile. */
function inverseOutcomes(query: MeasureQuery): Expression {
  const inverse = (window: TimeWindow): Expression =>
    div(n(1), atLeastMinimum(Outcomes.ofModel(query, window).count(), query));
  const source = baselineSource(query);
  return source.kind === 'profile' ? inverse(NOW) : add(inverse(NOW), source.matched(inverse(source.window)));
}

export const accuracyDrop = defineMeasure({
  id: 'accuracy-drop',
  name: 'Accuracy drop',
  description: 'How far the accuracy is below that of the baseline, which by default is the one in the profile.',
  definition: 'accuracy of the baseline − accuracy in the window',
  source: 'By convention, five percentage points are the default limit',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  thresholds: {
    side: 'above',
    warning: 0.03,
    critical: 0.05,
    title: 'Performance: accuracy drop',
    runbook: PERFORMANCE_RUNBOOK,
  },
  inputs: ['model', 'version', 'baseline', 'minimumObservations', 'significance'],
  counts: accuracyChange,
  value: {
    of: ({ cells, baseline }, query) => {
      const live = accuracyOf(cells);
      return whenEnough(baseline - valueOfRate(live), live.denominator, query);
    },
    promql: (query) => sub(baselineAccuracy(query), accuracyIn(NOW, query)),
  },
  observations: OUTCOMES,
  criticalValue: {
    of: ({ cells, baseline, baselineOutcomes }, query) => {
      const { denominator } = accuracyOf(cells);
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      return whenEnough(criticalDropOf(baseline, denominator, baselineOutcomes, significance), denominator, query);
    },
    promql: (query) => {
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      const variance = mul(baselineAccuracy(query), sub(n(1), baselineAccuracy(query)));
      return mul(sqrt(mul(variance, inverseOutcomes(query))), n(correctedQuantileFor(significance).single));
    },
  },
});
