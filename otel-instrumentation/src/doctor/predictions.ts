import { counterSeries, METRICS } from '@driftline/shared';
import type { Ask, Model } from './answer.ts';
import type { Scope } from './scope.ts';

/** Predictions of a model in the window: those by class, or by bin for a regression. */
export async function predictions(ask: Ask, scope: Scope): Promise<(model: Model) => number> {
  const byClass = await ask(scope.increase(counterSeries(METRICS.predictions)));
  const byBin = await ask(scope.increase(counterSeries(METRICS.predictionObservations)));
  return (model) => Math.max(byClass.valueOf(model) ?? 0, byBin.valueOf(model) ?? 0);
}
