import type { TemplateSrv } from '@grafana/runtime';
import { emptyVariable } from '../../src/datasource/empty-variable.ts';
import { templatesOf } from './templates.ts';

const VARIABLES = templatesOf({ one: 'income', none: '', never: [] });

test.each([['$none'], ['${never}'], ['[[none]]']])('%s lists nothing', (entry) => {
  expect(emptyVariable({ model: ['income'], feature: [entry] }, VARIABLES)).toBe(entry);
});

test.each([['$one'], ['income'], ['v-$none'], ['$absent']])('%s has a value, or is no variable that lists', (entry) => {
  expect(emptyVariable({ model: [entry] }, VARIABLES)).toBeUndefined();
});

test('all of a variable is all, whatever it lists', () => {
  expect(emptyVariable({ model: ['$none'] }, templatesOf({ none: '' }, ['none']))).toBeUndefined();
});

test('a panel that repeats has one of the values', () => {
  expect(emptyVariable({ model: ['$none'] }, VARIABLES, { none: { text: 'a', value: 'a' } })).toBeUndefined();
});

test('a text that a person leaves empty asks for all', () => {
  const variables = { getVariables: () => [{ type: 'textbox', name: 'text', current: { value: '' } }] };
  expect(emptyVariable({ model: ['$text'] }, variables as unknown as TemplateSrv)).toBeUndefined();
});

test('what holds no list is left to the back end', () => {
  expect(emptyVariable({ model: 5 } as never, VARIABLES)).toBeUndefined();
});
