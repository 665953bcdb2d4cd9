import { readVariableQuery, variableText } from '../../src/datasource/variable-query.ts';

test.each([
  ['models', { choice: 'models', model: '' }],
  [' features ', { choice: 'features', model: '' }],
  ['features(income)', { choice: 'features', model: 'income' }],
  ['groups( my model )', { choice: 'groups', model: 'my model' }],
  ['versions(${model})', { choice: 'versions', model: '${model}' }],
])('%s', (text, query) => {
  expect(readVariableQuery(text)).toEqual(query);
});

test.each(['', 'feature', 'label_values(x)', 'features(a)(b)'])('%j is refused with what is understood', (text) => {
  expect(() => readVariableQuery(text)).toThrow('write models, versions, features, groups, classes');
});

test.each([
  ['features(income)', 'features(income)'],
  [{ refId: 'A', query: 'versions' }, 'versions'],
  [{ refId: 'A' }, 'models'],
  ['', 'models'],
  [undefined, 'models'],
])('saved as %j it is %s', (saved, text) => {
  expect(variableText(saved)).toBe(text);
});
