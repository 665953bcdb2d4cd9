/**
 * The back end of the data source, free of network and clock: a host (Go in Grafana, Node in the workbench) asks what to
 * ask the store, asks it, and hands the answers over.
 */
export { answerQuery, type QueryResult } from './answer-query.ts';
export type { Answer, Ask } from './asks.ts';
export type { AnnotationsOf } from './annotation-frame.ts';
export type { DataFrame, Field } from './data-frame.ts';
export { answerFrames, answerText, planText } from './host.ts';
export { answerHealth, planHealth, type Health, type HealthRequest } from './health.ts';
export type { MeasureInfo } from './measure-info.ts';
export type { Report } from '../compiler/reports.ts';
export {
  completePanelQuery,
  FORMATS,
  type CompletePanelQuery,
  type Format,
  type Mark,
  type PanelFields,
  type PanelQuery,
  type Severity,
} from './panel-query.ts';
export type { NoValues } from './no-values.ts';
export {
  planQueries,
  type AskedQuery,
  type PlannedQuery,
  type QueriesPlan,
  type QueriesRequest,
  type RefusedQuery,
} from './plan-queries.ts';
export {
  answerResource,
  planResource,
  type Preview,
  type ResourceRequest,
  type ResourceResponse,
} from './resources.ts';
export { completeSettings, DEFAULT_SETTINGS, type CompleteSettings, type Settings } from './settings.ts';
export { describeFailure, type Failure, type StoreFailure } from './store-failure.ts';
