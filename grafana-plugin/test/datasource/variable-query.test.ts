import { variableQuery } from '../../src/datasource/variable-query.ts';

test.each([
  ['models', { choice: 'models', where: {} }],
  [' features ', { choice: 'features', where: {} }],
  ['features(income)', { choice: 'features', where: { model: ['income'] } }],
  ['groups( my model )', { choice: 'groups', where: { model: ['my model'] } }],
  ['versions(${model})', { choice: 'versions', where: { model: ['${model}'] } }],
])('%s', (text, query) => {
  expect(variableQuery(text)).toEqual(query);
});

test.each(['', 'feature', 'label_values(x)', 'features(a)(b)'])('%j is refused with what is understood', (text) => {
  expect(() => variableQuery(text)).toThrow('write models, versions, features, groups, classes');
});
