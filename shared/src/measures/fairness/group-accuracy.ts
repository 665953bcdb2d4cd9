import { outcomesByGroup } from '../../counts/groups.ts';
import { orZero } from '../../promql/or-zero.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import { accuracyOf } from '../../statistics/accuracy.ts';
import type { ConfusionCell } from '../../statistics/confusion-matrix.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** Right predictions among all that have their outcome. */
const groupAccuracies: GroupRateSource<ConfusionCell> = {
  source: outcomesByGroup,
  isOfAllClasses: true,
  of: (cells) => accuracyOf(cells),
  promql: (query, by, narrowing) => {
    const outcomes = Outcomes.ofGroups(query, by, narrowing);
    return { numerator: orZero(outcomes.correct(), outcomes.count()), denominator: outcomes.count() };
  },
};

export const groupAccuracy = groupRateMeasure(groupAccuracies, {
  id: 'group-accuracy',
  name: 'Accuracy by group',
  description: 'Share of the outcomes of each group that the model predicted correctly.',
  definition: 'outcomes with predicted = actual / all outcomes, of the group',
  source: 'Fairlearn, MetricFrame of accuracy_score',
  worse: 'lower',
});
