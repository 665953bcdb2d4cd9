import { add, and, div, gt, mul, n, or, pow, sub, vector, sum, type Expr } from '@grafana/promql-builder';
import { toPromql } from '../../src/promql/to-promql.ts';

const a = () => vector('a');
const b = () => vector('b');
const c = () => vector('c');

describe('toPromql', () => {
  test.each<[string, { build(): Expr }]>([
    ['a + b * c', add(a(), mul(b(), c()))],
    ['(a + b) * c', mul(add(a(), b()), c())],
    ['a - b - c', sub(sub(a(), b()), c())],
    ['a - (b - c)', sub(a(), sub(b(), c()))],
    ['(a ^ b) ^ c', pow(pow(a(), b()), c())],
    ['a ^ b ^ c', pow(a(), pow(b(), c()))],
    ['a * (-1)', mul(a(), n(-1))],
    ['a ^ 1e-7', pow(a(), n(1e-7))],
    ['a > 0 and on (x) (b or c)', and(gt(a(), n(0)), or(b(), c())).on(['x'])],
    ['sum by (x) (a / on (x) group_left () b)', sum(div(a(), b()).on(['x']).groupLeft([])).by(['x'])],
  ])('%s', (text, expression) => {
    expect(toPromql(expression.build())).toBe(text);
  });
});
