import { whenEnough } from '../../query/minimum-observations.ts';
import { binMeasure } from '../../templates/bin-measure.ts';

export const liveShare = binMeasure({
  id: 'live-share',
  name: 'Live share by bin',
  description: 'How the live values spread over their bins.',
  definition: 'observations in the bin / observations in all bins, missing and invalid values left out',
  source: 'Evidently (valid values only)',
  unit: 'share',
  worse: 'neither',
  side: 'live',
  value: {
    of: ({ live, observations }, query) => whenEnough(live / observations, observations, query),
    promql: ({ live }) => live(),
  },
});
