import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { Where } from '@driftline/shared';
import { variableAlone } from './variable-alone.ts';

type Variables = Pick<TemplateSrv, 'getVariables'>;

/**
 * A variable in what a query is narrowed to that lists names and found none, as it is written there. A query that took it
 * for all would show what nobody asked for.
 */
export function emptyVariable(
  where: Where = {},
  variables: Variables,
  scopedVars: ScopedVars = {},
): string | undefined {
  const empty = new Set(
    variables
      .getVariables()
      .filter(isEmpty)
      .map(({ name }) => name),
  );
  return Object.values(where)
    .flatMap((entries): readonly unknown[] => (Array.isArray(entries) ? entries : []))
    .filter((entry) => typeof entry === 'string')
    .find((entry) => {
      const name = variableAlone(entry);
      // A panel that repeats has one of the values.
      return name !== undefined && scopedVars[name] === undefined && empty.has(name);
    });
}

/** A text that a person left empty asks for all. */
function isEmpty(variable: ReturnType<Variables['getVariables']>[number]): boolean {
  const { type, current } = variable as { readonly type: string; readonly current?: { readonly value?: unknown } };
  const value = current?.value;
  return type === 'query' && (value === '' || (Array.isArray(value) && value.every((each) => each === '')));
}
