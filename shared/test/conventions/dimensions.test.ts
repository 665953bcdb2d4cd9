import { ATTRIBUTES } from '../../src/conventions/attributes.ts';
import { DIMENSIONS, dimensionsOf } from '../../src/conventions/dimensions.ts';
import { METRICS } from '../../src/conventions/metrics.ts';

test('a metric has the dimensions that its attributes name, in the order of the list', () => {
  expect(dimensionsOf(METRICS.referenceRows)).toEqual(['model', 'version', 'profile']);
  expect(dimensionsOf(METRICS.featureObservations)).toEqual(['model', 'version', 'profile', 'feature']);
  expect(dimensionsOf(METRICS.groupPredictions)).toEqual(['model', 'version', 'group']);
});

test('the order of the attributes does not matter', () => {
  const attributes = [ATTRIBUTES.featureName, ATTRIBUTES.modelName];
  expect(dimensionsOf({ ...METRICS.referenceRows, attributes })).toEqual(['model', 'feature']);
});

test('every metric is told apart by model and version, and every dimension is used', () => {
  const used = Object.values(METRICS).map(dimensionsOf);
  for (const dimensions of used) expect(dimensions.slice(0, 2)).toEqual(['model', 'version']);
  expect([...new Set(used.flat())].sort()).toEqual(Object.keys(DIMENSIONS).sort());
});
