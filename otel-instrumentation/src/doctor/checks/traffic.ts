import {
  ATTRIBUTES,
  DEFAULT_MINIMUM_OBSERVATIONS,
  DEFAULT_RULE_OPTIONS,
  durationText,
  gaugeSeries,
  labelOf,
  METRICS,
  OBSERVATIONS_PER_BIN,
  secondsOf,
} from '@driftline/shared';
import type { Check } from '../check.ts';
import { featureRows, rowsOf, type FeatureRows } from '../feature-rows.ts';
import type { Finding } from '../finding.ts';
import { predictions } from '../predictions.ts';
import { perModel } from '../scope.ts';

const FEATURE = labelOf(ATTRIBUTES.featureName);

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
  // One replica's: bins of several profiles would be counted together.
  const used = `${scope.select(gaugeSeries(METRICS.referenceFeatureRatio))} > 0`;
  const bins = await ask(perModel('max', `count without (${labelOf(ATTRIBUTES.featureBin)}) (${used})`, [FEATURE]));
  return (model) => {
    const features = featuresOf(model);
    const rows = rowsOf(features) || predictionsOf(model);
    if (rows <= 0) {
      const why = 'the service is idle, is no longer scraped, or does not call the monitor.';
      return [{ what: 'traffic', state: 'missing', detail: `no row in ${scope.window}: ${why}` }];
    }
    const seen = `about ${Math.round(rows)} rows in ${scope.window}`;
    const seconds = scope.seconds * Math.min(1, (parts.valueOf(model) ?? PARTS) / PARTS);
    if (rows < DEFAULT_MINIMUM_OBSERVATIONS) {
      const needs = `a measure needs ${DEFAULT_MINIMUM_OBSERVATIONS}`;
      return [tooFew(seen, needs, (DEFAULT_MINIMUM_OBSERVATIONS / rows) * seconds)];
    }
    const binsOf = bins.by(FEATURE, model);
    const [first] = features
      .map((feature) => ({ ...feature, needed: OBSERVATIONS_PER_BIN * (binsOf.get(feature.name) ?? 0) }))
      .filter((feature) => feature.rows > 0 && feature.rows < feature.needed)
      .sort((a, b) => b.needed / b.rows - a.needed / a.rows);
    if (first === undefined) return [{ what: 'traffic', state: 'here', detail: seen }];
    return [tooFew(seen, needOf(first), (first.needed / first.rows) * seconds)];
  };
};

/** What the feature needs that lacks most. */
function needOf({ name, needed }: FeatureRows & { readonly needed: number }): string {
  return `the drift of ${JSON.stringify(name)} needs ${needed} values, ${OBSERVATIONS_PER_BIN} for each bin`;
}

function tooFew(seen: string, needs: string, seconds: number): Finding {
  const { longWindow } = DEFAULT_RULE_OPTIONS;
  const window = durationText(seconds);
  const few = `${seen}, and ${needs}: choose a window of ${window} or more`;
  if (seconds <= secondsOf(longWindow)) return { what: 'traffic', state: 'note', detail: `${few}.` };
  const rules = `for alerts too (driftline rules --window ${window}, default ${longWindow})`;
  return { what: 'traffic', state: 'wrong', detail: `${few}, ${rules}.` };
}
