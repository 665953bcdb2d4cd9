import { plan } from '@driftline/shared';
import { planRequest } from '../../src/datasource/prometheus-targets.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';

const query = (refId: string, change: Partial<CompleteQuery> = {}): CompleteQuery => ({
  ...DEFAULT_DRIFTLINE_QUERY,
  refId,
  ...change,
});

test('queries over the same counts ask the store once', () => {
  const { targets } = planRequest([
    query('A'),
    query('B', { measure: 'js-distance' }),
    query('C', { show: 'observations' }),
  ]);
  expect(targets.map(({ target }) => target.expr)).toEqual(plan(query('A')));
  for (const { askedBy } of targets) expect(askedBy).toEqual(['A', 'B', 'C']);
  expect(new Set(targets.map(({ target }) => target.refId)).size).toBe(targets.length);
});

test('an instant and a range are two questions', () => {
  const { targets } = planRequest([query('A'), query('B', { instant: true })]);
  expect(targets).toHaveLength(2 * plan(query('A')).length);
  expect(targets.filter(({ target }) => target.instant).every(({ target }) => !target.range)).toBe(true);
});

test('a query that cannot be asked takes none of the others with it', () => {
  const { queries, refused, targets } = planRequest([query('A', { window: 'soon' }), query('B')]);
  expect(queries.map(({ refId }) => refId)).toEqual(['B']);
  expect(refused).toEqual([{ refId: 'A', message: expect.stringContaining('window is "soon"') }]);
  expect(targets.every(({ askedBy }) => askedBy.join() === 'B')).toBe(true);
});
