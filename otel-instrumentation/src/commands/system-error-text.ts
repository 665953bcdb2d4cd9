import { isError } from '../values/thrown.ts';

/**
 * One sentence for an error of the operating system, such as a folder that is missing.
 *
 * @returns undefined for any other error
 */
export function systemErrorText(error: unknown): string | undefined {
  if (!(isError(error) && 'code' in error && 'syscall' in error)) return undefined;
  const path = 'path' in error ? String(error.path) : undefined;
  if (path === undefined) return error.message;
  switch (error.code) {
    case 'ENOENT':
      return `${path} does not exist, or the folder that it should be in: create the folder, or give another path.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} cannot be opened: you lack the permission.`;
    case 'EISDIR':
      return `${path} is a folder: give the path of a file.`;
    case 'ENOSPC':
      return `${path} cannot be written: the disk is full.`;
    default:
      return error.message;
  }
}
