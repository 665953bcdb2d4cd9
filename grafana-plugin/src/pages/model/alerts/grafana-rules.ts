import { ATTRIBUTES, labelOf, type Matcher } from '@driftline/shared';
import { ruleQuestion } from '../../../common/rule-question.ts';

/** Where Grafana tells of its alert rules and their states. */
export const RULES_PATH = '/api/prometheus/grafana/api/v1/rules';

/** The parts of that API that the pages read. */
export interface RulesAnswer {
  readonly data: { readonly groups: readonly { readonly file: string; readonly rules: readonly GrafanaRule[] }[] };
}

export interface GrafanaRule {
  readonly uid: string;
  readonly name: string;
  readonly state: 'firing' | 'pending' | 'inactive' | 'recovering' | 'nodata';
  readonly query: string;
  readonly labels?: Labels;
  readonly isPaused?: boolean;
  readonly health?: string;
  readonly alerts?: readonly GrafanaAlert[];
}

interface GrafanaAlert {
  readonly state: string;
  readonly labels: Labels;
  readonly activeAt: string;
}

/** One silence, as `/api/alertmanager/grafana/api/v2/silences` has it. */
export interface Silence {
  readonly id: string;
  readonly status: { readonly state: string };
  readonly endsAt: string;
  readonly comment: string;
  readonly matchers: readonly {
    readonly name: string;
    readonly value: string;
    readonly isRegex: boolean;
    readonly isEqual: boolean;
  }[];
}

type Labels = Readonly<Record<string, string>>;

const MODEL = labelOf(ATTRIBUTES.modelName);

/** A rule of Grafana with the folder that it is in. */
export interface FoundRule extends GrafanaRule {
  readonly folder: string;
}

/**
 * The rules of a measure for a model: those of its family whose query asks for the measure, for this model or for all.
 */
export function rulesOf({ data }: RulesAnswer, measure: string, family: string, model: string): FoundRule[] {
  return data.groups
    .flatMap(({ file, rules }) => rules.map((rule): FoundRule => ({ ...rule, folder: file })))
    .filter(({ labels = {}, query }) => {
      const asked = ruleQuestion(query);
      const { model: models = [] } = asked?.where ?? {};
      // Models with limits of their own are left out of the rule of the others.
      const isLeftOut = !(asked?.labelFilters ?? []).every((filter) => filter.label !== MODEL || isMet(filter, model));
      const isAskedFor = models.length === 0 || models.includes(model);
      const isOfModel = (labels['model'] ?? model) === model && isAskedFor && !isLeftOut;
      return labels['driftline'] === family && asked?.measure === measure && isOfModel;
    });
}

/** Alerts of a rule that are about a model. */
export function alertsOf({ alerts = [] }: GrafanaRule, model: string): readonly GrafanaAlert[] {
  return alerts.filter(
    ({ labels, state }) => (labels['ml_model_name'] ?? model) === model && /^(Alerting|Pending)/.test(state),
  );
}

/** Since when the first alert of a rule is active, in milliseconds since 1970. */
export function activeSince(rule: GrafanaRule, model: string): number | undefined {
  const times = alertsOf(rule, model).map(({ activeAt }) => Date.parse(activeAt));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The silence that covers all alerts of a rule that are about a model; undefined where any is heard. */
export function silenceOf(rule: GrafanaRule, model: string, silences: readonly Silence[]): Silence | undefined {
  const alerts = alertsOf(rule, model);
  if (alerts.length === 0) return undefined;
  return silences
    .filter(({ status }) => status.state === 'active')
    .find((silence) => alerts.every(({ labels }) => covers(silence, labels)));
}

function covers({ matchers }: Silence, labels: Labels): boolean {
  return matchers.every(({ name, value, isRegex, isEqual }) => {
    const own = labels[name] ?? '';
    return isEqual === (isRegex ? matches(value, own) : own === value);
  });
}

function isMet({ operator, value }: Matcher, own: string): boolean {
  const isRegex = operator.endsWith('~');
  return operator.startsWith('=') === (isRegex ? matches(value, own) : own === value);
}

/** What is no regular expression here, as one of Go's may be, matches nothing. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}
