import { ATTRIBUTES, counterSeries, gaugeSeries, labelOf, METRICS, OTHER } from '@driftline/shared';
import { percent } from '../../values/percent.ts';
import type { Check } from '../check.ts';
import { perModel } from '../scope.ts';

/** Share of unknown classes beyond that of the training data. */
const MUCH = 0.05;
const ENOUGH = 20;

/** Whether the predictions are classes of the profile. */
export const classes: Check = async (ask, scope) => {
  const byClass = await ask(scope.increase(counterSeries(METRICS.predictions), [labelOf(ATTRIBUTES.predictionClass)]));
  const reference = await ask(
    perModel(
      'max',
      scope.select(gaugeSeries(METRICS.referencePredictionRatio), `${labelOf(ATTRIBUTES.predictionBin)}="${OTHER}"`),
    ),
  );
  return (model) => {
    const counts = byClass.by(labelOf(ATTRIBUTES.predictionClass), model);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const share = (counts.get(OTHER) ?? 0) / all;
    const training = reference.valueOf(model) ?? 0;
    if (all < ENOUGH || share - training <= MUCH) return [];
    const detail =
      `${percent(share)} of ${Math.round(all)} predictions are none of the profile's classes (\`${OTHER}\`, training ` +
      `${percent(training)}). Record the class, not a probability (option prediction of wrap), build the profile again ` +
      'with all classes, or raise maximumLabels.';
    return [{ what: 'unknown classes', state: 'wrong', detail }];
  };
};
