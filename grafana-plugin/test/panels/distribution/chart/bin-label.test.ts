import { shortened } from '../../../../src/panels/distribution/chart/bin-label.ts';

test('a long label ends in an ellipsis', () => {
  expect(shortened('(45, 61]')).toBe('(45, 61]');
  expect(shortened('1234567890123456')).toBe('1234567890123456');
  expect(shortened('12345678901234567')).toBe('123456789012345…');
});
