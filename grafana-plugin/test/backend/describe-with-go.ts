import { execFileSync } from 'node:child_process';

function hasGo(): boolean {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * `describe` for tests of the back end. Without Go they are skipped, and the name says why. With CI=true they fail
 * instead, so that a green run means that they ran.
 */
export function describeWithGo(name: string, body: () => void): void {
  if (hasGo()) {
    describe(name, body);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      test('needs Go', () => {
        throw new Error('Go is not on the PATH: install Go 1.26 or later.');
      });
    });
  } else {
    describe.skip(`${name} (Go is not on the PATH)`, body);
  }
}
