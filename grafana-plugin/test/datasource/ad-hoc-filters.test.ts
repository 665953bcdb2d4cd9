import type { AdHocVariableFilter } from '@grafana/data';
import { narrowed } from '../../src/datasource/ad-hoc-filters.ts';

const filter = (key: string, operator: string, value: string, values?: string[]): AdHocVariableFilter => ({
  key,
  operator,
  value,
  ...(values === undefined ? {} : { values }),
});

test('filters narrow a query, also one that is narrowed already', () => {
  expect(narrowed({}, [filter('model', '=', 'income'), filter('group', '=', 'sex')])).toEqual({
    model: ['income'],
    group: ['sex'],
  });
  expect(narrowed({ feature: ['age', 'hours'] }, [filter('feature', '=|', 'age', ['age', 'job'])])).toEqual({
    feature: ['age'],
  });
  expect(narrowed({ model: [] }, [filter('model', '=|', 'income')])).toEqual({ model: ['income'] });
});

test.each<[string, AdHocVariableFilter]>([
  ['filter by model, version, feature, group', filter('job', '=', 'api')],
  ['filter by model, version, feature, group', filter('toString', '=', 'api')],
  ['has the operator !=, which a Driftline query does not have: use = or =|', filter('model', '!=', 'income')],
  ['leaves nothing of this query, which asks for credit', filter('model', '=', 'income')],
])('refuses with: %s', (sentence, refused) => {
  expect(() => narrowed({ model: ['credit'] }, [refused])).toThrow(sentence);
});
