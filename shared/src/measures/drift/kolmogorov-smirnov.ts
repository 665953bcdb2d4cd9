import { binInterval } from '../../profile/bin-order.ts';
import { kolmogorovSmirnovStatistic } from '../../statistics/kolmogorov-smirnov-statistic.ts';
import { driftMeasure, eachTime } from '../../templates/drift-measure.ts';

export const kolmogorovSmirnov = driftMeasure({
  id: 'kolmogorov-smirnov',
  name: 'Kolmogorov–Smirnov',
  description:
    'Largest difference between the two cumulative distributions at the edges of the bins. The statistic of the raw ' +
    'values is at least as large. Numeric distributions only.',
  definition: 'max over bin edges of |F_c − F_r|',
  source: 'SciPy, stats.ks_2samp, of binned values',
  unit: 'share',
  worse: 'higher',
  isOrdered: true,
  value: {
    over: eachTime(({ bins, live, reference }) =>
      bins.every((bin) => binInterval(bin) !== undefined) ? kolmogorovSmirnovStatistic(live, reference) : NaN,
    ),
  },
});
