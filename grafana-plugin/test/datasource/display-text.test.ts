import { displayText } from '../../src/datasource/display-text.ts';

test.each([
  [{}, 'psi'],
  [
    { measure: 'psi', where: { model: ['income'], feature: ['age', 'hours'], version: [] }, window: '1h' },
    'psi · model income · feature age, hours · over 1h',
  ],
  [{ measure: 'accuracy', show: 'lower', format: 'table' } as const, 'accuracy (lower) · as a table'],
  [
    { measure: 'accuracy', labelFilters: [{ label: 'team', operator: '=', value: 'a' }] } as const,
    'accuracy · team="a"',
  ],
  [{ measure: 'accuracy', format: 'confusion' } as const, 'accuracy · as a confusion matrix'],
  [{ measure: 'psi', window: '1h', format: 'annotations' } as const, 'psi · over 1h · as annotations'],
  [{ format: 'annotations', marks: 'versions', where: { model: ['income'] } } as const, 'new versions · model income'],
])('%j is %s', (query, text) => {
  expect(displayText({ refId: 'A', ...query })).toBe(text);
});
