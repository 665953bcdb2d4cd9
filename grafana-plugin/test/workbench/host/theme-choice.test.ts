/** @jest-environment jsdom */
import '../../jsdom.ts';
import { chosenTheme } from '../../../workbench/src/host/theme-choice.ts';

const open = (address: string): void => window.history.replaceState(undefined, '', address);

beforeEach(() => window.sessionStorage.clear());

test.each(['dark', 'light'])('the address asks for %s', (theme) => {
  open(`/?theme=${theme}`);
  expect(chosenTheme()).toBe(theme);
});

test.each([
  ['/', true, 'light'],
  ['/', false, 'dark'],
  ['/?theme=pink', true, 'light'],
])('without a known theme in %s the system decides', (address, matches, theme) => {
  open(address);
  jest.spyOn(window, 'matchMedia').mockReturnValue({ matches } as MediaQueryList);
  expect(chosenTheme()).toBe(theme);
});

test('what was asked for once holds for addresses that say nothing', () => {
  open('/?theme=light');
  chosenTheme();
  open('/a/driftline-model-app');
  expect(chosenTheme()).toBe('light');
});
