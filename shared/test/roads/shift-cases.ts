import { ATTRIBUTES, binLabels, type AttributeName, type MeasureId, type MeasureQuery } from '../../src/index.ts';
import { predictionsIn } from '../../src/statistics/calibrated-predictions.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { total } from '../../src/statistics/shares.ts';
import { totalVariationDistance } from '../../src/statistics/total-variation-distance.ts';
import { uncertainPredictions } from '../../src/statistics/uncertain-share.ts';
import { binInterval } from '../../src/profile/bin-order.ts';
import { labelShares, outcomeCases, ROWS, type OutcomeCase } from './outcome-cases.ts';
import { scoreCases } from './score-cases.ts';

interface Expectation {
  readonly title: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly by: AttributeName;
  readonly expected: ReadonlyMap<string, number>;
}

/** How far labels and scores are from those of the training and of the held-out data. */
export function shiftExpectations(): Expectation[] {
  const of = <Case extends { readonly model: string }>(
    measure: MeasureId,
    cases: readonly Case[],
    value: (each: Case) => number,
    show: MeasureQuery['show'] = 'value',
  ): Expectation => ({
    title: `${measure} ${show}`,
    query: { measure, show, where: { version: ['1'] } },
    by: ATTRIBUTES.modelName,
    expected: new Map(cases.map((each) => [each.model, value(each)])),
  });
  const [models, scores] = [outcomeCases(), scoreCases()];
  const uncertain = (each: (typeof scores)[number], predictions = each.calibrated.predictions): number => {
    const ends = binLabels(each.edges).map((bin): [number, number] => {
      const [low, high] = binInterval(bin) ?? [NaN, NaN];
      return [Math.max(low, 0), Math.min(high, 1)];
    });
    const { numerator, denominator } = uncertainPredictions({ ...each.calibrated, predictions, ends }, 0.1);
    return numerator / denominator;
  };
  return [
    of('prior-shift', models, (each) => totalVariationDistance(labeled(each), [...labelShares(each).values()])),
    of('prior-shift', models, (each) => total(labeled(each)), 'observations'),
    of(
      'prior-shift',
      models,
      (each) => Math.sqrt(psiCriticalValueOf(total(labeled(each)), ROWS, labelShares(each).size, 0.05, 1)) / 2,
      'critical-value',
    ),
    of('score-psi', scores, ({ calibrated }) => populationStabilityIndex(calibrated.predictions, calibrated.rows)),
    of('score-psi', scores, ({ calibrated }) => predictionsIn(calibrated), 'observations'),
    of('uncertain-share', scores, uncertain),
    of('uncertain-share', scores, (each) => uncertain(each, each.calibrated.rows), 'training'),
  ];
}

/** Outcomes of each class that the training data or the outcomes hold. */
function labeled(each: OutcomeCase): number[] {
  return [...labelShares(each).keys()].map((label) =>
    total(each.live.filter(({ actual }) => actual === label).map(({ count }) => count)),
  );
}
