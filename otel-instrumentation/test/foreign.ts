import { createContext, runInContext } from 'node:vm';

/** What an expression gives in another realm, whose classes are not ours. */
export function foreign<T>(expression: string): T {
  return runInContext(`(${expression})`, createContext()) as T;
}
