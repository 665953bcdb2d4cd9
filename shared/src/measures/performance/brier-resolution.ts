import { add, div, mul, sub } from '@grafana/promql-builder';
import { scoredOutcomes, type Side } from '../../promql/outcome-scores.ts';
import { brierResolution as brierResolutionOf } from '../../statistics/brier-score.ts';
import { calibrationMeasure } from '../../templates/score-measure.ts';
import { reliabilityExpression } from './brier-reliability.ts';
import { brierExpression } from './brier-score.ts';

export const brierResolution = calibrationMeasure({
  id: 'brier-resolution',
  name: 'Brier resolution',
  description:
    'Part of the Brier score that the model earns: how far it tells outcomes apart, beyond the share of the class alone. It ' +
    'includes what scores tell within a bin, so that the parts add up.',
  definition: 'reliability + uncertainty − Brier score',
  source: 'Stephenson, Coelho & Jolliffe (2008), generalized resolution',
  unit: 'share',
  worse: 'lower',
  value: {
    of: brierResolutionOf,
    promql: (query) => {
      const share = (side: Side) => div(scoredOutcomes(query, side), scoredOutcomes(query));
      const uncertainty = mul(share('positives'), share('negatives'));
      return sub(add(reliabilityExpression(query), uncertainty), brierExpression(query));
    },
  },
});
