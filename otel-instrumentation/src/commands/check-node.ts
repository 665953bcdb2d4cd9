/** Node below which the command and the recorder do not run, as `engines` of the package says. */
const OLDEST = [22, 15] as const;

/** A Node that is too old. */
export class UnsupportedNode extends Error {
  override readonly name = 'UnsupportedNode';
}

/**
 * @param version - of Node, such as `24.1.0`
 * @throws {UnsupportedNode} for one that is too old
 */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new UnsupportedNode(`Node ${version} is too old: use Node ${OLDEST.join('.')} or later.`);
}
