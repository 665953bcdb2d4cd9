import type { Unit } from '../templates/description.ts';
import type { Alert, RuleOptions } from './alert.ts';
import { limitText } from './alert-title.ts';

/** How the annotations of a rule refer to the value of the alert. */
export interface TemplateLanguage {
  /** A sentence that names the value, and the text if there is no value. */
  withValue(sentence: (value: string) => string, otherwise: string): string;
}

/** In Prometheus, Mimir, Thanos and vmalert, an alert that fires has a value. */
export const PROMETHEUS_TEMPLATES: TemplateLanguage = { withValue: (sentence) => sentence('$value') };

/** Grafana expands annotations even if the query gave nothing, and logs an error for a missing value. */
export const GRAFANA_TEMPLATES: TemplateLanguage = {
  withValue: (sentence, otherwise) => `{{ with $values.A }}${sentence('.Value')}{{ else }}${otherwise}{{ end }}`,
};

/** What people read when an alert fires: what and how much in the summary, what to do in the description. */
export function alertAnnotations(
  alert: Alert,
  options: RuleOptions,
  language: TemplateLanguage,
): Record<string, string> {
  const { measure, side, limit } = alert;
  const bound = limitText(measure, limit);
  const summary = (value: string): string =>
    `${measure.name} of ${subjectOf(alert)} is {{ ${FORMATS[measure.unit]} ${value} }}, ${side} ${bound}`;
  return {
    summary: language.withValue(summary, `${measure.name} has no value`),
    description: [
      ...(measure.thresholds === undefined ? [] : [measure.thresholds.runbook]),
      `${measure.name}: ${measure.description}`,
      `The alert fires when the value over ${options.longWindow} is ${side} ${bound} for ${options.holdFor}. It resolves ` +
        `when the value over ${options.shortWindow} is within the limit.`,
    ].join(' '),
    ...(options.runbooks === undefined ? {} : { runbook_url: `${options.runbooks}#${measure.id}` }),
  };
}

const FORMATS: Record<Unit, string> = {
  share: 'humanizePercentage',
  index: 'printf "%.3f"',
  seconds: 'humanizeDuration',
  'per second': 'printf "%.3f"',
};

/** Names the feature, the group or the histogram, and the model, by the labels of the alert. */
function subjectOf({ measure }: Alert): string {
  const model = '{{ $labels.ml_model_name }} {{ $labels.ml_model_version }}';
  switch (measure.subject) {
    case 'distribution':
    case 'feature':
      return `{{ $labels.ml_feature_name }} (${model})`;
    case 'bin':
      return `{{ $labels.ml_feature_name }} {{ $labels.ml_feature_bin }} (${model})`;
    case 'group':
      return `{{ $labels.ml_group_attribute }} {{ $labels.ml_group_value }} (${model})`;
    case 'group attribute':
      return `{{ $labels.ml_group_attribute }} (${model})`;
    case 'model':
      return model;
  }
}
