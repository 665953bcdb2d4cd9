import { createContext, runInContext } from 'node:vm';
import { pathToFileURL } from 'node:url';
import { pathIn } from '../../src/models/profile-source.ts';

test('a text and a URL are paths', () => {
  const url = pathToFileURL('/models/profile.json');
  expect(pathIn('profile.json')).toBe('profile.json');
  expect(pathIn(url)).toBe(url);
});

test('a URL of another implementation is a path, as it is for Node', () => {
  const foreign = runInContext(`({ href: 'file:///models/profile.json', protocol: 'file:' })`, createContext()) as URL;
  expect(foreign instanceof URL).toBe(false);
  expect(pathIn(foreign)).toBe(foreign);
});

test.each([{ model: {} }, null, undefined, 1])('%p is no path', (source) => {
  expect(pathIn(source as object)).toBeUndefined();
});
