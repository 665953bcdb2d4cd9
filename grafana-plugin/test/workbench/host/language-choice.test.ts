/** @jest-environment jsdom */
import '../../jsdom.ts';
import { chosenLanguage, otherLanguage } from '../../../workbench/src/host/language-choice.ts';

const open = (address: string): void => window.history.replaceState(undefined, '', address);

beforeEach(() => window.sessionStorage.clear());

test('the address asks for a language, and what it asked for once holds for addresses that say nothing', () => {
  open('/?lang=de-DE');
  expect([chosenLanguage(), otherLanguage()]).toEqual(['de-DE', 'en-US']);
  open('/a/driftline-model-app');
  expect(chosenLanguage()).toBe('de-DE');
});

test.each(['/', '/?lang=tlh'])('without a known language in %s it is English', (address) => {
  open(address);
  expect([chosenLanguage(), otherLanguage()]).toEqual(['en-US', 'de-DE']);
});
