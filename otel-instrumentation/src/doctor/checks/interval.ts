import { durationText, gaugeSeries, METRICS } from '@driftline/shared';
import type { Check } from '../check.ts';
import { perModel } from '../scope.ts';

/** Windows over which samples are counted, so that one that is late does not matter. */
const WINDOWS = 4;
/** Samples that a window needs: an increase lies between two. */
const SAMPLES = 2;

/** Whether each window holds enough samples. */
export const interval: Check = async (ask, scope) => {
  const rows = scope.select(gaugeSeries(METRICS.referenceRows));
  const range = scope.times(WINDOWS);
  // Only of replicas that were there before, because others have not had the time.
  const samples = await ask(
    perModel(
      'max',
      `count_over_time(${rows}[${range}]) and present_over_time(${rows}[${scope.window}] offset ${range})`,
    ),
  );
  return (model) => {
    const count = samples.valueOf(model);
    if (count === undefined || count >= WINDOWS * SAMPLES) return [];
    const between = (scope.seconds * WINDOWS) / count;
    const detail =
      `a sample about every ${durationText(between)}, and a window of ${scope.window} needs ${SAMPLES}: scrape or export more ` +
      `often (intervalMs, OTEL_METRIC_EXPORT_INTERVAL), or choose windows of ${durationText(between * 4)} or more.`;
    return [{ what: 'interval', state: 'wrong', detail }];
  };
};
