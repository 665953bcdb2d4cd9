import { durationText, gaugeSeries, METRICS } from '@driftline/shared';
import type { Check } from '../check.ts';
import { perModel, type Scope } from '../scope.ts';

/** Seconds by which clocks may differ. */
const SKEW = 30;

/** Seconds since the newest sample of each model of the last day; negative if it lies in the future, up to an hour. */
export function secondsSinceNewest(scope: Scope): string {
  const timestamps = `timestamp(${scope.select(gaugeSeries(METRICS.referenceRows))})`;
  return `time() - ${perModel('max', `max_over_time(${timestamps}[25h:1m] offset -1h)`)}`;
}

/** Whether samples come from now, by the clock of the store. */
export const clock: Check = async (ask, scope) => {
  const since = await ask(secondsSinceNewest(scope));
  return (model) => {
    const what = 'clock';
    const seconds = since.valueOf(model);
    if (seconds === undefined) return [];
    if (seconds < -SKEW) {
      const detail = `the newest sample lies ${durationText(-seconds)} in the future: set the clocks of the service and the store by NTP.`;
      return [{ what, state: 'wrong', detail }];
    }
    if (seconds <= Math.max(scope.seconds / 2, SKEW)) return [];
    const detail =
      `the newest sample is ${durationText(seconds)} old, with a window of ${scope.window}: the service or its scrape has ` +
      'stopped, samples arrive late, or the clock of the service is slow.';
    return [{ what, state: seconds > scope.seconds ? 'wrong' : 'note', detail }];
  };
};
