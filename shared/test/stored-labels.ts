import { labelOf } from '../src/conventions/series.ts';
import type { AttributeName } from '../src/conventions/attributes.ts';

/** Attributes of a point, by their OpenTelemetry names. */
export type Attributes = Partial<Record<AttributeName, string>>;

/** The same as a store holds them. */
export function storedLabels(attributes: Attributes): Record<string, string> {
  const entries = Object.entries(attributes) as [AttributeName, string][];
  return Object.fromEntries(entries.map(([name, value]) => [labelOf(name), value]));
}
