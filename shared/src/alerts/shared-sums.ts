import { parser } from '@prometheus-io/lezer-promql';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import type { Matcher } from '../query/selector.ts';

/** A recording rule. */
export interface Recorded {
  readonly record: string;
  readonly expr: string;
}

/** Expressions with what they share put in place of it, and the records that it is read from. */
export interface Shared {
  /** The sums that each expression reads, in its order. */
  readonly sums: readonly (readonly Recorded[])[];
  readonly expressions: readonly string[];
}

/**
 * Finds the sums over replicas that expressions are made of, so that each is recorded once. Such a sum reads every sample of
 * every replica in its window, and a measure reads it up to a dozen times. Only sums by feature are worth a record:
 * what is counted of a model as a whole does not grow with its features. A sum that is read once is recorded as well: where
 * a ruler gives a label of its own to what it records, as that of Thanos does, records match nothing but records.
 *
 * @param nameOf - name of the record of a sum, given its part and its window
 * @param matchers - which series of a record these expressions read, where other models have records of the same name
 */
export function sharedSums(
  expressions: readonly string[],
  nameOf: (part: string, window: string) => string,
  matchers: readonly Matcher[],
): Shared {
  const found = expressions.map(featureSums);
  const records = new Map<string, string>();
  const taken = new Set<string>(expressions);
  for (const { expr, part, window } of found.flat()) {
    const name = nameOf(part, window);
    // A measure that is such a sum itself needs no other record, and of two sums with one name, the second stays as it is.
    if (records.has(expr) || taken.has(expr) || taken.has(name)) continue;
    records.set(expr, name);
    taken.add(name);
  }
  return {
    sums: found.map((sums) =>
      [...new Set(sums.map(({ expr }) => expr))].flatMap((expr) => {
        const record = records.get(expr);
        return record === undefined ? [] : [{ record, expr }];
      }),
    ),
    expressions: expressions.map((expression, i) =>
      (found[i] ?? []).reduceRight((text, { from, to, expr }) => {
        const record = records.get(expr);
        return record === undefined ? text : text.slice(0, from) + withMatchers(record, matchers) + text.slice(to);
      }, expression),
    ),
  };
}

/** Where a sum stands in an expression, and what of its name tells it from others. */
interface FeatureSum {
  readonly from: number;
  readonly to: number;
  readonly expr: string;
  readonly part: string;
  readonly window: string;
}

const FEATURE = labelOf(ATTRIBUTES.featureName);
/** Labels that every sum of a feature has, and that its name need not say. */
const USUAL: readonly string[] = [ATTRIBUTES.modelName, ATTRIBUTES.modelVersion, ATTRIBUTES.profileId].map(labelOf);

/** Aggregations by feature of one function over time: `sum by (…, ml_feature_name) (increase(…[1h]))`. */
function featureSums(expression: string): FeatureSum[] {
  const sums: FeatureSum[] = [];
  const text = ({ from, to }: { readonly from: number; readonly to: number }): string => expression.slice(from, to);
  parser
    .configure({ strict: true })
    .parse(expression)
    .iterate({
      enter: ({ name, node, from, to }) => {
        if (name !== 'AggregateExpr') return;
        const over = node
          .getChild('FunctionCallBody')
          ?.firstChild?.getChild('FunctionCallBody')
          ?.getChild('MatrixSelector');
        const selector = over?.getChild('VectorSelector');
        const metric = selector?.getChild('Identifier');
        const duration = over?.getChild('DurationExpr');
        const labels = node
          .getChild('AggregateModifier')
          ?.getChild('GroupingLabels')
          ?.getChildren('LabelName')
          .map(text);
        if (!metric || !duration || labels?.includes(FEATURE) !== true) return;
        const conditions = selector?.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
        const own = conditions.flatMap((condition) => {
          const [label, value] = [condition.getChild('LabelName'), condition.getChild('StringLiteral')];
          return label && value && !USUAL.includes(text(label)) ? [text(value)] : [];
        });
        const finer = labels.filter((label) => label !== FEATURE && !USUAL.includes(label));
        sums.push({
          from,
          to,
          expr: text({ from, to }),
          part: [
            text(metric).replace(/^ml_|_total$/g, ''),
            ...own,
            ...finer.map((label) => `by ${label.replace(/^ml_/, '')}`),
          ]
            .join(' ')
            .replace(/\W+/g, '_')
            .replace(/_$/, ''),
          window: text(duration),
        });
      },
    });
  return sums;
}
