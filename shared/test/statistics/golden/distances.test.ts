import { chiSquarePValue } from '../../../src/statistics/chi-square-p-value.ts';
import { chiSquareStatistic } from '../../../src/statistics/chi-square-statistic.ts';
import { hellingerDistance } from '../../../src/statistics/hellinger-distance.ts';
import { jensenShannonDistance } from '../../../src/statistics/jensen-shannon-distance.ts';
import { kullbackLeiblerDivergence } from '../../../src/statistics/kullback-leibler-divergence.ts';
import { kolmogorovSmirnovStatistic } from '../../../src/statistics/kolmogorov-smirnov-statistic.ts';
import { populationStabilityIndex } from '../../../src/statistics/psi.ts';
import { totalVariationDistance } from '../../../src/statistics/total-variation-distance.ts';
import { normedWassersteinDistance } from '../../../src/statistics/wasserstein-distance.ts';
import golden from './distances.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

interface Case {
  readonly live: readonly number[];
  readonly reference: readonly number[];
  readonly middles: readonly number[];
  readonly psi: Golden;
  readonly js: Golden;
  readonly kl: Golden;
  readonly hellinger: Golden;
  readonly totalVariation: Golden;
  readonly chiSquare: Golden;
  readonly pValue: Golden;
  readonly ks: Golden;
  readonly wasserstein: Golden;
}

const cases = golden as unknown as readonly Case[];

const STATISTICS = {
  psi: populationStabilityIndex,
  js: jensenShannonDistance,
  kl: kullbackLeiblerDivergence,
  hellinger: hellingerDistance,
  totalVariation: totalVariationDistance,
  chiSquare: chiSquareStatistic,
  pValue: chiSquarePValue,
  ks: kolmogorovSmirnovStatistic,
};

test.each(Object.keys(STATISTICS) as (keyof typeof STATISTICS)[])('%s is what SciPy says', (name) => {
  expectAgreement(
    cases,
    ({ live, reference }) => STATISTICS[name](live, reference),
    (each) => each[name],
  );
});

test('the normed Wasserstein distance is what SciPy says', () => {
  expectAgreement(
    cases,
    ({ middles, live, reference }) => normedWassersteinDistance(middles, live, reference),
    ({ wasserstein }) => wasserstein,
  );
});
