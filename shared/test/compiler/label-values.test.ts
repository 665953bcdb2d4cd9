import { bucketBounds, CHOICES, labelValues } from '../../src/compiler/label-values.ts';
import { parsePromql } from '../parse-promql.ts';

test('choices are narrowed to the chosen models', () => {
  const chosen = { model: ['a"b'], version: ['1', '2'] };
  expect(labelValues('features', chosen)).toEqual({
    series: String.raw`ml_reference_feature_missing_ratio{ml_model_name="a\"b", ml_model_version=~"1|2"}`,
    label: 'ml_feature_name',
  });
  expect(labelValues('models', chosen)).toEqual({ series: 'ml_reference_rows', label: 'ml_model_name' });
  expect(labelValues('versions', chosen).series).toBe(String.raw`ml_reference_rows{ml_model_name="a\"b"}`);
  for (const choice of CHOICES) parsePromql(labelValues(choice, chosen).series);
});

test("bounds are those of the buckets that a person's selector names", () => {
  expect(bucketBounds('h{job="a"}')).toEqual({ series: 'h_bucket{job="a"}', label: 'le' });
  expect(() => bucketBounds('h[5m]')).toThrow('selector is "h[5m]": give the name of a metric');
});
