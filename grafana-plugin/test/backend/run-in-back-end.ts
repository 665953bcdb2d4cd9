import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BACKEND = fileURLToPath(new URL('../../backend', import.meta.url));

/** As the build has it, so that what is compiled once is not compiled again. */
const LIKE_THE_BUILD = { CGO_ENABLED: '0', GOFLAGS: '-trimpath -buildvcs=false' };

/** Runs a program in the back end's folder, and gives all that it says. It rejects with that where the program fails. */
export function runInBackEnd(program: string, ...args: string[]): Promise<string> {
  return runWith(LIKE_THE_BUILD, program, args);
}

/** The same with C, which the race detector needs. */
export function runWithC(program: string, ...args: string[]): Promise<string> {
  return runWith({ CGO_ENABLED: '1' }, program, args);
}

async function runWith(env: NodeJS.ProcessEnv, program: string, args: readonly string[]): Promise<string> {
  try {
    const options = { cwd: BACKEND, env: { ...process.env, ...env }, maxBuffer: 1e8 };
    const { stdout, stderr } = await promisify(execFile)(program, args, options);
    return stdout + stderr;
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
