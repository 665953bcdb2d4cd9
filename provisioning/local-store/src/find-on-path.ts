import which from 'which';

/** Path of an executable on the PATH, or undefined. A name with a slash is a path and is looked up as it is. */
export function findOnPath(name: string): string | undefined {
  return which.sync(name, { nothrow: true }) ?? undefined;
}
