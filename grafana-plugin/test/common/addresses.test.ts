import { modelAddress, withKept } from '../../src/common/addresses.ts';

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
