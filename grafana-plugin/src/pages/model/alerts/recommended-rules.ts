import { t } from '@grafana/i18n';
import { alertSubject, type MeasureInfo } from '@driftline/shared';
import { ruleValues, type RuleEntry, type RuleValues } from '../../../datasource/rule-values.ts';
import { formatNumber, PREDICTIONS_PER_SECOND } from '../../values/format-number.ts';
import { RECOMMENDED } from './recommended.ts';

/** A rule that a model should have. */
export interface RecommendedRule {
  readonly info: MeasureInfo;
  readonly measure: string;
  readonly family: string;
  readonly title: string;
  /** Such as `> 0.25`, with the unit of what it is of. */
  readonly limitText: string;
}

const UNITS: Readonly<Record<string, string>> = {
  share: 'percentunit',
  seconds: 's',
  'per second': PREDICTIONS_PER_SECOND,
};

/** The rules that are recommended of the measures that the data source knows. */
export function recommendedRules(measures: readonly MeasureInfo[]): RecommendedRule[] {
  return RECOMMENDED.flatMap((id) => {
    const info = measures.find((each) => each.id === id);
    const { thresholds } = info ?? {};
    if (info === undefined || thresholds === undefined) return [];
    const { side, critical, of } = thresholds;
    const limit = `${side === 'above' ? '>' : '<'} ${formatNumber(critical, UNITS[info.unit])}`;
    return [
      {
        info,
        measure: id,
        family: info.family,
        title: alertSubject(info, {}),
        limitText: of === 'excess' ? t('pages.alerts.above-training', '{{- limit}} above training', { limit }) : limit,
      },
    ];
  });
}

/** The values of a rule of one model. */
export function valuesOf(rule: RecommendedRule, model: string, dataSource: string): RuleValues {
  return ruleValues({
    measure: rule.info,
    query: { measure: rule.measure, where: { model: [model] } },
    dataSource,
  });
}

/** A provisioning file of Grafana with all of the rules: JSON, which is YAML too. */
export function provisioningFile(model: string, recommended: readonly RecommendedRule[], dataSource: string): string {
  const entries = (labels: readonly RuleEntry[]): object =>
    Object.fromEntries(labels.map(({ key, value }) => [key, value]));
  const rules = recommended.map((rule) => {
    const { name, evaluateFor, labels, annotations, queries, condition, noDataState, execErrState } = valuesOf(
      rule,
      model,
      dataSource,
    );
    return {
      uid: uidOf(model, rule.measure),
      title: name,
      condition,
      for: evaluateFor,
      noDataState,
      execErrState,
      labels: entries(labels),
      annotations: entries(annotations),
      data: queries,
    };
  });
  const group = { orgId: 1, name: `driftline ${model}`, folder: 'Driftline', interval: '1m', rules };
  return `${JSON.stringify({ apiVersion: 1, groups: [group] }, undefined, 2)}\n`;
}

/** Grafana takes up to 40 letters, digits, dashes and underscores: names that differ in others differ in their sum. */
function uidOf(model: string, measure: string): string {
  let sum = 0;
  for (const letter of model) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `dl-${measure}-${sum.toString(36)}`.slice(0, 40);
}
