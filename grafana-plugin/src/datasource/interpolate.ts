import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { Baseline, Matcher, SegmentChoice, Where } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';
import { variableAlone } from './variable-alone.ts';

type Templates = Pick<TemplateSrv, 'replace' | 'containsTemplate'>;

/** Windows that the back end fills in, which knows the interval between two scrapes. */
const GRAFANA_WINDOW = /^\$(__(rate_)?interval|__range|\{__(rate_)?interval\}|\{__range\})$/;

/** Puts the values of template variables into a query. What is missing in it stays missing. */
export function interpolate(query: DriftlineQuery, templates: Templates, scopedVars: ScopedVars = {}): DriftlineQuery {
  // What a query written by hand holds in place of a text, the back end refuses with a sentence.
  const replaced = (value: string): string =>
    typeof value === 'string' ? templates.replace(value, scopedVars) : value;
  const text = (value: string | undefined): string | undefined =>
    value === undefined || value === '' ? undefined : replaced(value);
  const { where, window, baseline, of, favorable, privileged, segment, labelFilters, legend, ...others } = query;
  const filled = {
    where: where && interpolateWhere(where, templates, scopedVars),
    window: window !== undefined && GRAFANA_WINDOW.test(window) ? window : text(window),
    baseline: baseline && filledBaseline(baseline, replaced),
    of: of?.kind === 'histogram' ? { ...of, selector: replaced(of.selector) } : of,
    favorable: text(favorable),
    privileged: text(privileged),
    segment: segment && filledSegment(segment, replaced, (entry) => valuesOf(entry, templates, scopedVars)),
    labelFilters: Array.isArray(labelFilters)
      ? (labelFilters as readonly Matcher[]).flatMap((filter) => filledFilter(filter, templates, scopedVars))
      : labelFilters,
    legend: text(legend),
  };
  const given = Object.entries(filled).filter(([, value]) => value !== undefined);
  return { ...others, ...Object.fromEntries(given) };
}

/**
 * Puts the values of template variables into what a query is narrowed to. A variable with several values becomes several
 * entries of its list; a variable that stands for all becomes an empty list, which asks for all.
 */
export function interpolateWhere(where: Where, templates: Templates, scopedVars: ScopedVars = {}): Where {
  const filled = Object.entries(where).map(([dimension, entries]) => [
    dimension,
    Array.isArray(entries) ? entries.flatMap((entry: string) => valuesOf(entry, templates, scopedVars)) : entries,
  ]);
  return Object.fromEntries(filled) as Where;
}

function filledSegment(
  { name, values }: SegmentChoice,
  replaced: (text: string) => string,
  valuesOf: (entry: string) => string[],
): SegmentChoice {
  return {
    ...(name === undefined ? {} : { name: replaced(name) }),
    ...(values === undefined ? {} : { values: Array.isArray(values) ? values.flatMap(valuesOf) : values }),
  };
}

function filledBaseline(baseline: Baseline, replaced: (text: string) => string): Baseline {
  switch (baseline.kind) {
    case 'earlier':
      return { ...baseline, offset: replaced(baseline.offset) };
    case 'version':
      return { ...baseline, version: replaced(baseline.version) };
    case 'selector':
      return { ...baseline, selector: replaced(baseline.selector) };
    default:
      return baseline;
  }
}

/** A variable with several values becomes their alternatives; one that stands for all, no filter. */
function filledFilter(filter: Matcher, templates: Templates, scopedVars: ScopedVars): Matcher[] {
  const { label, operator, value } = filter;
  // One that a person has not named yet.
  if (label === '') return [];
  if (typeof value !== 'string' || !templates.containsTemplate(value)) return [filter];
  const values = valuesOf(value, templates, scopedVars);
  const [first, ...others] = values;
  if (first === undefined) return [];
  const isPattern = operator === '=~' || operator === '!~';
  if (others.length === 0 && !isPattern) return [{ ...filter, value: first }];
  const alternatives = values.map((each) => (isAlone(value) ? escaped(each) : each)).join('|');
  return [{ label, operator: operator.startsWith('!') ? '!~' : '=~', value: alternatives }];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const isAlone = (entry: string): boolean => variableAlone(entry) !== undefined;

function valuesOf(entry: string, templates: Templates, scopedVars: ScopedVars): string[] {
  if (!templates.containsTemplate(entry)) return [entry];
  let found: string[] | undefined;
  const replaced = templates.replace(entry, scopedVars, (value: unknown) => {
    const values = (Array.isArray(value) ? value : [value]).map(String);
    found = [...(found ?? []), ...values];
    return values[0] ?? '';
  });
  // A variable amid other text is plain text; one that stands alone may have several values.
  // One that does not exist stays as it is, rather than that it asks for all.
  const values = (isAlone(entry) ? found : undefined) ?? [replaced];
  return values.some((value) => value === '$__all' || value === '') ? [] : values;
}
