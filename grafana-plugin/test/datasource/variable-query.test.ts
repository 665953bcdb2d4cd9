import { variableQuery } from '../../src/datasource/variable-query.ts';

test.each([
  ['models', 'ml_reference_rows'],
  [' features ', 'ml_reference_feature_missing_ratio'],
  ['features(income)', 'ml_reference_feature_missing_ratio{ml_model_name="income"}'],
  ['groups( my model )', 'ml_group_predictions_total{ml_model_name="my model"}'],
])('%s', (text, series) => {
  expect(variableQuery(text).series).toBe(series);
});

test.each(['', 'feature', 'label_values(x)', 'features(a)(b)'])('%j is refused with what is understood', (text) => {
  expect(() => variableQuery(text)).toThrow('write models, versions, features, groups, classes');
});
