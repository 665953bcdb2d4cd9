import type { ComboboxOption } from '@grafana/ui';

/** The names that contain what was typed, in any case, as options. */
export function matchingOptions(names: readonly string[], typed: string): Array<ComboboxOption<string>> {
  return names.filter((name) => name.toLowerCase().includes(typed.toLowerCase())).map((value) => ({ value }));
}
