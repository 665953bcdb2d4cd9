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

/** Expressions with the sums that they share put in place of it, and the records that it is read from. */
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
 * Of two sums of the same, the coarser one is that of the finer one's record: all bins of a feature, all features of a model.
 *
 * @param nameOf - name of the record of a sum, given its part and its window
 * @param matchers - which series of a record these expressions read, where other models have records of the same name
 */
export function sharedSums(
  expressions: readonly string[],
  nameOf: (part: string, window: string) => string,
  matchers: readonly Matcher[],
): Shared {
  const found = expressions.map(sumsIn);
  const records = new Map<string, { readonly name: string; readonly sum: Sum }>();
  // A measure that is such a sum itself needs no other record.
  const taken = new Set<string>(expressions);
  for (const sum of found.flat()) {
    const name = nameOf(sum.part, sum.window);
    // Of two sums with one name, the second stays as it is.
    if (!sum.by.includes(FEATURE) || records.has(sum.expr) || taken.has(sum.expr) || taken.has(name)) continue;
    records.set(sum.expr, { name, sum });
    taken.add(name);
  }
  const read = (name: string): string => withMatchers(name, matchers);
  const finerThan = (sum: Sum) =>
    [...records.values()]
      .filter(({ sum: other }) => isCoarser(sum, other))
      .sort((one, other) => one.sum.by.length - other.sum.by.length)[0];
  const summed = (sum: Sum): string | undefined => {
    const finer = finerThan(sum);
    return finer && `${sum.operator} by (${sum.by.join(', ')}) (${read(finer.name)})`;
  };
  const needed = (sum: Sum): Recorded[] => {
    const finer = finerThan(sum);
    const own = records.get(sum.expr);
    return [
      ...(finer === undefined ? [] : needed(finer.sum)),
      ...(own === undefined ? [] : [{ record: own.name, expr: summed(sum) ?? sum.expr }]),
    ];
  };
  return {
    sums: found.map((sums) => [...new Map(sums.flatMap(needed).map((each) => [each.record, each])).values()]),
    expressions: expressions.map((expression, i) =>
      (found[i] ?? []).reduceRight((text, sum) => {
        const record = records.get(sum.expr);
        const other = record === undefined ? summed(sum) : read(record.name);
        return other === undefined ? text : text.slice(0, sum.from) + other + text.slice(sum.to);
      }, expression),
    ),
  };
}

/** An aggregation of one function over time, where it stands in an expression, and what of its name tells it from others. */
interface Sum {
  readonly from: number;
  readonly to: number;
  readonly expr: string;
  readonly operator: string;
  readonly of: string;
  readonly by: readonly string[];
  readonly part: string;
  readonly window: string;
}

/** Of the same series, the same sum, the same maximum and the same minimum are those of any division of them. */
function isCoarser(sum: Sum, finer: Sum): boolean {
  return (
    sum.of === finer.of &&
    sum.operator === finer.operator &&
    ['sum', 'max', 'min'].includes(sum.operator) &&
    sum.by.length < finer.by.length &&
    sum.by.every((label) => finer.by.includes(label))
  );
}

const FEATURE = labelOf(ATTRIBUTES.featureName);
/** Labels that every sum of a feature has, and that its name need not say. */
const USUAL: readonly string[] = [ATTRIBUTES.modelName, ATTRIBUTES.modelVersion, ATTRIBUTES.profileId].map(labelOf);

/** Aggregations of one function over time: `sum by (…, ml_feature_name) (increase(…[1h]))`. */
function sumsIn(expression: string): Sum[] {
  const sums: Sum[] = [];
  const text = ({ from, to }: { readonly from: number; readonly to: number }): string => expression.slice(from, to);
  parser
    .configure({ strict: true })
    .parse(expression)
    .iterate({
      enter: ({ name, node, from, to }) => {
        if (name !== 'AggregateExpr') return;
        const of = node.getChild('FunctionCallBody')?.firstChild;
        const over = of?.getChild('FunctionCallBody')?.getChild('MatrixSelector');
        const selector = over?.getChild('VectorSelector');
        const metric = selector?.getChild('Identifier');
        const duration = over?.getChild('DurationExpr');
        const operator = node.getChild('AggregateOp');
        const by = node.getChild('AggregateModifier')?.getChild('GroupingLabels')?.getChildren('LabelName').map(text);
        if (!of || !metric || !duration || !operator || !by) return;
        const conditions = selector?.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
        const own = conditions.flatMap((condition) => {
          const [label, value] = [condition.getChild('LabelName'), condition.getChild('StringLiteral')];
          return label && value && !USUAL.includes(text(label)) ? [text(value)] : [];
        });
        const finer = by.filter((label) => label !== FEATURE && !USUAL.includes(label));
        sums.push({
          from,
          to,
          expr: text({ from, to }),
          operator: text(operator),
          of: text(of),
          by,
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
