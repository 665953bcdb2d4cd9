import type { DataQuery } from '@grafana/schema';
import { takesPromql } from '../common/data-source-type.ts';
import { shownQueries, type AskedContext } from './asked-context.ts';

/** A classic histogram that a panel shows. */
export interface PanelHistogram {
  /** Its name and labels as PromQL, without `_bucket` and `le`; template variables are as they stand. */
  readonly selector: string;
  /** Labels by which the panel separates its distributions. */
  readonly by: readonly string[];
}

/** Texts and comments are skipped, so that what stands in them is not taken for a metric. */
const TEXT = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/.source;
const BUCKETS = new RegExp(
  `${TEXT}|#[^\\n]*|([a-zA-Z_:][\\w:]*)_bucket\\s*(?:\\{((?:${TEXT}|[^{}"'\`])*)\\})?\\s*\\[`,
  'g',
);
const MATCHER = new RegExp(`([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*(${TEXT})`, 'g');
const BY = /\bby\s*\(([\w\s,]*)\)/g;

/** The first histogram whose buckets a panel counts by their rate or increase. */
export function panelHistogram(context: AskedContext | undefined): PanelHistogram | undefined {
  return shownQueries(context)
    .filter(isOfPrometheus)
    .map(({ expr }) => histogramIn(expr))
    .find((histogram) => histogram !== undefined);
}

function isOfPrometheus(query: DataQuery): query is DataQuery & { readonly expr: string } {
  const { expr } = query as { readonly expr?: unknown };
  return takesPromql(query.datasource?.type) && typeof expr === 'string';
}

function histogramIn(expr: string): PanelHistogram | undefined {
  const found = [...expr.matchAll(BUCKETS)].find(([, name]) => name !== undefined);
  if (found === undefined) return undefined;
  const [, name = '', labels = ''] = found;
  const matchers = [...labels.matchAll(MATCHER)]
    .filter(([, label]) => label !== 'le')
    .map(([, label, operator, value]) => `${label}${operator}${value}`);
  const selector = matchers.length === 0 ? name : `${name}{${matchers.join(',')}}`;
  return { selector, by: separatedBy(expr) };
}

/** Labels beside `le` of the sum over buckets. */
function separatedBy(expr: string): string[] {
  const lists = [...expr.matchAll(BY)].map(([, labels = '']) => labels.split(/[\s,]+/).filter((label) => label !== ''));
  return (lists.find((labels) => labels.includes('le')) ?? []).filter((label) => label !== 'le');
}
