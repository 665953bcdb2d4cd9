import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describeWithGo } from './describe-with-go.ts';
import { BACKEND } from './start-back-end.ts';

const STATICCHECK = 'honnef.co/go/tools/cmd/staticcheck@v0.7.0';

/** The first run compiles everything, and downloads what is not there. */
const TIMEOUT_MS = 600_000;

/** Runs a program in the back end's folder, and gives all that it says. It rejects with that where the program fails. */
async function run(program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: BACKEND, maxBuffer: 1e8 });
    return stdout + stderr;
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}

/** The race detector needs C. In CI it has to be there, so that a green run means that races were looked for. */
function canFindRaces(): boolean {
  return process.env['CI'] === 'true' || spawnSync('gcc', ['--version']).status === 0;
}

describeWithGo('the Go code', () => {
  test('is formatted', async () => expect(await run('gofmt', '-l', '.')).toBe(''), TIMEOUT_MS);

  test('passes go vet', () => run('go', 'vet', './...'), TIMEOUT_MS);

  test('passes its tests', () => run('go', 'test', ...(canFindRaces() ? ['-race'] : []), './...'), TIMEOUT_MS);

  test('passes staticcheck', () => run('go', 'run', STATICCHECK, './...'), TIMEOUT_MS);
});
