import { variableAlone } from '../../src/datasource/variable-alone.ts';

test.each(['$model', '${model}', '${model:csv}', '${model.text}', '[[model]]', '[[model:csv]]'])(
  '%s is a variable alone',
  (text) => {
    expect(variableAlone(text)).toBe('model');
  },
);

test.each(['income', 'v-$model', '$model-x', '$a$b', ''])('%j is none', (text) => {
  expect(variableAlone(text)).toBeUndefined();
});
