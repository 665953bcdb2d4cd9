import type { DataFrame, Labels } from '@grafana/data';
import { DEFAULT_PSI_LIMITS } from '../../../src/panels/common/default-limits.ts';
import { distributions } from '../../../src/panels/distribution/distributions.ts';
import { measureFrame } from '../../frames.ts';

const INCOME = { ml_model_name: 'income', ml_model_version: '1' };

/** The frame of one bin of a feature. */
function ofFeature(measure: string, feature: string, bin: string, value: number | null, model: Labels = INCOME) {
  return measureFrame(
    { measure, subject: 'bin', bin: 'ml_feature_bin' },
    { ...model, ml_feature_name: feature, ml_feature_bin: bin },
    [0.5, value],
  );
}

function names(frames: DataFrame[]): string[] {
  return distributions(frames).map(({ name }) => name);
}

test('puts the three measures of a bin together, in the order of the bins', () => {
  const [age] = distributions([
    ofFeature('live-share', 'age', '>61', 0.3),
    ofFeature('reference-share', 'age', '>61', 0.2),
    ofFeature('psi-contribution', 'age', '>61', 0.04),
    ofFeature('reference-share', 'age', '≤25', 0.8),
    ofFeature('live-share', 'age', '≤25', 0.7),
    ofFeature('psi-contribution', 'age', '≤25', 0.01),
  ]);
  expect(age).toEqual({
    name: 'age',
    bins: [
      { label: '≤25', reference: 0.8, live: 0.7, contribution: 0.01 },
      { label: '>61', reference: 0.2, live: 0.3, contribution: 0.04 },
    ],
    psi: 0.05,
    limits: DEFAULT_PSI_LIMITS,
  });
});

test('the most drifted feature comes first', () => {
  expect(
    names([ofFeature('psi-contribution', 'sex', 'Male', 0.1), ofFeature('psi-contribution', 'age', 'all', 0.3)]),
  ).toEqual(['age', 'sex']);
});

test('models and versions are separate distributions', () => {
  expect(
    names([
      ofFeature('psi-contribution', 'age', 'all', 0.1),
      ofFeature('psi-contribution', 'age', 'all', 0.5, { ml_model_name: 'income', ml_model_version: '2' }),
    ]),
  ).toEqual(['age (version 2)', 'age (version 1)']);
});

test('shows the bins of predictions', () => {
  const ofPrediction = (measure: string, bin: string, value: number): DataFrame =>
    measureFrame({ measure, bin: 'ml_prediction_bin' }, { ...INCOME, ml_prediction_bin: bin }, [value]);
  const [predictions, ...others] = distributions([
    ofPrediction('reference-share', '>50K', 0.25),
    ofPrediction('live-share', '>50K', 0.4),
    ofPrediction('reference-share', '<=50K', 0.75),
    ofPrediction('live-share', '<=50K', 0.6),
  ]);
  expect(others).toEqual([]);
  expect(predictions).toMatchObject({
    name: 'predictions',
    bins: [
      { label: '<=50K', reference: 0.75, live: 0.6 },
      { label: '>50K', reference: 0.25, live: 0.4 },
    ],
  });
});

test('shows the bins of histograms, with labels or without', () => {
  const ofHistogram = (labels: Labels, bin: string, value: number, name: string): DataFrame =>
    measureFrame({ measure: 'live-share', bin: 'ml_feature_bin' }, { ...labels, ml_feature_bin: bin }, [value], name);
  const all = distributions([
    ofHistogram({ job: 'api' }, '≤0.1', 0.9, 'api ≤0.1'),
    ofHistogram({ job: 'api' }, '>0.1', 0.1, 'api >0.1'),
    ofHistogram({}, '≤0.1', 0.8, 'queue_seconds ≤0.1'),
    ofHistogram({}, '>0.1', 0.2, 'queue_seconds >0.1'),
  ]);
  expect(all.map(({ name, bins }) => [name, bins.map(({ live }) => live)])).toEqual([
    ['job=api', [0.9, 0.1]],
    ['queue_seconds', [0.8, 0.2]],
  ]);
});

test('takes the limits of the PSI from the frames', () => {
  const limits = { side: 'above', warning: 0.2, critical: 0.4 };
  const contribution = measureFrame(
    { measure: 'psi-contribution', bin: 'ml_feature_bin', limits },
    { ml_feature_name: 'age', ml_feature_bin: 'all' },
    [0.3],
  );
  expect(distributions([contribution])[0]?.limits).toEqual(limits);
});

test('a hole at the end leaves the last value before it', () => {
  expect(distributions([ofFeature('live-share', 'age', 'all', null)])[0]?.bins[0]?.live).toBe(0.5);
});

test('without contributions there is no PSI', () => {
  expect(distributions([ofFeature('live-share', 'age', 'all', 1)])[0]?.psi).toBeUndefined();
});

test('other frames make no distribution', () => {
  expect(distributions([])).toEqual([]);
  expect(distributions([measureFrame(undefined, { ml_feature_bin: 'all' }, [1])])).toEqual([]);
  expect(distributions([ofFeature('psi', 'age', 'all', 1)])).toEqual([]);
  expect(distributions([measureFrame({ measure: 'live-share' }, { ml_feature_bin: 'all' }, [1])])).toEqual([]);
});
