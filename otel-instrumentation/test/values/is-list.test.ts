import { isList } from '../../src/values/is-list.ts';
import { foreign } from '../foreign.ts';

test.each([[[]], [Float32Array.of(1)], [BigInt64Array.of(1n)], [foreign('[1]')], [foreign('Float32Array.of(1)')]])(
  '%p is a list',
  (value) => expect(isList(value)).toBe(true),
);

const { proxy, revoke } = Proxy.revocable([], {});
revoke();

test.each([['text'], [null], [{ length: 1 }], [new DataView(new ArrayBuffer(1))], [proxy]])('no list', (value) =>
  expect(isList(value)).toBe(false),
);
