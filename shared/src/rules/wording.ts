import type { Unit } from '../measures/measure.ts';
import type { RuleOptions, Alarm } from './alarm.ts';

/** What people read when an alarm goes off; `value` is how the template language names the value. */
export function annotationsOf(alarm: Alarm, options: RuleOptions, value: string): Record<string, string> {
  const { measure, side, threshold } = alarm;
  const remedy = measure.thresholds?.remedy;
  return {
    summary: `${measure.name} of ${subjectOf(alarm)} is {{ ${value} | ${FORMATS[measure.unit]} }}, ${side} ${thresholdText(alarm)}`,
    description: [
      measure.description,
      `The alarm goes off ${side} ${threshold} over ${options.longWindow} and ends when ${options.shortWindow} is well again.`,
      ...(remedy === undefined ? [] : [remedy]),
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

function thresholdText({ measure, threshold }: Alarm): string {
  if (measure.unit === 'share') return `${Number((threshold * 100).toPrecision(6))}%`;
  return measure.unit === 'seconds' ? `${threshold} s` : String(threshold);
}

/** Names the feature, the groups or the histogram, and the model, by the labels of the alert. */
function subjectOf({ measure }: Alarm): string {
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

/** `DriftlineMissingShare`, and `DriftlinePsiWarning` for a warning. */
export function alertName({ measure, severity }: Alarm): string {
  const words = measure.id.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `Driftline${words.join('')}${severity === 'warning' ? 'Warning' : ''}`;
}
