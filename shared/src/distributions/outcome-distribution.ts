import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { Expression } from '../promql/expression.ts';
import { orZero } from '../promql/or-zero.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { binnedBy } from './binned-series.ts';
import type { Distribution } from './distribution.ts';
import { modelLegend } from './model-legend.ts';
import type { TimeWindow } from './time-window.ts';

const PER_MODEL = dimensionLabels(METRICS.predictions);
const ACTUAL = labelOf(ATTRIBUTES.outcomeActual);

/** The actual classes of the outcomes of a model, whatever was predicted. */
export function outcomeDistribution(query: MeasureQuery): Distribution {
  const outcomes = (window: TimeWindow): Outcomes => Outcomes.ofModel(query, window);
  const shares = (): Expression => reference(METRICS.referenceOutcomeRatio, query, [...PER_MODEL, ACTUAL]);
  return {
    per: PER_MODEL,
    bin: ACTUAL,
    legend: modelLegend(),
    // Of many classes, those that never occurred have no series.
    counts: (window) => orZero(outcomes(window).perClass('actual'), shares()),
    total: (window) => outcomes(window).count(),
    selection: (window) => outcomes(window).perClass('actual'),
    hasSeriesPerBin: true,
    read: (series) => binnedBy(series, PER_MODEL, ACTUAL),
    reference: { shares, rows: () => reference(METRICS.referenceRows, query, PER_MODEL) },
  };
}
