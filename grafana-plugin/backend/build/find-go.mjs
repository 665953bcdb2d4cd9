import { execFileSync } from 'node:child_process';

/** The first Go whose toolchain builds the back end. */
const WANTED = [1, 26];

/**
 * Whether there is a Go that can build the back end.
 *
 * @returns why there is none, as a sentence; undefined if there is one
 */
export function whyNoGo() {
  let version;
  try {
    version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return `Go is not on the PATH: install Go ${WANTED.join('.')} or later.`;
  }
  const [major = 0, minor = 0] = version.replace(/^go/, '').split('.').map(Number);
  const isNew = major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
  return isNew ? undefined : `Go ${version.trim().slice(2)} is too old: install Go ${WANTED.join('.')} or later.`;
}
