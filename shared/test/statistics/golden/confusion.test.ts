import { accuracyOf } from '../../../src/statistics/accuracy.ts';
import { balancedAccuracyOf } from '../../../src/statistics/balanced-accuracy.ts';
import { averageOverClasses, countsOfClass, type ConfusionCell } from '../../../src/statistics/confusion-matrix.ts';
import { f1OfClass } from '../../../src/statistics/f1.ts';
import { matthewsCorrelationOf } from '../../../src/statistics/matthews-correlation.ts';
import { precisionOfClass } from '../../../src/statistics/precision.ts';
import { valueOfRate } from '../../../src/statistics/rate.ts';
import { recallOfClass } from '../../../src/statistics/recall.ts';
import golden from './confusion.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

const STATISTICS = {
  accuracy: (cells) => valueOfRate(accuracyOf(cells)),
  balancedAccuracy: balancedAccuracyOf,
  matthews: matthewsCorrelationOf,
  precision: (cells) => precisionOfClass(countsOfClass(cells, '0')),
  recall: (cells) => recallOfClass(countsOfClass(cells, '0')),
  f1: (cells) => f1OfClass(countsOfClass(cells, '0')),
  precisionMacro: (cells) => averageOverClasses(cells, 'macro', precisionOfClass),
  precisionWeighted: (cells) => averageOverClasses(cells, 'weighted', precisionOfClass),
  recallMacro: (cells) => averageOverClasses(cells, 'macro', recallOfClass),
  recallWeighted: (cells) => averageOverClasses(cells, 'weighted', recallOfClass),
  f1Macro: (cells) => averageOverClasses(cells, 'macro', f1OfClass),
  f1Weighted: (cells) => averageOverClasses(cells, 'weighted', f1OfClass),
} satisfies Record<string, (cells: readonly ConfusionCell[]) => number>;

type Name = keyof typeof STATISTICS;

interface Case extends Readonly<Record<Name, Golden>> {
  /** Outcomes by predicted class, each by actual class. */
  readonly matrix: readonly (readonly number[])[];
}

const cases = golden as unknown as readonly Case[];

const cellsOf = ({ matrix }: Case): ConfusionCell[] =>
  matrix.flatMap((row, predicted) =>
    row.map((count, actual) => ({ predicted: String(predicted), actual: String(actual), count })),
  );

test.each(Object.keys(STATISTICS) as Name[])('%s is what scikit-learn says', (name) => {
  expectAgreement(
    cases,
    (each) => STATISTICS[name](cellsOf(each)),
    (each) => each[name],
  );
});
