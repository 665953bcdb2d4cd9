import { parser } from '@prometheus-io/lezer-promql';
import { wellFormed } from './selectors.ts';
import type { Matcher } from '../query/selector.ts';

/**
 * Puts matchers into every selector of a PromQL text, beside those that it has: series that do not match them are not
 * seen, whatever the text asks for.
 *
 * @throws {SyntaxError} for a text that is not PromQL, since a selector in it could be overlooked
 */
export function withMatchers(promql: string, matchers: readonly Matcher[]): string {
  if (matchers.length === 0) return promql;
  const text = matchers.map(matcherText).join(', ');
  const insertions: { readonly at: number; readonly text: string }[] = [];
  parser
    .configure({ strict: true })
    .parse(promql)
    .iterate({
      enter: ({ name, node, to }) => {
        if (name !== 'VectorSelector') return;
        const braces = node.getChild('LabelMatchers');
        if (braces === null) insertions.push({ at: to, text: `{${text}}` });
        else insertions.push({ at: braces.from + 1, text: braces.firstChild === null ? text : `${text}, ` });
      },
    });
  return insertions.reduceRight((rest, { at, text: added }) => rest.slice(0, at) + added + rest.slice(at), promql);
}

function matcherText({ label, operator, value }: Matcher): string {
  return `${label}${operator}${JSON.stringify(wellFormed(value))}`;
}
