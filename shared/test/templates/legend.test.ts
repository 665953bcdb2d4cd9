import { DEFAULT_QUERY, type HistogramSource } from '../../src/query/measure-query.ts';
import { legendOf } from '../../src/templates/legend.ts';

const HISTOGRAM: HistogramSource = { kind: 'histogram', selector: 'h{a="1"}', edges: [1], by: ['job', 'zone'] };

test.each([
  ['feature', '{{ml_feature_name}}'],
  ['distribution', '{{ml_feature_name}}'],
  ['bin', '{{ml_feature_name}} {{ml_feature_bin}}'],
  ['group', '{{ml_group_attribute}}: {{ml_group_value}}'],
  ['group attribute', '{{ml_group_attribute}}'],
  ['model', '{{ml_model_name}} {{ml_model_version}}'],
] as const)('of a %s', (about, legend) => {
  expect(legendOf(about, DEFAULT_QUERY)).toBe(legend);
});

test('of the distribution of predictions, and of a bin of it', () => {
  const query = { ...DEFAULT_QUERY, of: { kind: 'prediction' } } as const;
  expect(legendOf('distribution', query)).toBe('{{ml_model_name}} {{ml_model_version}}');
  expect(legendOf('bin', query)).toBe('{{ml_model_name}} {{ml_model_version}} {{ml_prediction_bin}}');
});

test('of a histogram: the labels that tell it apart, or the selector itself', () => {
  expect(legendOf('distribution', { ...DEFAULT_QUERY, of: HISTOGRAM })).toBe('{{job}} {{zone}}');
  expect(legendOf('distribution', { ...DEFAULT_QUERY, of: { ...HISTOGRAM, by: [] } })).toBe('h{a="1"}');
  expect(legendOf('bin', { ...DEFAULT_QUERY, of: { ...HISTOGRAM, native: true } })).toBe(
    '{{job}} {{zone}} {{ml_feature_bin}}',
  );
});
