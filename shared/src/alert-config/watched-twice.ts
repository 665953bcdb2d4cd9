import type { RuleOptions } from '../alerts/alert.ts';

/** What two sets of rules both watch, so that they would send each alert twice: undefined stands for any other. */
export interface WatchedTwice {
  readonly model: string | undefined;
  readonly version: string | undefined;
}

/** The first model, or version of one, of which both have rules of the same measure. */
export function watchedTwice(some: readonly RuleOptions[], others: readonly RuleOptions[]): WatchedTwice | undefined {
  const all = [...some, ...others];
  for (const model of named(all, 'model')) {
    for (const version of named(all, 'version')) {
      const [ours, theirs] = [some, others].map((scopes) => scopes.filter((scope) => watches(scope, model, version)));
      const measures = new Set(ours?.flatMap(({ alerts }) => [...alerts.keys()]));
      if (theirs?.some(({ alerts }) => [...alerts.keys()].some((id) => measures.has(id)))) return { model, version };
    }
  }
  return undefined;
}

/** All names that some rules are about or leave out, and one that stands for all others. */
function named(scopes: readonly RuleOptions[], by: 'model' | 'version'): Set<string | undefined> {
  const names = scopes.flatMap(({ query, without }) => [...(query?.where?.[by] ?? []), ...(without?.[by] ?? [])]);
  return new Set([...names, undefined]);
}

function watches({ query, without }: RuleOptions, model: string | undefined, version: string | undefined): boolean {
  const isIn = (name: string | undefined, only: readonly string[] = [], not: readonly string[] = []): boolean =>
    (only.length === 0 || (name !== undefined && only.includes(name))) && (name === undefined || !not.includes(name));
  return isIn(model, query?.where?.model, without?.model) && isIn(version, query?.where?.version, without?.version);
}
