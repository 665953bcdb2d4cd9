import { checkAttributes } from '../../src/recorder/monitor-attributes.ts';

test('plain names are taken as they are', () => {
  expect(checkAttributes({ team: 'risk', 'cloud.region': 'eu' })).toEqual({ team: 'risk', 'cloud.region': 'eu' });
});

test.each([
  '_.x',
  'job',
  'instance',
  'le',
  'quantile',
  '__name__',
  '__x',
  'ml.model.name',
  'ml_model_name',
  'error.type',
])('%s is reserved', (name) => {
  expect(() => checkAttributes({ [name]: 'x' })).toThrow(`The attribute ${name} is reserved`);
});

test.each(['', '1st', 'a\uFFFD', 'a\uD800', 'a-b', 'a b', 'é', 'a"b', 'a\nb'])('%j is not a valid name', (name) => {
  expect(() => checkAttributes({ [name]: 'x' })).toThrow('is not a valid name');
});

test.each([1, null, 'x'.repeat(201)])('%p is no value', (value) => {
  expect(() => checkAttributes({ team: value as string })).toThrow('The attribute team must be a text');
});

test('two names that are one label in a store are refused', () => {
  expect(() => checkAttributes({ 'a.b': 'x', a_b: 'y' })).toThrow('The attributes a.b and a_b are one label');
});
