import fc from 'fast-check';
import { ATTRIBUTES } from '../../src/conventions/attributes.ts';
import { METRICS } from '../../src/conventions/metrics.ts';
import {
  counter,
  dimensionLabels,
  escapeRegex,
  gauge,
  histogram,
  selected,
  wellFormed,
} from '../../src/promql/selectors.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { parseSelector } from '../../src/query/selector.ts';

type Vector = ReturnType<typeof counter>;

const text = (vector: Vector): string => toPromql(vector.build());

test('a query narrows by the dimensions that the metric carries', () => {
  const where = { model: ['m'], version: ['1', '2'], feature: ['age'], group: ['sex'] };
  expect(text(gauge(METRICS.referenceRows, where))).toBe(
    'ml_reference_rows{ml_model_name="m", ml_model_version=~"1|2"}',
  );
  expect(text(counter(METRICS.featureObservations, where))).toBe(
    'ml_feature_observations_total{ml_model_name="m", ml_model_version=~"1|2", ml_feature_name="age"}',
  );
  expect(text(counter(METRICS.groupPredictions, { group: ['sex'] }))).toBe(
    'ml_group_predictions_total{ml_group_attribute="sex"}',
  );
});

test('an empty list asks for all', () => {
  expect(text(gauge(METRICS.referenceRows, { model: [] }))).toBe('ml_reference_rows');
});

test('further conditions: one value, all but one, any of a list', () => {
  const { featureProblem, featureName } = ATTRIBUTES;
  const of = (values: Parameters<typeof counter>[2]): string => text(counter(METRICS.featureProblems, {}, values));
  expect(of({ [featureProblem]: { is: 'missing' } })).toBe('ml_feature_problems_total{ml_feature_problem="missing"}');
  expect(of({ [featureProblem]: { isNot: '' } })).toBe('ml_feature_problems_total{ml_feature_problem!=""}');
  expect(of({ [featureProblem]: ['missing', 'invalid'] })).toBe(
    'ml_feature_problems_total{ml_feature_problem=~"missing|invalid"}',
  );
  expect(of({ [featureName]: [] })).toBe('ml_feature_problems_total');
});

test('a condition of its own takes the place of what the query says of the same label', () => {
  const vector = counter(METRICS.groupPredictions, { group: ['sex'] }, { [ATTRIBUTES.groupAttribute]: { isNot: '' } });
  expect(text(vector)).toBe('ml_group_predictions_total{ml_group_attribute!=""}');
});

test('a histogram with a unit is found by either of its names', () => {
  expect(text(histogram(METRICS.predictionDuration, 'count', { model: ['m'] }))).toBe(
    '{__name__=~"ml_prediction_duration(_seconds)?_count", ml_model_name="m"}',
  );
  expect(text(histogram(METRICS.outcomeError, 'sum', {}))).toBe('ml_outcome_error_sum');
});

test("a person's selector keeps its conditions, and gets an ending once", () => {
  const selector = parseSelector('selector', 'h{a="1", b!="2", c=~"3", d!~"4"}');
  expect(text(selected(selector))).toBe('h{a="1", b!="2", c=~"3", d!~"4"}');
  expect(text(selected(selector, '_bucket'))).toBe('h_bucket{a="1", b!="2", c=~"3", d!~"4"}');
  expect(text(selected(parseSelector('selector', 'h_bucket'), '_bucket'))).toBe('h_bucket');
});

test('labels of the dimensions of a metric', () => {
  expect(dimensionLabels(METRICS.featureProblems)).toEqual([
    'ml_model_name',
    'ml_model_version',
    'ml_profile_id',
    'ml_feature_name',
  ]);
});

test('a regular expression matches the text that it is made of, and no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, other) => {
      const pattern = new RegExp(`^(?:${escapeRegex(value)})$`, 's');
      expect(pattern.test(value)).toBe(true);
      expect(pattern.test(other)).toBe(other === value);
    }),
  );
});

test('lone surrogates are replaced, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(wellFormed(value)).toBe(value.toWellFormed());
    }),
  );
  expect(wellFormed('a\ud800b🦊\udc00')).toBe('a\ufffdb🦊\ufffd');
});
