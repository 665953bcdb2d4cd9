import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { DIMENSIONS, dimensionsOf } from '../conventions/dimensions.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';
import type { Unit } from '../templates/description.ts';
import type { DescribedAlert, RuleOptions } from './alert.ts';
import { alertSubject, limitText, pointsText } from './alert-title.ts';

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

/**
 * What people read when an alert fires: what and how much in the summary, what to do in the description. Without a short
 * window, nothing resolves an alert before its own window has forgotten.
 */
export function alertAnnotations(
  alert: DescribedAlert,
  options: Pick<RuleOptions, 'longWindow' | 'holdFor' | 'runbooks'> & { readonly shortWindow?: string },
  language: TemplateLanguage,
): Record<string, string> {
  const { measure, side, limit, show } = alert;
  if (measure.thresholds?.event !== undefined) return eventAnnotations(alert, measure.thresholds.event, options);
  const excess = show === 'excess';
  const bound = excess ? pointsText(limit) : limitText(measure, limit);
  const summary = (value: string): string =>
    `${measure.name} of ${subjectOf(alert)} is ${excess ? 'more than in training by at least ' : ''}` +
    `{{ ${FORMATS[measure.unit]} ${value} }}, ${side} ${bound}`;
  const what = excess ? 'the lower bound of the excess over the training share' : 'the value';
  return {
    summary: language.withValue(summary, `${measure.name} has no value`),
    description: [
      ...(measure.thresholds === undefined ? [] : [measure.thresholds.runbook]),
      `${measure.name}: ${measure.description}`,
      `The alert fires when ${what} over ${options.longWindow} is ${side} ${bound}` +
        `${measure.hasCriticalValue ? ' and above what noise alone reaches' : ''} for ${options.holdFor}.`,
      ...(options.shortWindow === undefined
        ? []
        : [
            `It resolves when the ${excess ? 'excess' : 'value'} over ${options.shortWindow} is within the limit, or when ` +
              'nothing is counted in that time.',
          ]),
    ].join(' '),
    ...runbookLink(measure, options),
  };
}

/** A problem of a model as a whole has no number that anybody needs, so that its texts name none. */
function eventAnnotations(
  { measure, query }: DescribedAlert,
  event: string,
  options: Pick<RuleOptions, 'holdFor' | 'runbooks'>,
): Record<string, string> {
  const model = `${attributeText(ATTRIBUTES.modelName)}${optionalText(ATTRIBUTES.modelVersion)}`;
  return {
    summary: `${alertSubject(measure, query)}: ${model} ${event}`,
    description: [
      ...(measure.thresholds === undefined ? [] : [measure.thresholds.runbook]),
      `${measure.name}: ${measure.description}`,
      `The alert fires when this lasts for ${options.holdFor}, and resolves when it is over.`,
    ].join(' '),
    ...runbookLink(measure, options),
  };
}

/** How many observations the value of an alert rests on: in the series that a ruler has recorded, else no text. */
export function recordedObservations(alert: DescribedAlert, record: string): Record<string, string> {
  const labels = seriesLabelsOf(alert);
  if (labels.length === 0) return {};
  const selector = `${record}{${labels.map((label) => `${label}=%q`).join(', ')}}`;
  const values = labels.map((label) => `$labels.${label}`).join(' ');
  return {
    observations: `{{ with printf ${JSON.stringify(selector)} ${values} | query }}{{ . | first | value | printf "%.0f" }}{{ end }}`,
  };
}

/** The same of a second query of a Grafana rule. */
export function queriedObservations(refId: string): Record<string, string> {
  return { observations: `{{ with $values.${refId} }}{{ printf "%.0f" .Value }}{{ end }}` };
}

/** Labels that tell the series of an alert apart; none where that takes more than the labels of its subject. */
function seriesLabelsOf({ measure, query: { of } }: DescribedAlert): string[] {
  const { modelName, modelVersion, profileId, featureName, groupAttribute, groupValue } = ATTRIBUTES;
  const model = [modelName, modelVersion];
  if (of?.kind === 'histogram') return [];
  switch (measure.subject) {
    case 'distribution':
    case 'feature':
      return [...model, profileId, ...(of?.kind === 'prediction' ? [] : [featureName])].map(labelOf);
    case 'group':
    case 'group attribute':
      return [...model, groupAttribute, groupValue].map(labelOf);
    case 'model':
      return model.map(labelOf);
    case 'bin':
      return [];
  }
}

function runbookLink({ id }: Pick<DescribedAlert['measure'], 'id'>, { runbooks }: Pick<RuleOptions, 'runbooks'>) {
  return runbooks === undefined ? {} : { runbook_url: `${runbooks}#${id}` };
}

const FORMATS: Record<Unit, string> = {
  share: 'humanizePercentage',
  index: 'printf "%.3f"',
  seconds: 'humanizeDuration',
  'per second': 'printf "%.3f"',
};

/** Labels of a bin. The distributions have the same, and with them what writes PromQL, which an editor of rules need not load. */
const BINS = {
  features: labelOf(ATTRIBUTES.featureBin),
  prediction: labelOf(ATTRIBUTES.predictionBin),
  outcomes: labelOf(ATTRIBUTES.outcomeActual),
  scores: labelOf(ATTRIBUTES.scoreBin),
  histogram: labelOf(ATTRIBUTES.featureBin),
} as const;

/** Names what the alert is about by the labels of the alert: the feature, the groups or the histogram, and the model. */
function subjectOf({ measure, query }: DescribedAlert): string {
  const model = dimensionsOf(METRICS.predictions)
    .map((dimension) => attributeText(DIMENSIONS[dimension]))
    .join(' ');
  const parts = {
    distribution: [distributionText(query)],
    feature: [attributeText(ATTRIBUTES.featureName)],
    bin: [distributionText(query), labelText(BINS[query.of?.kind ?? 'features'])],
    group: [attributeText(ATTRIBUTES.groupAttribute), attributeText(ATTRIBUTES.groupValue)],
    // A comparison with a reference group has a group, one of the extremes has none.
    'group attribute': [`${attributeText(ATTRIBUTES.groupAttribute)}${optionalText(ATTRIBUTES.groupValue)}`],
    model: [],
  }[measure.subject];
  if (query.of?.kind === 'histogram') return parts.join(' ');
  return parts.length === 0 ? model : `${parts.join(' ')} (${model})`;
}

function distributionText({ of = { kind: 'features' } }: MeasureQuery): string {
  switch (of.kind) {
    case 'features':
      return attributeText(ATTRIBUTES.featureName);
    case 'prediction':
      return 'the predictions';
    case 'outcomes':
      return 'the outcomes';
    case 'scores':
      return 'the scores';
    case 'histogram':
      // Braces of a selector would begin a template.
      return [parseSelector('of.selector', of.selector).name, ...of.by.map(labelText)].join(' ');
  }
}

const attributeText = (attribute: AttributeName): string => labelText(labelOf(attribute));
const optionalText = (attribute: AttributeName): string => `{{ with $labels.${labelOf(attribute)} }} {{ . }}{{ end }}`;
const labelText = (label: string): string => `{{ $labels.${label} }}`;
