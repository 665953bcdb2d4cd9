/**
 * A pure function that remembers its last result: what depends on a significance alone is asked for again with every
 * feature.
 */
export function remembered<Result>(of: (argument: number) => Result): (argument: number) => Result {
  let last: { readonly argument: number; readonly result: Result } | undefined;
  return (argument) => {
    if (last === undefined || !Object.is(last.argument, argument)) last = { argument, result: of(argument) };
    return last.result;
  };
}
