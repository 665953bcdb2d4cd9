import { DEFAULT_MINIMUM_OBSERVATIONS, DEFAULT_RULE_OPTIONS, gaugeSeries, METRICS } from '@driftline/shared';
import type { Check } from '../check.ts';
import { durationText, secondsOf } from '../durations.ts';
import { featureRows, rowsOf } from '../feature-rows.ts';
import { predictions } from '../predictions.ts';
import { perModel } from '../scope.ts';

/** Parts of the window in which a model may be there or not. */
const PARTS = 10;

/** Whether the window holds as many rows as a measure needs for a value, and which window would. */
export const traffic: Check = async (ask, scope) => {
  const featuresOf = await featureRows(ask, scope);
  const predictionsOf = await predictions(ask, scope);
  // A service that has just started has not had the whole window for its rows.
  const parts = await ask(
    perModel(
      'max',
      `count_over_time(${scope.select(gaugeSeries(METRICS.referenceRows))}[${scope.window}:${scope.times(1 / PARTS)}])`,
    ),
  );
  return (model) => {
    const what = 'traffic';
    const rows = rowsOf(featuresOf(model)) || predictionsOf(model);
    if (rows <= 0) {
      const why = 'the service is idle, is no longer scraped, or does not call the monitor.';
      return [{ what, state: 'missing', detail: `no row in ${scope.window}: ${why}` }];
    }
    const seen = `about ${Math.round(rows)} rows in ${scope.window}`;
    if (rows >= DEFAULT_MINIMUM_OBSERVATIONS) return [{ what, state: 'here', detail: seen }];
    const seconds = scope.seconds * Math.min(1, (parts.valueOf(model) ?? PARTS) / PARTS);
    const needed = (DEFAULT_MINIMUM_OBSERVATIONS / rows) * seconds;
    const { longWindow } = DEFAULT_RULE_OPTIONS;
    const window = durationText(needed);
    const few = `${seen}, and a measure needs ${DEFAULT_MINIMUM_OBSERVATIONS}: choose a window of ${window} or more`;
    return needed > secondsOf(longWindow)
      ? [
          {
            what,
            state: 'wrong',
            detail: `${few}, for alerts too (driftline rules --window ${window}, default ${longWindow}).`,
          },
        ]
      : [{ what, state: 'note', detail: `${few}.` }];
  };
};
