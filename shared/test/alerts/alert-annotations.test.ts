import {
  alertAnnotations,
  GRAFANA_TEMPLATES,
  PROMETHEUS_TEMPLATES,
  queriedObservations,
  recordedObservations,
} from '../../src/alerts/alert-annotations.ts';
import { DEFAULT_RULE_OPTIONS } from '../../src/alerts/alert.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { alertOf } from './alert-of.ts';

const isEvent = ({ thresholds }: (typeof MEASURES)[number]): boolean => thresholds?.event !== undefined;
const ALERTS = MEASURES.filter((measure) => measure.hasPromql && !isEvent(measure)).map(({ id }) => alertOf(id, 0.5));
const SUMMARIES = (language: typeof GRAFANA_TEMPLATES) =>
  ALERTS.map((alert) => alertAnnotations(alert, DEFAULT_RULE_OPTIONS, language)['summary'] as string);

test('first what and how much, then what to do, then when it resolves', () => {
  expect(alertAnnotations(alertOf('psi'), DEFAULT_RULE_OPTIONS, PROMETHEUS_TEMPLATES)).toEqual({
    summary:
      'PSI of {{ $labels.ml_feature_name }} ({{ $labels.ml_model_name }} {{ $labels.ml_model_version }}) is ' +
      '{{ printf "%.3f" $value }}, above 0.25',
    description: expect.stringMatching(
      /^Look at the distribution .* PSI: Population stability index, .* fires when the value over 1h is above 0\.25 and above what noise alone reaches for 5m\. It resolves when the value over 5m is within the limit, or when nothing is counted in that time\.$/,
    ) as string,
  });
});

test('a page of runbooks is linked to the section of the measure', () => {
  const options = { ...DEFAULT_RULE_OPTIONS, runbooks: 'https://wiki.invalid/measures' };
  expect(alertAnnotations(alertOf('psi'), options, PROMETHEUS_TEMPLATES)['runbook_url']).toBe(
    'https://wiki.invalid/measures#psi',
  );
});

test.each([
  ['psi', /^PSI of \{\{ \$labels\.ml_feature_name \}\} \(/],
  ['missing-share', /^Missing share of \{\{ \$labels\.ml_feature_name \}\} \(/],
  ['psi-contribution', /of \{\{ \$labels\.ml_feature_name \}\} \{\{ \$labels\.ml_feature_bin \}\} \(/],
  ['selection-rate', /of \{\{ \$labels\.ml_group_attribute \}\} \{\{ \$labels\.ml_group_value \}\} \(/],
  [
    'disparate-impact',
    /of \{\{ \$labels\.ml_group_attribute \}\}\{\{ with \$labels\.ml_group_value \}\} \{\{ \. \}\}\{\{ end \}\} \(\{\{ \$labels\.ml_model_name \}\}/,
  ],
  ['accuracy', /of \{\{ \$labels\.ml_model_name \}\} \{\{ \$labels\.ml_model_version \}\} is/],
] as const)('%s names its subject by the labels of the alert', (measure, pattern) => {
  const { summary } = alertAnnotations(alertOf(measure, 0.5), DEFAULT_RULE_OPTIONS, PROMETHEUS_TEMPLATES);
  expect(summary).toMatch(pattern);
});

test.each([
  ['missing-share', ' is more than in training by at least {{ humanizePercentage $value }}, above 50 points'],
  ['accuracy-drop', '{{ humanizePercentage $value }}, above 50%'],
  ['latency-quantile', '{{ humanizeDuration $value }}, above 500 ms'],
  ['psi', '{{ printf "%.3f" $value }}, above 0.5'],
] as const)('%s is written in its unit', (measure, end) => {
  const { summary } = alertAnnotations(alertOf(measure, 0.5), DEFAULT_RULE_OPTIONS, PROMETHEUS_TEMPLATES);
  expect(summary?.endsWith(end)).toBe(true);
});

describe('in Grafana, which expands annotations even where there is no value', () => {
  test('a value is named only where it is there, and without one the text is a sentence', () => {
    for (const summary of SUMMARIES(GRAFANA_TEMPLATES)) {
      const parts = /^\{\{ with \$values\.A \}\}(?<sentence>.+)\{\{ else \}\}(?<otherwise>.+)\{\{ end \}\}$/.exec(
        summary,
      );
      const { sentence = '', otherwise = '' } = parts?.groups ?? {};
      expect(sentence).toMatch(/ \.Value \}\}, (above|below) /);
      expect(otherwise).toMatch(/^\p{L}.* has no value$/u);
      expect(otherwise).not.toContain('{{');
      expect(summary.split('$values')).toHaveLength(2);
    }
  });

  test('no other text names a value', () => {
    for (const alert of ALERTS) {
      const { description } = alertAnnotations(alert, DEFAULT_RULE_OPTIONS, GRAFANA_TEMPLATES);
      expect(description).not.toMatch(/\{\{|\$value/);
    }
  });
});

test('in Prometheus every summary names the value', () => {
  for (const summary of SUMMARIES(PROMETHEUS_TEMPLATES)) {
    expect(summary).toContain(' $value }}');
    expect(summary).not.toContain('$values');
  }
});

test('without a short window nothing is said of when it resolves', () => {
  const times = { longWindow: '5m', holdFor: '5m' };
  const { description } = alertAnnotations(alertOf('psi'), times, GRAFANA_TEMPLATES);
  expect(description).toMatch(/above what noise alone reaches for 5m\.$/);
});

test('a problem of a model as a whole needs no value for its texts', () => {
  for (const { id } of MEASURES.filter(isEvent)) {
    for (const language of [PROMETHEUS_TEMPLATES, GRAFANA_TEMPLATES]) {
      const texts = alertAnnotations(alertOf(id), DEFAULT_RULE_OPTIONS, language);
      expect(JSON.stringify(texts)).not.toContain('$value');
      expect(texts['summary']).toMatch(
        /^(No traffic|Reference missing|Telemetry lost): \{\{ \$labels\.ml_model_name \}\}/,
      );
      expect(texts['description']).toMatch(/The alert fires when this lasts for 5m, and resolves when it is over\.$/);
    }
  }
});

describe('of how many observations a value is', () => {
  test('a ruler looks it up by the labels of the alert, and says nothing where it is not recorded', () => {
    expect(recordedObservations(alertOf('disparate-impact'), 'driftline:disparate_impact_observations:1h')).toEqual({
      observations:
        '{{ with printf "driftline:disparate_impact_observations:1h{ml_model_name=%q, ml_model_version=%q, ml_group_attribute=%q, ml_group_value=%q}"' +
        ' $labels.ml_model_name $labels.ml_model_version $labels.ml_group_attribute $labels.ml_group_value | query }}' +
        '{{ . | first | value | printf "%.0f" }}{{ end }}',
    });
    expect(recordedObservations(alertOf('psi-contribution', 0.5), 'any')).toEqual({});
  });

  test('Grafana has it from a query of the rule, and says nothing where that gave none', () => {
    expect(queriedObservations('C')).toEqual({
      observations: '{{ with $values.C }}{{ printf "%.0f" .Value }}{{ end }}',
    });
  });
});
