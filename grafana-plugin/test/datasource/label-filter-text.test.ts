import { labelFilterText } from '../../src/datasource/label-filter-text.ts';

test('filters are read as in PromQL, without those that are not typed yet', () => {
  const filters = [
    { label: 'team', operator: '=~', value: 'a|b' },
    { label: '', operator: '=', value: '' },
    { label: 'zone', operator: '!=', value: '1' },
  ] as const;
  expect(labelFilterText(filters)).toBe('team=~"a|b", zone!="1"');
  expect(labelFilterText()).toBe('');
});
