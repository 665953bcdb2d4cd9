import { inFormatOf } from '../../src/datasource/panel-formats.ts';

test.each([
  ['driftline-distribution-panel', 'distribution'],
  ['driftline-fairness-panel', 'table'],
  ['driftline-confusion-panel', 'confusion'],
  ['driftline-drift-panel', undefined],
  ['timeseries', undefined],
  [undefined, undefined],
])('a query of %s has the format %s', (panel, format) => {
  expect(inFormatOf(panel, { refId: 'A', measure: 'psi' }).format).toBe(format);
});

test('what a query says stays', () => {
  expect(inFormatOf('driftline-fairness-panel', { refId: 'A', format: 'timeseries' }).format).toBe('timeseries');
});
