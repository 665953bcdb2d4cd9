import type { TemplateSrv } from '@grafana/runtime';

/**
 * Template variables as Grafana's: written `$name` or `${name}`, and a formatter gets the raw value.
 *
 * @param all - names of those where all is chosen: their values are all that they have now, as Grafana gives them
 */
export function templatesOf(
  values: Readonly<Record<string, string | readonly string[]>> = {},
  all: readonly string[] = [],
): TemplateSrv {
  return {
    getVariables: () =>
      Object.entries(values).map(([name, value]) => ({
        name,
        type: 'query',
        current: { value: all.includes(name) ? ['$__all'] : value },
      })) as unknown as ReturnType<TemplateSrv['getVariables']>,
    updateTimeRange: () => undefined,
    containsTemplate: (text) => /\$/.test(text ?? ''),
    replace: (text = '', scopedVars = {}, format) =>
      text.replace(/\$\{?(\w+)\}?/g, (match, name: string) => {
        const value = (scopedVars[name]?.value ?? values[name]) as string | readonly string[] | undefined;
        if (value === undefined) return match;
        return typeof format === 'function' ? format(value, { name }) : String(value);
      }),
  };
}
