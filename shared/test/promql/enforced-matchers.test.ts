import fc from 'fast-check';
import { withMatchers } from '../../src/promql/enforced-matchers.ts';
import type { Matcher } from '../../src/query/selector.ts';
import { parsePromql, textsOf } from '../parse-promql.ts';

const TEAM: Matcher = { label: 'team', operator: '=', value: 'credit' };

test.each([
  ['up', 'up{team="credit"}'],
  ['up{}', 'up{team="credit"}'],
  ['up{job="api"}', 'up{team="credit", job="api"}'],
  ['{__name__=~"a|b"}', '{team="credit", __name__=~"a|b"}'],
  ['up{team="other"}', 'up{team="credit", team="other"}'],
  ['rate(up[5m] offset 1d)', 'rate(up{team="credit"}[5m] offset 1d)'],
  ['max_over_time(up[1h:5m] @ 100)', 'max_over_time(up{team="credit"}[1h:5m] @ 100)'],
  ['sum by (a) (up) / on (a) down{a="}"}', 'sum by (a) (up{team="credit"}) / on (a) down{team="credit", a="}"}'],
  ['vector(1)', 'vector(1)'],
  ['"up{}"', '"up{}"'],
  ['{"http.requests"}', '{team="credit", "http.requests"}'],
  ['info(up, {a="1",})', 'info(up{team="credit"}, {team="credit", a="1",})'],
])('%s becomes %s', (promql, enforced) => {
  expect(withMatchers(promql, [TEAM])).toBe(enforced);
});

test('every matcher stands in the selector', () => {
  const others: Matcher[] = [TEAM, { label: 'env', operator: '!~', value: 'dev|test' }];
  expect(withMatchers('up', others)).toBe('up{team="credit", env!~"dev|test"}');
  expect(withMatchers('up', [])).toBe('up');
});

test('what is not PromQL is refused: a selector in it could be overlooked', () => {
  for (const promql of ['up{a="1" or b="2"}', 'up{', 'up) or (down', 'up"']) {
    expect(() => withMatchers(promql, [TEAM])).toThrow(SyntaxError);
  }
});

test('a value is a value, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const tree = parsePromql(withMatchers('sum(up)', [{ ...TEAM, value }]));
      expect(textsOf(tree, 'VectorSelector')).toHaveLength(1);
      expect(textsOf(tree, 'UnquotedLabelMatcher')).toHaveLength(1);
    }),
  );
});
