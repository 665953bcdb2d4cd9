import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly zombie: boolean;
}

/** Everything that runs, from Linux' own list: `ps` is not on every machine. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The program's name stands in brackets and may hold spaces.
        const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return [{ pid: Number(name), parent: Number(parent), zombie: state === 'Z' }];
      } catch {
        return [];
      }
    });
}

/** Process ids of a process and everything that it started, and what that started. */
export function treeOf(root: number): number[] {
  const all = processes();
  const below = (pid: number): number[] => [
    pid,
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ];
  return below(root);
}

/** Which of these still run. */
export function alive(pids: readonly number[]): number[] {
  return processes()
    .filter(({ pid, zombie }) => !zombie && pids.includes(pid))
    .map(({ pid }) => pid);
}
