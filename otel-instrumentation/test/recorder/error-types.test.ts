import { ErrorTypes } from '../../src/recorder/error-types.ts';
import { foreign } from '../foreign.ts';

test('the name of the class, whatever realm the error is of', () => {
  const types = new ErrorTypes();
  expect(types.nameOf(new RangeError('x'))).toBe('RangeError');
  expect(types.nameOf(foreign("new TypeError('x')"))).toBe('TypeError');
  expect(types.nameOf(Object.assign(new Error('x'), { name: 'ModelError' }))).toBe('ModelError');
});

test('what is no error is named by its type', () => {
  const types = new ErrorTypes();
  expect(['text', 1, undefined, null, { name: 'x' }].map((thrown) => types.nameOf(thrown))).toEqual([
    'string',
    'number',
    'undefined',
    'object',
    'object',
  ]);
});

test.each(['', 'a name with spaces', 'x'.repeat(101), 42])('the name %p is none', (name) => {
  expect(new ErrorTypes().nameOf(Object.assign(new Error('x'), { name }))).toBe('_OTHER');
});

test('a name whose getter throws is none', () => {
  const fault = Object.defineProperty(new Error('x'), 'name', {
    get: () => {
      throw new Error('getter');
    },
  });
  expect(new ErrorTypes().nameOf(fault)).toBe('_OTHER');
});

test('twenty names at most', () => {
  const types = new ErrorTypes();
  const names = Array.from({ length: 30 }, (_, i) => types.nameOf(Object.assign(new Error('x'), { name: `E${i}` })));
  expect(new Set(names).size).toBe(21);
  expect(names.at(-1)).toBe('_OTHER');
  expect(types.nameOf(Object.assign(new Error('x'), { name: 'E3' }))).toBe('E3');
});
