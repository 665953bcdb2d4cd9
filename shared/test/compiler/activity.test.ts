import { activityOf } from '../../src/compiler/activity.ts';
import { measureById, type MeasureId } from '../../src/measures/registry.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';

const PER_MODEL = ['ml_model_name', 'ml_model_version'];
const activity = (measure: MeasureId, query: Partial<MeasureQuery> = {}) => {
  const { of, per, counted } = activityOf(measureById(measure), { ...DEFAULT_QUERY, ...query, measure });
  return { of, per, text: toPromql(counted.build()) };
};

test.each([
  ['psi', 'features', ['ml_feature_observations_total', 'ml_feature_problems_total']],
  ['missing-share', 'features', ['ml_feature_observations_total', 'ml_feature_problems_total']],
  ['prediction-psi', 'predictions', ['ml_predictions_total', 'ml_prediction_observations_total']],
  ['disparate-impact', 'predictions', ['ml_predictions_total']],
  // Outcomes come late: the model is active while it predicts as well.
  ['accuracy-drop', 'predictions', ['ml_predictions_total', 'ml_outcomes_total', 'ml_outcome_error_count']],
  ['error-share', 'calls', ['ml_prediction_duration(_seconds)?_count']],
] as const)('%s is active while %s are counted', (measure, of, names) => {
  const found = activity(measure);
  expect([found.of, found.per]).toEqual([of, PER_MODEL]);
  for (const name of names) expect(found.text).toContain(name);
});

test('drift of what a query looks at is active with it', () => {
  expect(activity('psi', { of: { kind: 'prediction' } }).of).toBe('predictions');
  const of = { kind: 'histogram', selector: 'h', edges: [1], by: ['job'] } as const;
  const histogram = activity('psi', { of, baseline: { kind: 'earlier', offset: '1d' } });
  expect([histogram.of, histogram.per]).toEqual(['histogram', ['job']]);
  expect(histogram.text).toMatch(/^sum by \(job\) \(.*increase\(h_bucket.*\[5m\]\)\)\) > 0$/);
});

test('a query is active where it looks', () => {
  expect(activity('error-share', { where: { model: ['income'] } }).text).toContain('ml_model_name="income"');
});
