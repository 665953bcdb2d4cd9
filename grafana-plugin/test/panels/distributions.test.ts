import { FieldType, type DataFrame } from '@grafana/data';
import { distributions } from '../../src/panels/distribution/distributions.ts';

function frame(measure: string, feature: string, bin: string, value: number | null, model = 'income'): DataFrame {
  const labels = { ml_model_name: model, ml_model_version: '1', ml_feature_name: feature, ml_feature_bin: bin };
  return {
    length: 2,
    meta: { custom: { measure } },
    fields: [{ name: 'Value', type: FieldType.number, config: {}, labels, values: [0.5, value] }],
  };
}

test('puts the three measures of a bin together, in the order of the bins', () => {
  const [age] = distributions([
    frame('live-share', 'age', '>61', 0.3),
    frame('reference-share', 'age', '>61', 0.2),
    frame('psi-contribution', 'age', '>61', 0.04),
    frame('reference-share', 'age', '≤25', 0.8),
    frame('live-share', 'age', '≤25', 0.7),
    frame('psi-contribution', 'age', '≤25', 0.01),
  ]);
  expect(age).toEqual({
    name: 'age',
    bins: [
      { label: '≤25', reference: 0.8, live: 0.7, part: 0.01 },
      { label: '>61', reference: 0.2, live: 0.3, part: 0.04 },
    ],
    psi: 0.05,
  });
});

test('the most drifted feature comes first, and models are told apart only where there are several', () => {
  const parts = [frame('psi-contribution', 'sex', 'Male', 0.1), frame('psi-contribution', 'age', 'all', 0.3)];
  expect(distributions(parts).map(({ name }) => name)).toEqual(['age', 'sex']);
  const second = frame('psi-contribution', 'age', 'all', 0.5, 'credit');
  expect(distributions([...parts, second]).map(({ name }) => name)[0]).toBe('age (credit 1)');
});

test('a hole at the end leaves the last value that there was', () => {
  expect(distributions([frame('live-share', 'age', 'all', null)])[0]?.bins[0]?.live).toBe(0.5);
});

test('without parts there is no PSI', () => {
  expect(distributions([frame('live-share', 'age', 'all', 1)])[0]?.psi).toBeUndefined();
  expect(distributions([])).toEqual([]);
});
