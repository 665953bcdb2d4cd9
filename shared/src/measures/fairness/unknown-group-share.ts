import { gt, lt, n, unless } from '@grafana/promql-builder';
import { ATTRIBUTES, UNCOMPARED_GROUPS } from '../../conventions/attributes.ts';
import { predictionsByGroup } from '../../counts/groups.ts';
import type { Expression } from '../../promql/expression.ts';
import { PER_GROUP_ATTRIBUTE } from '../../promql/group-labels.ts';
import { groupPredictions } from '../../promql/group-predictions.ts';
import { orZero } from '../../promql/or-zero.ts';
import type { LabelValues } from '../../promql/selectors.ts';
import { minimumGroupSizeOf } from '../../query/minimum-observations.ts';
import type { PredictedClass } from '../../statistics/group-rates.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';

const sizeOf = (cells: readonly PredictedClass[]): number => cells.reduce((sum, { count }) => sum + count, 0);

export const unknownGroupShare = rateMeasure({
  id: 'unknown-group-share',
  name: 'Unknown group share',
  description:
    'Share of the predictions for people whose group is missing, or is none of those that the profile lists. Comparisons ' +
    'of groups leave these people out.',
  definition: '(`other` + `missing`) / all predictions, of the group attribute',
  source: 'Great Expectations, expect_column_values_to_be_in_set, of the group attribute',
  family: 'fairness',
  subject: 'group attribute',
  worse: 'higher',
  inputs: ['model', 'version', 'group', 'minimumObservations', 'minimumGroupSize', 'significance'],
  counts: predictionsByGroup.attributes,
  rate: {
    of: ({ groups }, query) => {
      const size = (isUnknown: boolean): number =>
        sizeOf(
          groups.filter(({ group }) => UNCOMPARED_GROUPS.includes(group) === isUnknown).flatMap(({ cells }) => cells),
        );
      const [unknown, known] = [size(true), size(false)];
      // Who is left follows from both counts, so neither side may be small.
      const isSmall = [unknown, known].some((each) => each > 0 && each < minimumGroupSizeOf(query));
      return { numerator: isSmall ? NaN : unknown, denominator: sizeOf(groups.flatMap(({ cells }) => cells)) };
    },
    promql: (query) => {
      const size = (values: LabelValues): Expression => groupPredictions(query, PER_GROUP_ATTRIBUTE, values);
      const all = size({});
      const unknown = (): Expression => size({ [ATTRIBUTES.groupValue]: UNCOMPARED_GROUPS });
      const known = size({ [ATTRIBUTES.groupValue]: { isNoneOf: UNCOMPARED_GROUPS } });
      const small = (counts: Expression): Expression => gt(lt(counts, n(minimumGroupSizeOf(query))), n(0));
      return {
        numerator: unless(unless(orZero(unknown(), all), small(unknown())), small(known)),
        denominator: all,
      };
    },
  },
});
