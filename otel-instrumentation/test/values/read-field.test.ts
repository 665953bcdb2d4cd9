import { readField } from '../../src/values/read-field.ts';

test('a field of an object, and of nothing else', () => {
  expect(readField({ age: 30 }, 'age')).toBe(30);
  expect(readField({ age: 30 }, 'work')).toBeUndefined();
  for (const none of [null, undefined, 'text', 1]) expect(readField(none, 'length')).toBeUndefined();
});

test('a getter that throws gives a value that is neither a number, nor a text, nor missing', () => {
  const value = readField(
    {
      get age() {
        throw new Error('getter');
      },
    },
    'age',
  );
  expect(typeof value).toBe('symbol');
});
