import { InvalidArgumentError } from 'commander';
import {
  collect,
  collectEdges,
  collectHeader,
  collectNames,
  collectPair,
  duration,
  wholeNumber,
} from '../../src/commands/option-values.ts';

test('a pair is divided at the last equals sign, because a name may hold one', () => {
  expect(collectPair('a=b=c', { x: 'y' })).toEqual({ x: 'y', 'a=b': 'c' });
});

test('repeated options add up', () => {
  expect(collect('b', ['a'])).toEqual(['a', 'b']);
  expect(collectNames('b, c', ['a'])).toEqual(['a', 'b', 'c']);
  expect(collectEdges('age=18,30.5', { x: [1] })).toEqual({ x: [1], age: [18, 30.5] });
  expect(collectHeader('Authorization: Bearer a:b')).toEqual({ Authorization: 'Bearer a:b' });
});

test('a whole number and a duration', () => {
  expect(wholeNumber(2)('10')).toBe(10);
  expect(['5m', '1h30m', '500ms'].map(duration)).toEqual(['5m', '1h30m', '500ms']);
});

test.each<[string, () => unknown]>([
  ['a pair without a value', () => collectPair('a=')],
  ['a pair without a name', () => collectPair('=a')],
  ['edges that do not rise', () => collectEdges('age=3,2')],
  ['edges that are no numbers', () => collectEdges('age=3,x')],
  ['a header without a value', () => collectHeader('Authorization')],
  ['a number that is too small', () => wholeNumber(2)('1')],
  ['a number that is not whole', () => wholeNumber(2)('2.5')],
  ['a duration without a unit', () => duration('5')],
  ['a duration in words', () => duration('1 hour')],
])('%s is refused', (_what, parse) => {
  expect(parse).toThrow(InvalidArgumentError);
});
