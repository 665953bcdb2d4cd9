import { unwatchFile, watchFile, type Stats } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diag } from '@opentelemetry/api';
import { loadProfile } from './load-profile.ts';
import type { ModelMonitor } from './monitor.ts';

/** A look every two seconds also sees files behind links that are swapped, as Kubernetes mounts them. */
const INTERVAL_MS = 2000;

/**
 * Lets a monitor take up its profile whenever the file changes. A file that is wrong or half written changes nothing
 * and is said.
 *
 * @returns a function that ends the watch
 */
export function watchProfile(path: string | URL, monitor: ModelMonitor, intervalMs = INTERVAL_MS): () => void {
  const file = path instanceof URL ? fileURLToPath(path) : path;
  const onLook = (now: Stats, before: Stats): void => {
    if (now.mtimeMs === before.mtimeMs && now.ino === before.ino) return;
    try {
      monitor.replaceProfile(loadProfile(file));
    } catch (error) {
      diag.warn(`driftline: the changed profile was not taken up. ${error instanceof Error ? error.message : ''}`);
    }
  };
  watchFile(file, { interval: intervalMs, persistent: false }, onLook);
  return () => unwatchFile(file, onLook);
}
