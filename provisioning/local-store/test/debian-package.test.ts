import { sidSources } from '../src/debian-package.ts';

test.each([
  ['deb822', 'Types: deb\n# URIs: http://no.invalid/debian\nURIs: http://mirror.invalid/debian\nSuites: bookworm\n'],
  ['one line', 'deb [arch=amd64 signed-by=/k.gpg] http://mirror.invalid/debian bookworm main\n'],
  ['another vendor first', 'deb https://tools.invalid/apt stable main\n\nURIs: http://mirror.invalid/debian\n'],
])("the system's own mirror is found in sources of the form %s", (_form, sources) => {
  expect(sidSources(sources)).toContain('URIs: http://mirror.invalid/debian\nSuites: sid\n');
});

test('without a mirror it says so', () => {
  expect(() => sidSources('deb https://tools.invalid/apt stable main\n')).toThrow('name no Debian mirror');
});
