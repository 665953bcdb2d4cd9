import { ATTRIBUTES, labelOf } from '@driftline/shared';
import { pageOf, tabOf } from '../common/addresses.ts';
import { ruleQuestion } from '../common/rule-question.ts';

type Labels = Readonly<Record<string, string>>;

/** What Grafana tells a link beside an alert that is active. */
export interface InstanceContext {
  readonly instance?: { readonly labels?: Labels };
}

/** What Grafana tells a link beside an alert rule. */
export interface RuleContext {
  readonly labels?: Labels;
  /** Of a rule of Grafana itself, its queries as JSON. */
  readonly expression?: string;
}

const MODEL = labelOf(ATTRIBUTES.modelName);
const VERSION = labelOf(ATTRIBUTES.modelVersion);
const FEATURE = labelOf(ATTRIBUTES.featureName);

/** Leads from an alert to the feature and the model that its labels name; nowhere from an alert that is not about a model. */
export function instanceLink(context: InstanceContext | undefined): { readonly path: string } | undefined {
  const labels = context?.instance?.labels ?? {};
  const { driftline, model } = labels;
  const name = labels[MODEL] ?? (driftline === undefined ? undefined : model);
  if (name === undefined && driftline === undefined) return undefined;
  const feature = labels[FEATURE];
  const version = labels[VERSION];
  return {
    path: pageOf(
      { model: listOf(name), feature: listOf(feature) },
      // Rules that people write have no family.
      tabOf(driftline ?? (feature === undefined ? undefined : 'drift')),
      feature === undefined || name === undefined ? {} : { featureVersion: listOf(version) },
    ),
  };
}

/** Leads from a rule of Driftline to the model that it is about; to all models where it is about several. */
export function ruleLink(context: RuleContext | undefined): { readonly path: string } | undefined {
  const { driftline, model } = context?.labels ?? {};
  if (driftline === undefined) return undefined;
  const asked = ruleQuestion(context?.expression ?? '')?.where ?? {};
  const where = model === undefined ? asked : { ...asked, model: [model] };
  return { path: pageOf(where, tabOf(driftline)) };
}

const listOf = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
