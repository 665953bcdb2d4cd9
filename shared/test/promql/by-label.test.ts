import { add, count, div, increase, max, mul, n, sum, vector, VectorExprBuilder } from '@grafana/promql-builder';
import { byLabel } from '../../src/promql/by-label.ts';
import type { Expression } from '../../src/promql/expression.ts';
import { toPromql } from '../../src/promql/to-promql.ts';

const a = () => vector('a');
const b = () => vector('b');

test.each<[string, Expression, string]>([
  ['an aggregation keeps the label', sum(a()).by(['x']), 'sum by (x, instance) (a)'],
  ['one of everything does too', count(a()).by([]), 'count by (instance) (a)'],
  ['one that has it already, once', max(a()).by(['instance']), 'max by (instance) (a)'],
  ['sides match within it', div(a(), b()).on(['x']).groupLeft([]), 'a / on (x, instance) group_left () b'],
  ['sides that match by all labels do so already', add(a(), mul(b(), n(2))), 'a + b * 2'],
  [
    'however deep they are',
    sum(div(increase(new VectorExprBuilder().metric('a').range('5m')), max(b()).by([])).on([])).by(['x']),
    'sum by (x, instance) (increase(a[5m]) / on (instance) max by (instance) (b))',
  ],
])('%s', (_title, expression, promql) => {
  expect(toPromql(byLabel(expression.build(), 'instance'))).toBe(promql);
});

test('the expression itself stays as it is', () => {
  const built = div(sum(a()).by(['x']), b())
    .on(['x'])
    .build();
  const before = toPromql(built);
  byLabel(built, 'instance');
  expect(toPromql(built)).toBe(before);
});
