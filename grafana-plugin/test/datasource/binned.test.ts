import { FieldType, type DataFrame, type Labels } from '@grafana/data';
import { kolmogorovSmirnovStatistic } from '@driftline/shared';
import { binnedQuery, binnedTargets, evaluateBinned } from '../../src/datasource/binned.ts';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery } from '../../src/datasource/types.ts';

const QUERY: DriftlineQuery = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A', measure: 'kolmogorov-smirnov' };

function frame(refId: string, labels: Labels, values: readonly number[]): DataFrame {
  return {
    refId,
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, i) => 1000 * (i + 1)) },
      { name: 'Value', type: FieldType.number, config: {}, labels, values: [...values] },
    ],
  };
}

const bin = (feature: string, label: string): Labels => ({ ml_feature_name: feature, ml_feature_bin: label });

const binned = (query = QUERY): NonNullable<ReturnType<typeof binnedQuery>> => {
  const parts = binnedQuery(query);
  if (parts === undefined) throw new Error('This measure is not computed from bins.');
  return parts;
};

test('a measure that PromQL expresses is left to the store', () => {
  expect(binnedQuery({ ...QUERY, measure: 'psi' })).toBeUndefined();
});

test('the store is asked for both sides and the observations', () => {
  const targets = binnedTargets(QUERY, binned());
  expect(targets.map(({ refId }) => refId)).toEqual(['A-live', 'A-reference', 'A-observations']);
  expect(targets.map(({ expr }) => expr)).toEqual([binned().live, binned().reference, binned().observations]);
});

test('bins are put in order, and each moment is computed for itself', () => {
  const other = frame('B', { ml_feature_name: 'age' }, [1]);
  const frames = evaluateBinned(
    [
      other,
      frame('A-live', bin('age', '>35'), [0.2, 0.5]),
      frame('A-live', bin('age', '≤25'), [0.5, 0.1]),
      frame('A-live', bin('age', '(25, 35]'), [0.3, 0.4]),
      frame('A-reference', bin('age', '≤25'), [0.2, 0.2]),
      frame('A-reference', bin('age', '(25, 35]'), [0.3, 0.3]),
      frame('A-reference', bin('age', '>35'), [0.5, 0.5]),
      frame('A-observations', { ml_feature_name: 'age' }, [500, 500]),
    ],
    QUERY,
    binned(),
  );
  expect(frames).toHaveLength(2);
  expect(frames[0]).toBe(other);
  expect(frames[1]).toMatchObject({ refId: 'A', name: 'age', length: 2 });
  expect(frames[1]?.fields[0]?.values).toEqual([1000, 2000]);
  expect(frames[1]?.fields[1]?.values).toEqual([
    kolmogorovSmirnovStatistic([0.5, 0.3, 0.2], [0.2, 0.3, 0.5]),
    kolmogorovSmirnovStatistic([0.1, 0.4, 0.5], [0.2, 0.3, 0.5]),
  ]);
});

test('there is no value where a side or a bin is missing, and none of categories', () => {
  const live = frame('A-live', bin('age', '≤25'), [1]);
  const two = [frame('A-reference', bin('age', '≤25'), [0.5]), frame('A-reference', bin('age', '>25'), [0.5])];
  const categories = [frame('A-live', bin('sex', 'Male'), [1]), frame('A-reference', bin('sex', 'Male'), [1])];
  for (const frames of [[live], [live, ...two], categories]) {
    expect(evaluateBinned(frames, QUERY, binned())).toEqual([]);
  }
});

test('the p-value of χ² takes the observations into account', () => {
  const query: DriftlineQuery = { ...QUERY, measure: 'chi-square-p-value' };
  const pValue = (observations: number): unknown =>
    evaluateBinned(
      [
        frame('A-live', bin('sex', 'Male'), [0.6]),
        frame('A-live', bin('sex', 'Female'), [0.4]),
        frame('A-reference', bin('sex', 'Male'), [0.5]),
        frame('A-reference', bin('sex', 'Female'), [0.5]),
        frame('A-observations', { ml_feature_name: 'sex' }, [observations]),
      ],
      query,
      binned(query),
    )[0]?.fields[1]?.values[0];
  // χ² with one degree of freedom is 4 and 40: SciPy, stats.chi2.sf.
  expect(pValue(100)).toBeCloseTo(0.04550026389635857, 12);
  expect(pValue(1000)).toBeCloseTo(2.5396285894708634e-10, 20);
});
