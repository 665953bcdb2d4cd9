import { parser } from '@prometheus-io/lezer-promql';
import { QueryError } from './query-error.ts';

/** One condition on a label. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  /** The text itself, free of PromQL's quotes and escapes. */
  readonly value: string;
}

/** Series that a person named. */
export interface Selector {
  readonly name: string;
  readonly matchers: readonly Matcher[];
}

const strict = parser.configure({ strict: true });

/**
 * Reads a selector that a person wrote, such as `http_request_duration_seconds{job="api"}`. Refuses everything
 * else (a range, a function, a second selector), so that it cannot change the meaning of the query around it.
 *
 * @param field - what the text is called in the error
 * @throws {QueryError} that says what to write
 */
export function parseSelector(field: string, text: string): Selector {
  try {
    return readSelector(text);
  } catch {
    throw new QueryError(
      `${field} is ${JSON.stringify(text)}: give the name of a metric and its labels, such as ` +
        'http_request_duration_seconds{job="api"}.',
    );
  }
}

function readSelector(text: string): Selector {
  const top = strict.parse(text).topNode;
  const vector = top.firstChild;
  const name = vector?.getChild('Identifier');
  if (vector?.name !== 'VectorSelector' || vector.nextSibling || !name)
    throw new SyntaxError('This is not a selector.');
  const matchers = vector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  const textOf = (node: { from: number; to: number } | null): string => text.slice(node?.from, node?.to);
  return {
    name: textOf(name),
    matchers: matchers.map((matcher) => ({
      label: textOf(matcher.getChild('LabelName')),
      operator: textOf(matcher.getChild('MatchOp')) as Matcher['operator'],
      value: unquoted(textOf(matcher.getChild('StringLiteral'))),
    })),
  };
}

function unquoted(literal: string): string {
  const inner = literal.slice(1, -1);
  if (literal.startsWith('`')) return inner;
  // A single-quoted text differs from a double-quoted one in which of the quotes is escaped.
  const json = literal.startsWith("'") ? inner.replace(/\\'/g, "'").replace(/"/g, '\\"') : inner;
  return JSON.parse(`"${json}"`) as string;
}
