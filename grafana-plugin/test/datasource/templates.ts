import type { TemplateSrv } from '@grafana/runtime';

/** Template variables as Grafana's: written `$name` or `${name}`, and a formatter gets the raw value. */
export function templatesOf(values: Readonly<Record<string, string | readonly string[]>> = {}): TemplateSrv {
  return {
    getVariables: () => [],
    updateTimeRange: () => undefined,
    containsTemplate: (text) => /\$/.test(text ?? ''),
    replace: (text = '', _scopedVars, format) =>
      text.replace(/\$\{?(\w+)\}?/g, (match, name: string) => {
        const value = values[name];
        if (value === undefined) return match;
        return typeof format === 'function' ? format(value, { name }) : String(value);
      }),
  };
}
