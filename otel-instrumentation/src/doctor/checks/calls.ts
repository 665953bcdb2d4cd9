import { ATTRIBUTES, counterSeries, histogramPattern, labelOf, METRICS } from '@driftline/shared';
import { plain } from '../../values/quoted.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { featureRows, rowsOf } from '../feature-rows.ts';
import { predictions } from '../predictions.ts';
import { seriesNow } from './series.ts';

const ERROR = labelOf(ATTRIBUTES.errorType);
const ENOUGH = 20;

/** Whether calls, rows of features and predictions come together. */
export const calls: Check = async (ask, scope) => {
  const now = await ask(seriesNow(scope));
  const byError = await ask(scope.increase(histogramPattern(METRICS.predictionDuration, 'count'), [ERROR]));
  const featuresOf = await featureRows(ask, scope);
  const predictionsOf = await predictions(ask, scope);
  return (model) => {
    const has = (name: string): boolean => now.by('__name__', model).has(name);
    const errors = byError.by(ERROR, model);
    const succeeded = errors.get('') ?? 0;
    errors.delete('');
    const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
    const rows = rowsOf(featuresOf(model));
    const predicted = predictionsOf(model);
    const found: Finding[] = [];
    if (failed >= ENOUGH && succeeded < 1) {
      const types = [...errors].filter(([, count]) => count > 0).map(([type]) => plain(type));
      found.push({
        what: 'calls',
        state: 'wrong',
        detail: `all of about ${Math.round(failed)} calls in ${scope.window} failed (${types.slice(0, 3).join(', ')}): nothing else is recorded of them.`,
      });
    }
    if (rows < 1 && Math.max(succeeded, predicted) >= ENOUGH && has(counterSeries(METRICS.featureObservations))) {
      found.push({
        what: 'rows of features',
        state: 'wrong',
        detail:
          `about ${Math.round(predicted)} predictions and ${Math.round(succeeded)} calls in ${scope.window}, and no row of ` +
          'features: pass `features` to record or recordBatch, or name them with the option features of wrap.',
      });
    }
    if (predicted < 1 && rows >= ENOUGH && has(counterSeries(METRICS.predictionObservations))) {
      found.push({
        what: 'predictions',
        state: 'wrong',
        detail:
          `about ${Math.round(rows)} rows of features in ${scope.window}, and no prediction: pass \`prediction\` to record, ` +
          'or name it with the option prediction of wrap. A regression has to predict numbers.',
      });
    }
    return found;
  };
};
