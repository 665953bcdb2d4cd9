import { whenEnough } from '../../query/minimum-observations.ts';
import { binMeasure } from '../../templates/bin-measure.ts';

export const liveShare = binMeasure({
  id: 'live-share',
  name: 'Live share by bin',
  description: 'Share of the live values in each bin.',
  definition: 'observations in the bin / observations in all bins, without missing and invalid values',
  source: 'Evidently (valid values only)',
  unit: 'share',
  worse: 'neither',
  side: 'live',
  value: {
    of: ({ live, observations }, query) => whenEnough(live / observations, observations, query),
    promql: ({ live }) => live(),
  },
});
