import { add, div, mul, n } from '@grafana/promql-builder';
import { errorCount, errorsOn } from '../../promql/regression-errors.ts';
import { DEFAULT_LOSS_QUANTILE, type MeasureQuery } from '../../query/measure-query.ts';
import { meanPinballLossOf } from '../../statistics/regression-errors.ts';
import { errorMeasure } from '../../templates/error-measure.ts';

const quantileOf = ({ quantile = DEFAULT_LOSS_QUANTILE }: MeasureQuery): number => quantile;

export const pinballLoss = errorMeasure({
  id: 'pinball-loss',
  name: 'Pinball loss',
  description:
    'Quantile loss: how far off predictions are that are meant as a quantile α of what happens, such as 0.9 for stock that ' +
    'should suffice nine times of ten. By default of the median, where it is half the mean absolute error. In the unit of ' +
    'the predictions.',
  definition: '(α Σ (actual − prediction)⁺ + (1 − α) Σ (prediction − actual)⁺) / outcomes',
  source: 'scikit-learn, mean_pinball_loss',
  worse: 'higher',
  further: ['quantile'],
  value: {
    of: (sums, query) => meanPinballLossOf(sums, quantileOf(query)),
    promql: (query) => {
      const quantile = quantileOf(query);
      const weighted = add(mul(errorsOn('below', query), n(quantile)), mul(errorsOn('above', query), n(1 - quantile)));
      return div(weighted, errorCount(query));
    },
  },
});
