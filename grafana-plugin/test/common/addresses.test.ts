import { modelAddress, pageOf, tabOf, withKept } from '../../src/common/addresses.ts';

test('the name of a model is one part of its address', () => {
  expect(modelAddress('a/b c', 'drift')).toBe('/a/driftline-model-app/models/a%2Fb%20c/drift');
});

test('time, data source and window follow from page to page; a search does not', () => {
  const search = '?from=now-6h&to=now&var-ds=x&search=inc&sort=-model&var-version=1&var-version=2';
  expect(withKept('/page', search, { feature: 'age', from: undefined })).toBe(
    '/page?to=now&var-ds=x&var-version=1&var-version=2&feature=age',
  );
  expect(withKept('/page', '')).toBe('/page');
});

test('a family has a tab of its own; what is none leads to the overview', () => {
  expect(['drift', 'data quality', 'traffic', 'toString', undefined].map(tabOf)).toEqual([
    'drift',
    'data-quality',
    'serving',
    'overview',
    'overview',
  ]);
});

test('one feature of one model is a drawer of its page; of several models there is the list', () => {
  const feature = ['a&b'];
  expect(pageOf({ model: ['income'], feature }, 'drift', { from: ['now-1h'] })).toBe(
    '/a/driftline-model-app/models/income/drift?feature=a%26b&from=now-1h',
  );
  expect(pageOf({ model: ['income'], feature: ['a', 'b'] }, 'drift')).toBe(
    '/a/driftline-model-app/models/income/drift',
  );
  expect(pageOf({ model: ['a', 'b'], feature }, 'drift')).toBe('/a/driftline-model-app/models');
});
