import { readdirSync, readFileSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** The program and its arguments. */
  readonly command: string;
}

/** All running processes, from /proc: not every machine has `ps`. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The program's name is in brackets and may contain spaces.
        const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // A zombie has ended; its parent has not read its exit code yet.
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

/** A process and all its descendants. */
export function treeOf(root: number): Process[] {
  const all = processes();
  const below = (parent: Process): Process[] => [
    parent,
    ...all.filter((each) => each.parent === parent.pid).flatMap(below),
  ];
  return all.filter(({ pid }) => pid === root).flatMap(below);
}

/** Those that still run. */
export function alive(these: readonly Process[]): Process[] {
  const now = processes();
  return these.filter(({ pid, command }) => now.some((each) => each.pid === pid && each.command === command));
}
