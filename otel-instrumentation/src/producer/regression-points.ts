import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, DEVIATION_SIDES, METRICS } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import type { PointList } from './metric-list.ts';

/** Adds residuals by bin of the prediction, and sums over the actual values of a regression. */
export function addRegression(
  list: PointList,
  { attributes, profileAttributes, outcomes }: Counted,
  start: HrTime,
): void {
  const { regression } = outcomes;
  if (regression === undefined) return;
  regression.bins.forEach((label, bin) => {
    const ofBin = { ...profileAttributes, [ATTRIBUTES.predictionBin]: label };
    list.add(METRICS.outcomeResiduals, regression.countOf(bin), ofBin, start);
    list.add(METRICS.outcomeResidualSquared, regression.squaredOf(bin), ofBin, start);
    for (const side of DEVIATION_SIDES) {
      const ofSide = { ...ofBin, [ATTRIBUTES.deviationSide]: side };
      list.add(METRICS.outcomeResidualDeviation, regression.residualOf(bin, side), ofSide, start);
    }
  });
  for (const side of DEVIATION_SIDES) {
    const ofSide = { ...profileAttributes, [ATTRIBUTES.deviationSide]: side };
    list.add(METRICS.outcomeActualDeviation, regression.actual(side), ofSide, start);
  }
  list.add(METRICS.outcomeActualDeviationSquared, regression.actualSquared, profileAttributes, start);
  list.add(METRICS.outcomeErrorRelative, regression.relative, attributes, start);
  list.add(METRICS.outcomeZeros, regression.zeros, attributes, start);
}
