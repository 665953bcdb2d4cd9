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
      return `${path} cannot be opened: you lack the permission; get it, or give another path.`;
    case 'EROFS':
      return `${path} cannot be written: its file system is read-only; give another path.`;
    case 'ENOTDIR':
      return `${path} cannot be opened: what should be its folder is a file; give another path.`;
    case 'EISDIR':
      return `${path} is a folder: give the path of a file.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `${path} cannot be written: the disk is full, or you may not write that much; free some space, or give another path.`;
    default:
      return error.message;
  }
}
