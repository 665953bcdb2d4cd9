import {
  ALERT_SIGNIFICANCE,
  compile,
  DEFAULT_QUERY,
  DEFAULT_RULE_OPTIONS,
  DIMENSIONS,
  labelOf,
  measureById,
  recordedExpressions,
  withMatchers,
  type Family,
  type Matcher,
  type MeasureQuery,
} from '@driftline/shared';
import type { DashboardContent, Narrowing, Question } from './content.ts';
import { narrowingOf } from './narrowing.ts';
import { limitsOf } from './panel-description.ts';

/** The window over which the rules of Driftline record each measure, so that panels find it recorded. */
const WINDOW = DEFAULT_RULE_OPTIONS.longWindow;
/** Latency and traffic are of interest sooner, and there are rows enough. */
const SHORT_WINDOW = DEFAULT_RULE_OPTIONS.shortWindow;

/** The series under which rules record what an expression gives. */
const RECORDED = recordedExpressions(DEFAULT_RULE_OPTIONS);

/** The PromQL of a question, narrowed by the variables of a dashboard: of what rules record, the recorded series. */
export function plainQuery(
  question: Question,
  content: DashboardContent,
): { readonly promql: string; readonly legend: string } {
  const query = queryOf(question);
  const narrowing = narrowingOf(question, content);
  const { promql: ofAll, legend } = compile(query);
  const record = RECORDED.get(ofAll);
  const narrowed =
    record === undefined
      ? compile({ ...query, where: Object.fromEntries(narrowing.map((name) => [name, [`$${name}`]])) }).promql
      : withMatchers(record, narrowing.map(matcherOf));
  return { promql: withVariables(narrowed, content), legend: question.legend ?? told(legend, content) };
}

/** A legend that tells the models and versions of a dashboard apart. */
function told(legend: string, { several }: DashboardContent): string {
  const dimensions = several.includes('model') ? (['model', 'version'] as const) : (['version'] as const);
  const missing = dimensions
    .map((dimension) => `{{${labelOf(DIMENSIONS[dimension])}}}`)
    .filter((label) => !legend.includes(label));
  return missing.length === 0 ? legend : `${legend} (${missing.join(' ')})`;
}

function queryOf({ legend: _, ...question }: Question): MeasureQuery {
  const isTraffic = measureById(question.measure).family === 'traffic';
  const isExcess = question.show === 'excess' && limitsOf(question) !== undefined;
  return {
    ...DEFAULT_QUERY,
    ...question,
    window: isTraffic ? SHORT_WINDOW : WINDOW,
    // As alerts look at it: the lower end of its interval.
    ...(isExcess ? { significance: ALERT_SIGNIFICANCE } : {}),
  };
}

const matcherOf = (name: Narrowing): Matcher => ({
  label: labelOf(DIMENSIONS[name]),
  operator: '=',
  value: `$${name}`,
});

/** The alerts of a family that fire, of the models of a dashboard. */
export function firingAlerts(family: Family, content: DashboardContent): string {
  const firing = withMatchers('ALERTS', [
    { label: 'alertstate', operator: '=', value: 'firing' },
    { label: 'driftline', operator: '=', value: family },
    matcherOf('model'),
  ]);
  return withVariables(firing, content);
}

/** PromQL as Grafana fills it in: a variable of several values becomes a regular expression, whose parts it escapes. */
export function withVariables(promql: string, { several }: DashboardContent): string {
  return several.reduce((text, name) => text.replaceAll(`="$${name}"`, `=~"$${name}"`), promql);
}
