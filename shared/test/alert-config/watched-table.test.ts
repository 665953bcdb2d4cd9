import { readAlertConfig } from '../../src/alert-config/read-alert-config.ts';
import { ruleOptionsOf } from '../../src/alert-config/rule-options.ts';
import { watchedTable } from '../../src/alert-config/watched-table.ts';

test('one line for each limit says what is watched', () => {
  const file = [
    'schemaVersion: 1',
    'models:',
    '  - { name: income, rate: 20 per hour, features: { age: { psi: 0.4 }, zip: off } }',
    '  - { name: income, version: "2", limits: { bias: 3 } }',
  ];
  const lines = watchedTable(ruleOptionsOf(readAlertConfig(file.join('\n'), 'alerts.yaml'))).split('\n');
  const cells = lines.map((line) => line.trim().split(/ {2,}/));
  expect(cells[0]).toEqual(['model', 'measure', 'features', 'warning', 'critical', 'window', 'for', 'at least']);
  expect(cells[1]).toEqual(['income, all but 2', 'psi', 'all but age, zip', '> 0.1', '> 0.25', '12h', '5m', '200']);
  expect(cells[2]).toEqual(['income, all but 2', 'psi', 'age', '–', '> 0.4', '12h', '5m', '200']);
  const rowsOf = (start: string): string[][] => cells.filter(([model, id]) => `${model} ${id}`.startsWith(start));
  expect(rowsOf('income, all but 2 missing-share')).toEqual([
    [
      'income, all but 2',
      'missing-share',
      'all but zip',
      '> 2 points over training',
      '> 5 points over training',
      '12h',
      '5m',
      '200',
    ],
  ]);
  expect(rowsOf('income 2 bias')).toEqual([['income 2', 'bias', '–', '± 3', '12h', '5m', '200']]);
  expect(rowsOf('all but income no-traffic')).toEqual([
    ['all but income', 'no-traffic', '–', '> 0.02', '5m', '5m', '–'],
  ]);
});
