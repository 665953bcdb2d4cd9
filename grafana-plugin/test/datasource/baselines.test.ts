import { baselineKinds, newBaseline } from '../../src/datasource/baselines.ts';

const histogram = { kind: 'histogram', selector: '', edges: [], by: [] } as const;

test('models have a profile and versions, a histogram has neither', () => {
  expect(baselineKinds()).toEqual(['reference', 'earlier', 'version']);
  expect(baselineKinds({ kind: 'prediction' })).toEqual(['reference', 'earlier', 'version']);
  expect(baselineKinds(histogram)).toEqual(['earlier', 'selector']);
});

test.each(['reference', 'earlier', 'version', 'selector'] as const)('a new baseline is of the kind %s', (kind) => {
  expect(newBaseline(kind).kind).toBe(kind);
});
