import { types } from 'node:util';
import { readField } from '../values/read-field.ts';

/** Receives what came of a call. */
export interface CallObserver<Result> {
  succeeded(result: Result, durationSeconds: number): void;
  failed(error: unknown, durationSeconds: number): void;
  /** The call returned a thenable that is no promise, so that nothing is known of its result. */
  notObservable(): void;
}

/**
 * Makes a call, synchronous or not, and tells the observer what came of it. The caller gets the result or the error of
 * the call unchanged, and its own promise rather than a chained one, which would turn a handled rejection into a second,
 * unhandled one.
 */
export function observeCall<Result>(call: () => Result, observer: CallObserver<Awaited<Result>>): Result {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let result: Result;
  try {
    result = call();
  } catch (error) {
    observer.failed(error, elapsed());
    throw error;
  }
  if (types.isPromise(result)) observePromise(result, elapsed, observer as CallObserver<unknown>);
  // Some libraries begin their work when `then` is called, and would do it twice.
  else if (isThenable(result)) observer.notObservable();
  else observer.succeeded(result as Awaited<Result>, elapsed());
  return result;
}

function observePromise(promise: Promise<unknown>, elapsed: () => number, observer: CallObserver<unknown>): void {
  try {
    // By the built-in function, which takes promises of every realm and runs no `then` of a subclass.
    void Promise.prototype.then.call(
      promise,
      (value) => observer.succeeded(value, elapsed()),
      (error: unknown) => observer.failed(error, elapsed()),
    );
  } catch {
    // A subclass may have a constructor that throws.
    observer.notObservable();
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof readField(value, 'then') === 'function';
}
