import { checkQuery } from '../../src/query/check-query.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';
import { completeQuery, QUERY_SCHEMA_VERSION, type SavedQuery } from '../../src/query/saved-query.ts';

test('an empty query becomes one that can be asked', () => {
  const completed = completeQuery({});
  expect(completed).toEqual({ ...DEFAULT_QUERY, schemaVersion: QUERY_SCHEMA_VERSION });
  expect(() => checkQuery(completed)).not.toThrow();
});

test('what is given stays, also what the query itself does not know', () => {
  const saved = { refId: 'A', measure: 'js-distance', where: { model: ['income'] }, window: '1h' };
  expect(completeQuery(saved)).toEqual({ ...DEFAULT_QUERY, ...saved, schemaVersion: QUERY_SCHEMA_VERSION });
});

test('a field that holds nothing is one that is missing', () => {
  const saved = { measure: undefined, window: null, baseline: undefined } as unknown as SavedQuery;
  expect(completeQuery(saved)).toMatchObject(DEFAULT_QUERY);
});

test('a query is not changed by what is made of it', () => {
  const saved = Object.freeze({ measure: 'recall' });
  expect(completeQuery(saved)).not.toBe(saved);
  expect(saved).toEqual({ measure: 'recall' });
});

test.each<[SavedQuery, object]>([
  [{ measure: 'disparate-impact' }, { compare: 'extremes' }],
  [
    { measure: 'disparate-impact', privileged: 'Male' },
    { compare: 'pairwise', privileged: 'Male' },
  ],
])('a query of version 1 compares groups as it did: %j', (saved, expected) => {
  expect(completeQuery({ ...saved, schemaVersion: 1 })).toMatchObject(expected);
  expect(completeQuery({ ...saved, schemaVersion: 2 })).not.toHaveProperty('compare');
});

test('a query of a later release is refused with what to do', () => {
  const later = { schemaVersion: QUERY_SCHEMA_VERSION + 1 };
  expect(() => completeQuery(later)).toThrow(QueryError);
  expect(() => completeQuery(later)).toThrow(
    `schema version ${later.schemaVersion}, and this release of Driftline reads up to ${QUERY_SCHEMA_VERSION}: update`,
  );
});
