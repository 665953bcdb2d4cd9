import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { DRIFTLINE_COMMAND } from './driftline-command.ts';

export const ADULT = fileURLToPath(new URL('../../examples/income-service/data/adult.csv.gz', import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which the command is run as a person would run it. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'driftline-cli-'));

  /** @param input - what the command reads from its standard input */
  run(args: readonly string[], input?: string | Buffer): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [...DRIFTLINE_COMMAND, ...args],
        { cwd: this.folder },
        (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
      child.stdin?.end(input);
    });
  }

  file(name: string, content: string | Buffer): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  /** Runs `driftline profile` and gives what it wrote; fails with its words when it wrote nothing. */
  async profile(args: readonly string[], input?: string | Buffer): Promise<ReferenceProfile> {
    const { code, stderr } = await this.run(['profile', '--model', 'm', '--out', 'out.json', ...args], input);
    if (code !== 0) throw new Error(stderr);
    return parseProfile(JSON.parse(readFileSync(join(this.folder, 'out.json'), 'utf8')));
  }
}
