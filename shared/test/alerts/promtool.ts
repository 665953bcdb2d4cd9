import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { findPromtool } from '@driftline/local-store';
import type { PrometheusRules } from '../../src/index.ts';

/** Prometheus' own checks of rules, in a scratch folder. */
export interface Promtool {
  /** What `promtool check rules` says. */
  check(rules: PrometheusRules): Promise<string>;
  /** What `promtool test rules` says of tests in its own notation. */
  test(rules: PrometheusRules, tests: readonly object[]): Promise<string>;
  close(): Promise<void>;
}

export async function openPromtool(): Promise<Promtool> {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-rules-'));
  const promtool = await findPromtool();
  let files = 0;
  const written = async (content: object): Promise<string> => {
    const name = `${++files}.yml`;
    await writeFile(join(folder, name), stringify(content, { aliasDuplicateObjects: false }));
    return name;
  };
  const run = async (...command: string[]): Promise<string> => {
    try {
      return (await promisify(execFile)(promtool, command, { cwd: folder })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return `FAILED ${stdout}${stderr}`;
    }
  };
  return {
    check: async (rules) => run('check', 'rules', await written(rules)),
    test: async (rules, tests) =>
      run('test', 'rules', await written({ rule_files: [await written(rules)], evaluation_interval: '1m', tests })),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
