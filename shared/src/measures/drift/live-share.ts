import { div } from '@grafana/promql-builder';
import { NOW } from '../../distributions/time-window.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
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
  comparesBins: false,
  value: {
    of: ({ live, observations }, query) => whenEnough(live / observations, observations, query),
    // A share by itself is compared with nothing, so it needs no baseline.
    promql: ({ distribution }, query) =>
      div(distribution.counts(NOW), atLeastMinimum(distribution.total(NOW), query))
        .on([...distribution.per])
        .groupLeft([]),
  },
});
