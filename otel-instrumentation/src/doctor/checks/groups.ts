import { ATTRIBUTES, counterSeries, labelOf, METRICS, OTHER } from '@driftline/shared';
import { listed } from '../../values/listed.ts';
import { percent } from '../../values/percent.ts';
import { quoted } from '../../values/quoted.ts';
import type { Check } from '../check.ts';

const ATTRIBUTE = labelOf(ATTRIBUTES.groupAttribute);
const MOSTLY = 0.5;
const ENOUGH = 20;

/** Whether the groups of predictions are those of the profile. */
export const groups: Check = async (ask, scope) => {
  const predictions = counterSeries(METRICS.groupPredictions);
  const all = await ask(scope.increase(predictions, [ATTRIBUTE]));
  const others = await ask(
    scope.increase(predictions, [ATTRIBUTE], `${labelOf(ATTRIBUTES.groupValue)}=~"${OTHER}|missing"`),
  );
  return (model) => {
    const unknown = others.by(ATTRIBUTE, model);
    const named = [...all.by(ATTRIBUTE, model)].flatMap(([attribute, count]) => {
      const share = (unknown.get(attribute) ?? 0) / count;
      return count >= ENOUGH && share >= MOSTLY
        ? [`${quoted(attribute)} (${percent(share)} of ${Math.round(count)})`]
        : [];
    });
    if (named.length === 0) return [];
    const detail =
      `most predictions have no group, or one that the profile does not have (\`${OTHER}\`): ${listed(named)}. Pass the groups ` +
      'as the training data writes them, build the profile again, or raise maximumLabels.';
    return [{ what: 'unknown groups', state: 'wrong', detail }];
  };
};
