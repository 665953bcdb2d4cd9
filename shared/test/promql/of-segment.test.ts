import { METRICS } from '../../src/conventions/metrics.ts';
import { ofSegment } from '../../src/promql/of-segment.ts';
import { counter, histogram } from '../../src/promql/selectors.ts';
import { sumBy } from '../../src/promql/sum-by.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import type { SegmentChoice } from '../../src/query/measure-query.ts';
import { parsePromql, shapeOf } from '../parse-promql.ts';

const textOf = (segment: SegmentChoice): string =>
  toPromql(ofSegment(sumBy(counter(METRICS.predictions, { model: ['m'] }), ['ml_model_name']).build(), segment));

test.each<[SegmentChoice, string]>([
  [{}, '{ml_model_name="m"}'],
  [{ name: 'country' }, '{ml_model_name="m", ml_segment_name="country"}'],
  [{ name: 'country', values: [] }, '{ml_model_name="m", ml_segment_name="country"}'],
  [{ name: 'country', values: ['DE'] }, '{ml_model_name="m", ml_segment_name="country", ml_segment_value="DE"}'],
  [
    { name: 'country', values: ['DE', 'a.b'] },
    String.raw`{ml_model_name="m", ml_segment_name="country", ml_segment_value=~"DE|a\\.b"}`,
  ],
])('%j', (segment, selector) => {
  expect(textOf(segment)).toBe(`sum by (ml_model_name) (ml_segment_predictions_total${selector})`);
});

test('keeps its meaning whatever the values hold', () => {
  const plain = shapeOf(parsePromql(textOf({ name: 'plain', values: ['plain'] })));
  for (const text of ['a"b', 'back\\slash', 'a\nb', '"} or vector(1) or {x="', '.*|a+(b)?', '\ud800', '']) {
    expect(shapeOf(parsePromql(textOf({ name: text, values: [text] })))).toBe(plain);
  }
});

test('what no segment counts is refused by name', () => {
  const duration = histogram(METRICS.predictionDuration, 'count', {}).build();
  expect(() => ofSegment(duration, { name: 'country' })).toThrow('is not counted by segment: leave the segment out');
});
