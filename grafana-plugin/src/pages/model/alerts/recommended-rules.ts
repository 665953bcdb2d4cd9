import type { MeasureInfo } from '@driftline/shared';
import { formatNumber } from '../../values/format-number.ts';

/** Measures that should have a rule, in the order in which people should meet them. */
export const RECOMMENDED = [
  'psi',
  'accuracy-drop',
  'disparate-impact',
  'latency-quantile',
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
] as const;

/** Over which a rule looks back, and how long its condition has to hold. */
export const RULE_WINDOW = '1h';
export const PENDING = '5m';

/** Probability that noise alone fires a rule: lower than where a person looks once, since windows follow one another. */
const SIGNIFICANCE = 0.001;

/** A rule that a model should have. */
export interface RecommendedRule {
  readonly measure: string;
  readonly family: string;
  readonly title: string;
  readonly side: 'above' | 'below';
  readonly limit: number;
  /** Such as `> 0.25`, with the unit of what it is of. */
  readonly limitText: string;
  /** Whether the limit is of the excess over the training data. */
  readonly ofExcess: boolean;
  readonly name: string;
  readonly description: string;
  readonly runbook: string;
}

const UNITS: Readonly<Record<string, string>> = { share: 'percentunit', seconds: 's' };

/** The rules that are recommended of the measures that the data source knows. */
export function recommendedRules(measures: readonly MeasureInfo[]): RecommendedRule[] {
  return RECOMMENDED.flatMap((id) => {
    const info = measures.find((each) => each.id === id);
    const { thresholds } = info ?? {};
    if (info === undefined || thresholds === undefined) return [];
    const { side, critical, of, title, runbook } = thresholds;
    const ofExcess = of === 'excess';
    const text = formatNumber(critical, UNITS[info.unit]);
    return [
      {
        measure: id,
        family: info.family,
        title: title ?? (info.family === 'drift' ? `Feature drift: ${info.name}` : info.name),
        side,
        limit: critical,
        limitText: `${side === 'above' ? '>' : '<'} ${text}${ofExcess ? ' above training' : ''}`,
        ofExcess,
        name: info.name,
        description: info.description,
        runbook,
      },
    ];
  });
}

type Label = { readonly key: string; readonly value: string };

/** What Grafana's editor of rules is opened with, and what a provisioning file has of a rule. */
export interface RuleValues {
  readonly type: 'grafana';
  readonly name: string;
  readonly condition: 'B';
  readonly evaluateFor: string;
  readonly noDataState: 'OK';
  readonly execErrState: 'Error';
  readonly labels: readonly Label[];
  readonly annotations: readonly Label[];
  readonly queries: readonly object[];
}

/**
 * The values of a rule for Grafana's editor.
 *
 * @param dataSource - UID of the data source that is asked
 * @param address - of the page that tells more, with its host
 */
export function ruleValues(rule: RecommendedRule, model: string, dataSource: string, address: string): RuleValues {
  const { measure, side, limit, limitText, ofExcess, title, name, description, runbook } = rule;
  const query = {
    refId: 'A',
    measure,
    where: { model: [model] },
    window: RULE_WINDOW,
    baseline: { kind: 'reference' },
    instant: true,
    ...(ofExcess ? { show: 'excess' } : {}),
    ...(measure === 'psi' || measure === 'accuracy-drop' || ofExcess ? { significance: SIGNIFICANCE } : {}),
  };
  const expression = { type: '__expr__', uid: '__expr__' };
  return {
    type: 'grafana',
    name: `${title} of ${model}`,
    condition: 'B',
    evaluateFor: PENDING,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: [
      { key: 'driftline', value: measure },
      { key: 'model', value: model },
      { key: 'severity', value: 'critical' },
    ],
    annotations: [
      {
        key: 'summary',
        value: `${name} of ${model} is {{ with $values.A }}{{ humanize .Value }}{{ end }}, limit ${limitText}`,
      },
      { key: 'description', value: `${runbook} ${name}: ${description}` },
      { key: 'driftline_page', value: address },
    ],
    queries: [
      {
        refId: 'A',
        queryType: '',
        datasourceUid: dataSource,
        relativeTimeRange: { from: 3600, to: 0 },
        model: query,
      },
      {
        refId: 'B',
        queryType: '',
        datasourceUid: '__expr__',
        relativeTimeRange: { from: 0, to: 0 },
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          datasource: expression,
          conditions: [
            {
              type: 'query',
              evaluator: { type: side === 'above' ? 'gt' : 'lt', params: [limit] },
              operator: { type: 'and' },
              query: { params: ['A'] },
              reducer: { type: 'last', params: [] },
            },
          ],
        },
      },
    ],
  };
}

/** A provisioning file of Grafana with all of the rules: JSON, which is YAML too. */
export function provisioningFile(model: string, values: readonly RuleValues[]): string {
  const entries = (labels: readonly Label[]): object =>
    Object.fromEntries(labels.map(({ key, value }) => [key, value]));
  const rules = values.map(
    ({ name, condition, evaluateFor, noDataState, execErrState, labels, annotations, queries }) => ({
      uid: uidOf(model, labels.find(({ key }) => key === 'driftline')?.value ?? name),
      title: name,
      condition,
      for: evaluateFor,
      noDataState,
      execErrState,
      labels: entries(labels),
      annotations: entries(annotations),
      data: queries,
    }),
  );
  const group = { orgId: 1, name: `driftline ${model}`, folder: 'Driftline', interval: '1m', rules };
  return `${JSON.stringify({ apiVersion: 1, groups: [group] }, undefined, 2)}\n`;
}

/** Grafana takes up to 40 letters, digits, dashes and underscores: names that differ in others differ in their sum. */
function uidOf(model: string, measure: string): string {
  let sum = 0;
  for (const letter of model) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `dl-${measure}-${sum.toString(36)}`.slice(0, 40);
}
