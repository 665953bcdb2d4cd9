import { unwatchFile, watchFile, type Stats } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import { warn } from '../values/log.ts';
import { messageOf } from '../values/thrown.ts';
import { loadProfile } from './load-profile.ts';

/** Looking every two seconds also sees files behind links that are swapped, as Kubernetes mounts them. */
const INTERVAL_MS = 2000;

/**
 * Replaces the profile of a monitor whenever its file changes. A file that is wrong or half written changes nothing and
 * is reported as a warning.
 *
 * @returns a function that ends the watch
 */
export function watchProfile(path: string | URL, monitor: ModelMonitor, intervalMs = INTERVAL_MS): () => void {
  const file = typeof path === 'string' ? path : fileURLToPath(path);
  const onLook = (now: Stats, before: Stats): void => {
    if (now.mtimeMs === before.mtimeMs && now.ino === before.ino) return;
    try {
      monitor.replaceProfile(loadProfile(file));
    } catch (error) {
      warn(`the changed profile ${file} is not used. ${messageOf(error)}`);
    }
  };
  watchFile(file, { interval: intervalMs, persistent: false }, onLook);
  return () => unwatchFile(file, onLook);
}
