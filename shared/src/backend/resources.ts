import { compile } from '../compiler/compile.ts';
import {
  bucketBounds,
  CHOICES,
  labelValues,
  segmentValues,
  type Choice,
  type LabelValuesQuery,
} from '../compiler/label-values.ts';
import { plan } from '../compiler/plan.ts';
import { reportsOf, reportTexts } from '../compiler/reports.ts';
import { measureById } from '../measures/registry.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import type { SeriesList } from '../query/answers.ts';
import { QueryError } from '../query/query-error.ts';
import { AskList, type Answer, type Ask } from './asks.ts';
import { measureInfos } from './measure-info.ts';
import { completePanelQuery } from './panel-query.ts';
import { completeSettings, type CompleteSettings } from './settings.ts';
import { describeFailure, failureOf, type Failure } from './store-failure.ts';
import { filledWindow } from './time-grid.ts';

/** A request of an editor, a variable or a page. */
export interface ResourceRequest {
  /** Parsed `jsonData` of the data source. */
  readonly settings: unknown;
  /** Such as `models`, without slashes at its ends. */
  readonly path: string;
  /** Fields of the address, each possibly several times. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** Parsed body of a request that has one. */
  readonly body?: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a resource asks the store, or its answer where it needs none. */
export type ResourcePlan = { readonly asks: readonly Ask[] } | ResourceResponse;

export interface ResourceResponse {
  readonly status: number;
  readonly body: unknown;
}

/** The PromQL of a query, for people to read and to take elsewhere. */
export interface Preview {
  /** One expression, or the texts of the plan where PromQL cannot express the measure. */
  readonly texts: readonly string[];
  /** Whether it is one expression, which means the same elsewhere. */
  readonly isOne: boolean;
}

/** How far back names are looked for unless the request says from when. */
const LOOK_BACK_MS = 6 * 3_600_000;

/** Answers a request, or says what the store has to be asked for it. */
export function planResource(request: ResourceRequest): ResourcePlan {
  try {
    const settings = completeSettings(request.settings);
    const { path, body } = request;
    switch (path) {
      case 'measures':
        return { status: 200, body: measureInfos() };
      case 'promql':
        return { status: 200, body: previewOf(body, settings, request.now) };
      case 'distributions':
        return asked({ label: '__name__', series: '{__name__=~".+_bucket"}' }, request, settings);
      case 'reports':
        return askedReports(request, settings);
      case 'segment-values':
        return asked(segmentValues(only(request, 'segment'), chosen(request)), request, settings);
      case 'edges':
        return asked(bucketBounds(only(request, 'selector')), request, settings);
      default:
        return isChoice(path) ? asked(labelValues(path, chosen(request)), request, settings) : notFound(path);
    }
  } catch (error) {
    return failed(failureOf(error));
  }
}

/** The answer of a resource, given what the store answered to its plan. */
export function answerResource({ path }: ResourceRequest, answers: readonly Answer[], url: string): ResourceResponse {
  const [answer] = answers;
  if (path === 'reports') return answeredReports(answers, url);
  if (answer === undefined || 'series' in answer) return failed(failureOf(new RangeError('no names were asked for')));
  if ('failure' in answer) return failed(describeFailure(answer.failure, url));
  const { names } = answer;
  switch (path) {
    case 'edges': {
      const bounds = names.map(Number).filter(Number.isFinite);
      return { status: 200, body: [...new Set(bounds)].sort((a, b) => a - b) };
    }
    case 'distributions':
      return { status: 200, body: names.map((name) => name.replace(/_bucket$/, '')) };
    default:
      return { status: 200, body: names };
  }
}

function asked(
  { label, series }: LabelValuesQuery,
  { parameters, now }: ResourceRequest,
  settings: CompleteSettings,
): ResourcePlan {
  const list = new AskList(settings.labelFilters);
  list.add({ kind: 'labels', label, selector: series, ...rangeOf({ parameters, now }) });
  return { asks: list.asks };
}

function askedReports(request: ResourceRequest, settings: CompleteSettings): ResourcePlan {
  const { start, end } = rangeOf(request);
  const list = new AskList(settings.labelFilters);
  for (const promql of reportTexts(chosen(request), end - start)) list.add({ kind: 'instant', promql, time: end });
  return { asks: list.asks };
}

function answeredReports(answers: readonly Answer[], url: string): ResourceResponse {
  const series: SeriesList[] = [];
  for (const answer of answers) {
    if ('failure' in answer) return failed(describeFailure(answer.failure, url));
    if (!('series' in answer)) return failed(failureOf(new RangeError('no series were asked for')));
    series.push(answer.series);
  }
  return { status: 200, body: reportsOf(series) };
}

/** The time range of a request, in seconds since 1970. */
function rangeOf({ parameters, now }: Pick<ResourceRequest, 'parameters' | 'now'>): { start: number; end: number } {
  const time = (name: string, otherwise: number): number => Number(parameters[name]?.[0] ?? otherwise) / 1000;
  const [start, end] = [time('from', now - LOOK_BACK_MS), time('to', now)];
  if (!(start <= end))
    throw new QueryError('from and to are not the ends of a time range: give milliseconds since 1970.');
  return { start, end };
}

function previewOf(body: unknown, settings: CompleteSettings, now: number): Preview {
  const saved = completePanelQuery(body ?? {}, settings);
  const wish = { from: now - 3_600_000, to: now, intervalMs: 15_000 };
  // Variables of Grafana mean nothing elsewhere.
  const query = { ...saved, window: filledWindow(saved.window, wish, settings) };
  const isOne = measureById(query.measure).hasPromql;
  const texts = isOne ? [compile(query).promql] : plan(query);
  const filters = [...settings.labelFilters, ...(query.labelFilters ?? [])];
  return { texts: texts.map((text) => withMatchers(text, filters)), isOne };
}

function chosen({ parameters }: ResourceRequest): { model: readonly string[]; version: readonly string[] } {
  return { model: parameters['model'] ?? [], version: parameters['version'] ?? [] };
}

function only({ parameters }: ResourceRequest, name: string): string {
  const [value] = parameters[name] ?? [];
  if (value === undefined) throw new QueryError(`${name} is missing in the address: add ?${name}=…`);
  return value;
}

function isChoice(path: string): path is Choice {
  return CHOICES.some((choice) => choice === path);
}

function notFound(path: string): ResourceResponse {
  const known = [...CHOICES, 'measures', 'promql', 'reports', 'edges', 'distributions', 'segment-values'].join(', ');
  return { status: 404, body: { message: `There is no ${JSON.stringify(path)}: ask for one of ${known}.` } };
}

function failed({ message, status }: Failure): ResourceResponse {
  return { status, body: { message } };
}
