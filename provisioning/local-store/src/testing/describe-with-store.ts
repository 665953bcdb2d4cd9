import type { StoreKind } from '../find-store.ts';

/** What a test may need of this machine. */
export type NeededProgram = StoreKind | 'alertmanager' | 'postgres';

/** Environment variable that says why this program is not here; unset when it is. */
export function reasonVariable(kind: NeededProgram): string {
  return `DRIFTLINE_NO_${kind.toUpperCase().replace('-', '_')}`;
}

/**
 * `describe` for tests that need a real store. Without one they are skipped, and the name says why. With CI=true they
 * fail instead, so that a green run means that they ran.
 */
export function describeWithStore(kind: NeededProgram, name: string, body: () => void): void {
  const reason = process.env[reasonVariable(kind)];
  if (reason === undefined) {
    describe(name, body);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      test('needs a store', () => {
        throw new Error(reason);
      });
    });
  } else {
    describe.skip(`${name} (no ${kind} here: ${reason})`, body);
  }
}
