import { DIMENSIONS, type Dimension } from '../conventions/dimensions.ts';
import { labelOf } from '../conventions/series.ts';
import type { Where } from '../query/measure-query.ts';
import type { Matcher } from '../query/selector.ts';
import { escapeRegex } from './selectors.ts';

/** Conditions on labels that leave literal values out. Series without the label stay. */
export function matchersWithout(without: Where): Matcher[] {
  return matchers(without, { one: '!=', many: '!~' });
}

/** Conditions on labels that ask for literal values. */
export function matchersWithin(where: Where): Matcher[] {
  return matchers(where, { one: '=', many: '=~' });
}

function matchers(where: Where, { one, many }: Record<'one' | 'many', Matcher['operator']>): Matcher[] {
  return (Object.entries(where) as [Dimension, readonly string[]][]).flatMap(([dimension, values]): Matcher[] => {
    const label = labelOf(DIMENSIONS[dimension]);
    const [first] = values;
    if (first === undefined) return [];
    if (values.length === 1) return [{ label, operator: one, value: first }];
    return [{ label, operator: many, value: values.map(escapeRegex).join('|') }];
  });
}
