import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { baselineTitle, binRows } from '../../../../src/pages/model/feature/bin-rows.ts';

/** An answer in the format `distribution`, as the data source gives it for one version. */
function distribution(
  refId: string,
  baseline: string,
  rows: readonly (readonly [string, number, number])[],
): DataFrame {
  const labels = { ml_model_version: '1' };
  const column = (name: string, values: readonly number[]) => ({
    name,
    type: FieldType.number,
    labels,
    values: [...values],
  });
  return toDataFrame({
    refId,
    name: 'age',
    meta: { custom: { show: 'distribution', baseline } },
    fields: [
      { name: 'Bin', type: FieldType.string, values: rows.map(([bin]) => bin) },
      column(
        baseline,
        rows.map(([, before]) => before),
      ),
      column(
        'Live',
        rows.map(([, , live]) => live),
      ),
      column(
        'Live count',
        rows.map(([, , live]) => live * 1000),
      ),
      column(
        'Contribution',
        rows.map(() => 0.07),
      ),
    ],
  });
}

const NOW = distribution('distribution', 'Training data', [
  ['>60', 0.1, 0.4],
  ['≤25', 0.2, 0.1],
]);

test('all sides of each bin stand together, in the order of the bins', () => {
  const earlier = distribution('week earlier', '1w earlier', [['≤25', 0.25, 0.1]]);
  expect(binRows([NOW, earlier])).toEqual([
    { version: '1', bin: '≤25', text: '≤25', baseline: 0.2, earlier: 0.25, live: 0.1, count: 100, contribution: 0.07 },
    { version: '1', bin: '>60', text: '>60', baseline: 0.1, earlier: NaN, live: 0.4, count: 400, contribution: 0.07 },
  ]);
});

test('regression: edges are shown rounded, and kept exact', () => {
  const rows = binRows([
    distribution('distribution', 'Training data', [
      ['(11.749666, 14.2]', 0.2, 0.1],
      ['>14.2', 0.8, 0.9],
    ]),
  ]);
  expect(rows.map(({ bin, text }) => [bin, text])).toEqual([
    ['(11.749666, 14.2]', '(11.7, 14.2]'],
    ['>14.2', '>14.2'],
  ]);
});

test('the column of the baseline is called by what it is', () => {
  expect([baselineTitle([NOW]), baselineTitle([])]).toEqual(['Training data', 'Baseline']);
});

test('a version without a baseline has what is live', () => {
  const fields = NOW.fields.filter(({ name }) => name === 'Bin' || name === 'Live');
  const alone = { ...NOW, meta: { custom: { show: 'distribution' } }, fields };
  expect(binRows([alone])).toMatchObject([
    { bin: '≤25', baseline: NaN, live: 0.1 },
    { bin: '>60', baseline: NaN, live: 0.4 },
  ]);
});
