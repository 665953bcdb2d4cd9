import {
  alertsOf,
  DEFAULT_ALERTS,
  DEFAULT_KEEP_FIRING_FOR,
  DEFAULT_RULE_OPTIONS,
  isEvent,
  longWindowOf,
} from '../alerts/alert.ts';
import { alertSubject, limitText, pointsText } from '../alerts/alert-title.ts';
import { activityOf } from '../compiler/activity.ts';
import { measureById, type MeasureId } from '../measures/registry.ts';
import { DEFAULT_QUERY } from '../query/measure-query.ts';
import { ALERT_SIGNIFICANCE } from '../statistics/significance.ts';
import type { Measure } from '../templates/measure.ts';

const { holdFor, longWindow, shortWindow } = DEFAULT_RULE_OPTIONS;

/** The guide of the default alert rules as Markdown: what each one waits for, and why. */
export function alertsGuide(): string {
  return [
    '# Alert rules',
    '',
    'What `driftline rules` writes by default, in each of its formats, and what `docker compose up` provisions.',
    '`npm run generate` writes this page from the sources. What to do about an alert stands in [measures.md](measures.md).',
    '',
    '| rule | warning | critical | window | at least | noise | ends without |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...DEFAULT_ALERTS.map(row),
    '',
    '## When an alert fires, and when it ends',
    '',
    `- **Window.** The value over the window has to be beyond the limit for ${holdFor} (\`for\`), so that one bad minute wakes`,
    '  nobody. With fewer observations than the minimum there is no value, and so no alert.',
    `- **Noise.** Drift, accuracy, errors and fairness have to be beyond what noise alone reaches, and shares of problems exceed those`,
    `  of the training data by the lower end of their interval, at a significance of ${ALERT_SIGNIFICANCE} for all features of a model`,
    '  together. `npm run quiet-week --workspace @driftline/shared` plays weeks in which nothing changes, and prints what fires.',
    '  A 99th percentile is not held against noise: of 200 calls it is that of two.',
    `- **Resolved.** An alert ends as soon as the value over ${shortWindow} is within the limit. With fewer observations than the`,
    '  minimum in that time, the window decides alone.',
    `- **Without traffic.** It also ends when nothing is counted of its model and version over ${shortWindow}: what the last column`,
    '  names. Outcomes come late and in lots, so that some minutes without one say nothing: alerts about outcomes go on while',
    '  the model predicts or outcomes arrive. That a model should have traffic and has none is an alert of its own.',
    '- **Batches.** Models that run in batches hold their alerts while the window remembers the last run, so choose a window',
    '  as long as the time between two runs. They have no rule of missing traffic or lost telemetry.',
    `- **Keep firing.** An alert that is over goes on for ${DEFAULT_KEEP_FIRING_FOR}, so that a value about its limit does not send one`,
    '  message a minute: `keep_firing_for` in rulers, `keepFiringFor` and `missing_series_evals_to_resolve` in Grafana, whose',
    '  first is for a rule without any value and whose second is for one series that has gone.',
    '- **Warning and critical.** Both are labels of two rules. Alertmanager silences a warning by an inhibition while the',
    '  critical alert of the same labels fires. Grafana has none: there the warning rule leaves out what is beyond the critical',
    '  limit over both windows. What is there or not at all has one rule, a critical one.',
    '- **The model as a whole.** Missing traffic, lost telemetry and missing references leave nothing for the other rules to be',
    '  about: their alerts inhibit those of the same model. Missing traffic and lost telemetry look at all versions of a model',
    '  together, since a new version takes the place of another, and forget a model after a day without predictions.',
    '',
    '## No data and errors',
    '',
    '- **No data** is `OK` in Grafana for every rule: a query leaves out what is fine, so that no value is the usual state. That',
    '  nothing arrives any more is what _Telemetry lost_ is for.',
    '- **Errors**: when the store cannot be asked, _Telemetry lost_ turns to `Error` and the others keep their state: one',
    '  alert about one incident. In a file without that rule each turns to `Error`.',
    '- In rulers, an expression without a result is no alert, and failed evaluations are metrics of the ruler itself.',
    '',
    '## Labels',
    '',
    'Every alert has `severity` (`warning` or `critical`), `driftline` (the family) and `driftline_measure` (the measure) next',
    'to the labels of its series: `ml_model_name`, `ml_model_version`, `ml_feature_name` and so on.',
    '',
  ].join('\n');
}

function row(id: MeasureId): string {
  const measure = measureById(id);
  const alerts = alertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([[id, undefined]]) });
  const limitOf = (severity: 'warning' | 'critical'): string => {
    const alert = alerts.find((each) => each.severity === severity);
    if (alert === undefined) return '–';
    const { side, limit, show } = alert;
    if (measure.unit === 'per second') return `${side} ${limit} per second`;
    return `${side} ${show === 'excess' ? pointsText(limit) : limitText(measure, limit)}`;
  };
  const cells = [
    `[${alertSubject(measure, DEFAULT_QUERY)}](measures.md#${id})`,
    limitOf('warning'),
    limitOf('critical'),
    longWindowOf(measure, { longWindow, shortWindow }),
    isEvent(measure) ? '–' : minimumText(measure),
    noiseText(measure),
    isEvent(measure) ? '–' : activityOf(measure, DEFAULT_QUERY).of,
  ];
  return `| ${cells.join(' | ')} |`;
}

function minimumText({ minimumObservations, observationsPerBin }: Measure): string {
  return observationsPerBin === 0
    ? String(minimumObservations)
    : `${minimumObservations}, and ${observationsPerBin} a bin`;
}

function noiseText({ hasCriticalValue, thresholds }: Measure): string {
  if (hasCriticalValue) return 'critical value';
  return thresholds?.of === 'excess' ? 'lower end of the interval' : '–';
}
