import { whereComparable } from '../../distributions/comparison.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { psiContribution as contributionOf } from '../../statistics/psi.ts';
import { binMeasure } from '../../templates/bin-measure.ts';
import { psiContributionExpression } from '../../templates/psi-contribution-expression.ts';

export const psiContribution = binMeasure({
  id: 'psi-contribution',
  name: 'PSI by bin',
  description: 'What each bin adds to the PSI. The bins with the largest values changed most.',
  definition: '(c − r) ln(c / r) for each bin; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  unit: 'index',
  worse: 'higher',
  side: 'live',
  comparesBins: true,
  value: {
    of: ({ live, observations, reference, referenceTotal, used }, query) =>
      whenEnough(contributionOf(live, observations, reference, referenceTotal), observations, query, used),
    promql: (sides) => whereComparable(psiContributionExpression(sides), sides),
  },
});
