import { binMiddles } from '../../profile/bin-middles.ts';
import { normedWassersteinDistance } from '../../statistics/wasserstein-distance.ts';
import { driftMeasure, eachTime } from '../../templates/drift-measure.ts';

export const wasserstein = driftMeasure({
  id: 'wasserstein',
  name: 'Wasserstein, normed',
  description:
    'How far the values move on average to turn the baseline into the live distribution, in standard deviations of the ' +
    'baseline. Numeric distributions only.',
  definition: 'Σ |F_c − F_r| · distance to the next bin’s middle, divided by the standard deviation of the baseline',
  source: 'SciPy, stats.wasserstein_distance, of bin middles; normed as in Evidently',
  unit: 'index',
  worse: 'higher',
  isOrdered: true,
  value: {
    over: eachTime(({ bins, live, reference }) => {
      const middles = binMiddles(bins);
      return middles === undefined ? NaN : normedWassersteinDistance(middles, live, reference);
    }),
  },
});
