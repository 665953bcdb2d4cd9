import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder that keeps fetched and built programs between runs. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'driftline');
}
