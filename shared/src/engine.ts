/**
 * What a small JavaScript engine needs to answer queries: the back end, plan, evaluate and their texts. It imports nothing that needs a
 * browser, Node, a locale or an ES version after 2020; `npm run build` bundles it into one file.
 */
export * from './backend/index.ts';
export { CHOICES, bucketBounds, labelValues, type Choice, type LabelValuesQuery } from './compiler/label-values.ts';
export { aspectsOf, compile, type CompiledQuery } from './compiler/compile.ts';
export { evaluate } from './compiler/evaluate.ts';
export type { Limits, MeasureFrame } from './compiler/frames.ts';
export { plan } from './compiler/plan.ts';
export { MEASURES, measureById, type MeasureId } from './measures/registry.ts';
export { applicableInputs } from './query/applicable-inputs.ts';
export type { Answers, Labels, Series } from './query/answers.ts';
export * from './query/measure-query.ts';
export { QueryError } from './query/query-error.ts';
export { completeQuery, QUERY_SCHEMA_VERSION, type SavedQuery } from './query/saved-query.ts';
export { DEFAULT_SIGNIFICANCE } from './statistics/significance.ts';
export type { About, Family, Input, Thresholds, Unit } from './templates/description.ts';
export type { Measure } from './templates/measure.ts';
export { prometheusApi, StoreError, type Form, type PrometheusApi, type StoreAnswer } from './store/prometheus-api.ts';
