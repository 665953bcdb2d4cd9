/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render } from '@testing-library/react';
import { StatusMark } from '../../../src/pages/parts/StatusMark.tsx';

test.each([
  ['occupation fehlend 9 % > 5,19 %', 'occupation fehlend 9_% > 5,19_%'],
  ['p99 47.2 ms', 'p99 47.2_ms'],
  ['n = 41 of 200', 'n = 41 of 200'],
  ['field 2 size', 'field 2 size'],
])('numbers are not parted from their units: %s', (text, shown) => {
  render(<StatusMark status={{ level: 'noted', text }} />);
  expect(document.body.textContent?.replaceAll('\u00A0', '_')).toBe(shown);
});
