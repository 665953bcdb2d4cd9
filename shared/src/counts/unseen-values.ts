import { METRICS } from '../conventions/metrics.ts';
import { keyOf, singleBy } from '../distributions/grouped-series.ts';
import { otherInTraining } from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { UnseenCounts } from '../statistics/unseen-share.ts';
import { countAt, seriesOf, type Counts } from './counts.ts';
import { featureProblemCounts } from './feature-problems.ts';

const PER_FEATURE = dimensionLabels(METRICS.referenceFeatureRatio);

/** The values of each feature, and the training share of those whose category has no bin of its own. */
export const unseenCounts: Counts<UnseenCounts> = {
  selections: (query) => ({ ...featureProblemCounts.selections(query), other: otherInTraining(query) }),
  read: (query, selected) => {
    const other = singleBy(seriesOf(selected, 'other'), PER_FEATURE);
    return featureProblemCounts.read(query, selected).map(({ labels, at }) => {
      const training = other.get(keyOf(labels, PER_FEATURE));
      return {
        labels,
        at: (index) => {
          const counts = at(index);
          if (counts === undefined) return undefined;
          // Numeric features have no such bin.
          return { ...counts, otherInTraining: countAt(training, index) };
        },
      };
    });
  },
};
