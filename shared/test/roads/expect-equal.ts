import type { Values } from './both-roads.ts';

/** Equal to nine digits, or to as much of an absolute trace where both are nearly zero; infinities are equal. */
export function expectEqual(what: string, measured: number | undefined, exact: number): void {
  if (Number.isNaN(exact)) expect([what, measured]).toEqual([what, undefined]);
  else if (!Number.isFinite(exact)) expect([what, measured]).toEqual([what, exact]);
  else {
    const error = Math.abs((measured ?? NaN) - exact) / Math.max(Math.abs(exact), 1);
    expect([what, measured, exact, error <= 1e-9]).toEqual([what, measured, exact, true]);
  }
}

/** Both have values of the same series, equal to nine digits. */
export function expectSame(inStore: Values, byCounting: Values): void {
  expect([...byCounting.keys()].sort()).toEqual([...inStore.keys()].sort());
  for (const [key, value] of inStore) expectEqual(key, byCounting.get(key), value);
}
