import { isError, messageOf } from '../../src/values/thrown.ts';
import { foreign } from '../foreign.ts';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test('errors of every realm are errors', () => {
  const other = foreign<Error>("new RangeError('too long')");
  expect(other instanceof Error).toBe(false);
  expect(isError(other)).toBe(true);
  expect(isError(new TypeError('x'))).toBe(true);
  expect(isError(Object.create(Error.prototype))).toBe(true);
});

test.each([null, undefined, 'x', 1, {}, { message: 'x', name: 'Error' }])('%p is no error', (value) => {
  expect(isError(value)).toBe(false);
});

test('the message of whatever was thrown', () => {
  expect(messageOf(new Error('too long'))).toBe('too long');
  expect(messageOf(foreign("new Error('too long')"))).toBe('too long');
  expect(messageOf('too long')).toBe('too long');
  expect(messageOf(undefined)).toBe('undefined');
});

test('neither throws, whatever it is given', () => {
  expect(isError(revoked())).toBe(false);
  expect(messageOf(revoked())).toBe('something without a message');
  expect(messageOf(Object.create(null))).toBe('something without a message');
});
