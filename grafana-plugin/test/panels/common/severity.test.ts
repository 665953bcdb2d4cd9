import { severityOf, type Severity } from '../../../src/panels/common/severity.ts';

test.each<[number, Severity]>([
  [0.1, 'stable'],
  [0.11, 'warning'],
  [0.25, 'warning'],
  [0.26, 'critical'],
])('a PSI of %d is %s', (value, severity) => {
  expect(severityOf(value, { side: 'above', warning: 0.1, critical: 0.25 })).toBe(severity);
});

test.each<[number, Severity]>([
  [0.9, 'stable'],
  [0.85, 'warning'],
  [0.8, 'warning'],
  [0.7, 'critical'],
])('where less is worse, %d is %s', (value, severity) => {
  expect(severityOf(value, { side: 'below', warning: 0.9, critical: 0.8 })).toBe(severity);
});

test('without a warning limit nothing is a warning', () => {
  expect(severityOf(0.2, { side: 'above', critical: 0.25 })).toBe('stable');
});
