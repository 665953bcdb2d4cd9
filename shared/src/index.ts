export * from './engine.ts';
export * from './conventions/attributes.ts';
export * from './conventions/dimensions.ts';
export * from './conventions/metrics.ts';
export * from './conventions/series.ts';
export { likelyName, similarNames } from './conventions/similar-names.ts';
export { compareText } from './conventions/text-order.ts';
export * from './profile/bin-order.ts';
export * from './profile/bins.ts';
export { calibratedBins, type CalibratedBin } from './statistics/calibrated-bins.ts';
export { canonicalText, type LabelMode } from './profile/canonical-text.ts';
export * from './profile/json-schema.ts';
export { LabelMatcher, NO_MATCH } from './profile/label-matcher.ts';
export { hasLeadingZeros, numberOfText } from './profile/numeric-text.ts';
export * from './profile/parse.ts';
export * from './profile/profile-error.ts';
export * from './profile/schema.ts';
export { ALERT_SIGNIFICANCE } from './statistics/significance.ts';
export { criticalDropOf } from './statistics/accuracy-noise.ts';
export { accuracyOf } from './statistics/accuracy.ts';
export { balancedAccuracyOf } from './statistics/balanced-accuracy.ts';
export { countsOfClass, type ConfusionCell } from './statistics/confusion-matrix.ts';
export { f1OfClass } from './statistics/f1.ts';
export { ratioOfExtremes, ratioToReference } from './statistics/group-comparison.ts';
export { precisionOfClass } from './statistics/precision.ts';
export { populationStabilityIndex } from './statistics/psi.ts';
export { psiCriticalValueOf } from './statistics/psi-critical-value.ts';
export { valueOfRate } from './statistics/rate.ts';
export { unseenShareOf } from './statistics/unseen-share.ts';
export { recallOfClass } from './statistics/recall.ts';
export { wilsonInterval } from './statistics/wilson-interval.ts';
export { withMatchers } from './promql/enforced-matchers.ts';
export { durationText, isDuration, secondsOf } from './query/duration.ts';
export { parseSelector, type Matcher, type Selector } from './query/selector.ts';
export { alertAnnotations, GRAFANA_TEMPLATES } from './alerts/alert-annotations.ts';
export { alertLabels } from './alerts/alert-labels.ts';
export { alertSubject, limitText } from './alerts/alert-title.ts';
export {
  DEFAULT_ALERTS,
  DEFAULT_KEEP_FIRING_FOR,
  DEFAULT_RULE_OPTIONS,
  type DescribedAlert,
  type RuleOptions,
} from './alerts/alert.ts';
export { grafanaPromqlRules } from './alerts/grafana-promql-rules.ts';
export { grafanaRules } from './alerts/grafana-rules.ts';
export { thresholdOf, type Evaluator, type GrafanaOptions } from './alerts/grafana-rule-file.ts';
export type { PrometheusRules } from './alerts/prometheus-groups.ts';
export { prometheusRules, recordedName, splitPrometheusRules } from './alerts/prometheus-rules.ts';
export { AlertConfigError } from './alert-config/alert-config-error.ts';
export { alertConfigJsonSchema } from './alert-config/json-schema.ts';
export { readAlertConfig } from './alert-config/read-alert-config.ts';
export { ruleOptionsOf } from './alert-config/rule-options.ts';
export { watchedTable } from './alert-config/watched-table.ts';
export { alertsGuide } from './docs/alerts-guide.ts';
export { measuresGuide } from './docs/measures-guide.ts';
export { metricsTable } from './docs/metrics-table.ts';
