import { plan } from '../compiler/plan.ts';
import { AskList, type Ask } from './asks.ts';
import { crossingStep } from './crossing-marks.ts';
import { completePanelQuery, marksVersions, type CompletePanelQuery } from './panel-query.ts';
import { completeSettings } from './settings.ts';
import { failureOf, type Failure } from './store-failure.ts';
import { filledWindow, timeGrid, type TimeWish } from './time-grid.ts';
import { referenceTexts } from './table-references.ts';
import { versionTexts } from './version-marks.ts';

/** One query as Grafana sends it. */
export interface AskedQuery extends TimeWish {
  readonly refId: string;
  /** What Grafana saved, parsed. */
  readonly model: unknown;
}

/** The queries of one request. */
export interface QueriesRequest {
  /** Parsed `jsonData` of the data source. */
  readonly settings: unknown;
  /** Whether an alert rule asks. */
  readonly forAlert?: boolean;
  readonly queries: readonly AskedQuery[];
}

/** One query with what it needs of the store. */
export interface PlannedQuery {
  readonly refId: string;
  readonly query: CompletePanelQuery;
  /** PromQL of its plan, and for each the index of the ask that answers it. */
  readonly texts: readonly string[];
  readonly asks: readonly number[];
  /** What the store is asked in their place, where the settings or the query have label filters. */
  readonly enforced?: readonly string[];
  /** Whether an alert rule asks, to which no frame means no data. */
  readonly forAlert?: boolean;
  /** Start of the time range in milliseconds since 1970, where the store is asked about more. */
  readonly from?: number;
}

/** A query that cannot be asked. */
export interface RefusedQuery {
  readonly refId: string;
  readonly error: Failure;
}

/** What a request asks the store: every question once, whichever queries need it. */
export interface QueriesPlan {
  readonly asks: readonly Ask[];
  readonly queries: readonly (PlannedQuery | RefusedQuery)[];
}

/** Plans the queries of a request together. One that cannot be asked takes none of the others with it. */
export function planQueries({ settings: given, forAlert, queries }: QueriesRequest): QueriesPlan {
  try {
    const settings = completeSettings(given);
    const list = new AskList(settings.labelFilters);
    const planned = queries.map((asked): PlannedQuery | RefusedQuery => {
      const { refId, model } = asked;
      try {
        const saved = completePanelQuery(model, settings, forAlert);
        const query = { ...saved, window: filledWindow(saved.window, asked, settings) };
        const texts = marksVersions(query)
          ? versionTexts(query.where, asked)
          : [...plan(query), ...referenceTexts(query)];
        const { labelFilters = [] } = query;
        const asks = texts.map((promql) => list.add(askOf(promql, query, asked), labelFilters));
        const enforced = asks.map((index) => list.promqlOf(index));
        const filtered = settings.labelFilters.length + labelFilters.length === 0 ? {} : { enforced };
        const start = marksVersions(query) ? { from: asked.from } : {};
        return { refId, query, texts, asks, ...filtered, ...start, ...(forAlert === true ? { forAlert } : {}) };
      } catch (error) {
        return { refId, error: failureOf(error) };
      }
    });
    return { asks: list.asks, queries: planned };
  } catch (error) {
    const failure = failureOf(error);
    return { asks: [], queries: queries.map(({ refId }) => ({ refId, error: failure })) };
  }
}

function askOf(promql: string, query: CompletePanelQuery, wish: TimeWish): Ask {
  const { instant, format, utcOffsetSec, window } = query;
  // A table has one row for each feature, group or model, and a distribution one for each bin: what holds at the end.
  if (instant === true || format === 'table' || format === 'distribution' || marksVersions(query))
    return { kind: 'instant', promql, time: wish.to / 1000 };
  if (format === 'annotations') return { kind: 'range', promql, ...timeGrid(crossingStep(wish, window), utcOffsetSec) };
  return { kind: 'range', promql, ...timeGrid(wish, utcOffsetSec) };
}
