import { locationUtil } from '@grafana/data';
import {
  ALERT_SIGNIFICANCE,
  alertAnnotations,
  alertLabels,
  alertSubject,
  completeQuery,
  GRAFANA_TEMPLATES,
  secondsOf,
  thresholdOf,
  type Aspect,
  type DescribedAlert,
  type Evaluator,
  type MeasureInfo,
  type Where,
} from '@driftline/shared';
import { pageOf, tabOf } from '../common/addresses.ts';
import { DATA_SOURCE_TYPE } from '../common/data-source-type.ts';
import { fitQuery } from './fit-query.ts';
import { measureAspects } from './measure-aspects.ts';
import type { CompleteQuery, DriftlineQuery } from './types.ts';

/** Over which a rule looks back unless its query says so, and how long its condition has to hold. */
export const RULE_WINDOW = '1h';
export const PENDING = '5m';
/** The window whose value resolves an alert. */
const SHORT_WINDOW = '5m';

/** A panel of a dashboard, which a rule leads to. */
export interface PanelOfDashboard {
  readonly dashboard: string;
  readonly panel: number;
}

/** What a rule is made from. */
export interface RuleSource {
  readonly measure: MeasureInfo;
  /** What is asked, free of template variables. */
  readonly query: Partial<DriftlineQuery>;
  /** UID of the data source that is asked. */
  readonly dataSource: string;
  readonly panel?: PanelOfDashboard | undefined;
}

/** A label or an annotation. */
export interface RuleEntry {
  readonly key: string;
  readonly value: string;
}

/** What Grafana's editor of rules is opened with, and what a provisioning file has of a rule. */
export interface RuleValues {
  readonly type: 'grafana';
  readonly name: string;
  readonly condition: 'B';
  readonly evaluateFor: string;
  readonly noDataState: 'OK';
  readonly execErrState: 'Error';
  readonly labels: readonly RuleEntry[];
  readonly annotations: readonly RuleEntry[];
  readonly queries: readonly object[];
}

/**
 * The values of a rule for Grafana's editor. A measure without a default limit has the threshold that the editor starts
 * from, above 0.
 */
export function ruleValues({ measure, query: asked, dataSource, panel }: RuleSource): RuleValues {
  const { query, alert } = question(measure, asked, dataSource);
  const evaluator: Evaluator = alert === undefined ? { type: 'gt', params: [0] } : thresholdOf(alert);
  const { model = [] } = query.where;
  return {
    type: 'grafana',
    name: [alertSubject(measure, query), subjectOf(query.where)].filter((part) => part !== '').join(' of '),
    condition: 'B',
    evaluateFor: PENDING,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: entriesOf({
      ...alertLabels({ measure, severity: alert?.severity ?? 'warning' }),
      ...(model.length === 1 ? { model: model[0] } : {}),
    }),
    annotations: entriesOf({
      ...textsOf(measure, query, alert),
      // Of a histogram the app has no page.
      ...(query.of?.kind === 'histogram' ? {} : { runbook_url: absolute(pageOf(query.where, tabOf(measure.family))) }),
      ...(panel === undefined ? {} : { __dashboardUid__: panel.dashboard, __panelId__: String(panel.panel) }),
    }),
    queries: [
      {
        refId: 'A',
        queryType: '',
        datasourceUid: dataSource,
        relativeTimeRange: { from: 3600, to: 0 },
        model: query,
      },
      {
        refId: 'B',
        queryType: '',
        datasourceUid: EXPRESSION.uid,
        relativeTimeRange: { from: 0, to: 0 },
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          datasource: EXPRESSION,
          conditions: [
            {
              type: 'query',
              evaluator,
              operator: { type: 'and' },
              query: { params: ['A'] },
              reducer: { type: 'last', params: [] },
            },
          ],
        },
      },
    ],
  };
}

const EXPRESSION = { type: '__expr__', uid: '__expr__' };
const LIMITED: readonly Aspect[] = ['value', 'excess'];

interface Question {
  readonly query: CompleteQuery;
  /** Absent where no limit is known of what is asked. */
  readonly alert: DescribedAlert | undefined;
}

/** The query that a rule asks: the same as asked, once, held against noise, and resolved by a short window. */
function question(measure: MeasureInfo, asked: Partial<DriftlineQuery>, dataSource: string): Question {
  const { hide: _, key: __, format: ___, utcOffsetSec: ____, legend: _____, ...question } = asked;
  const { of: limited = 'value', critical, side, event } = measure.thresholds ?? {};
  // A problem of a model as a whole is looked for in one window alone, and nothing else resolves it.
  const window = question.window ?? (event === undefined ? RULE_WINDOW : SHORT_WINDOW);
  const complete = completeQuery({ ...question, window, refId: 'A' });
  const { show: shown = 'value' } = complete;
  // The default limit of a share of problems is of its excess, and an excess is what the rule asks for then.
  const show = shown === 'value' && measureAspects(measure, complete).includes(limited) ? limited : shown;
  const limit = complete.resolvedBy?.limit ?? (show === limited ? critical : undefined);
  const isHeldAgainstNoise = show === 'excess' || (measure.hasCriticalValue && show === 'value');
  const canResolve = limit !== undefined && event === undefined && secondsOf(complete.window) > secondsOf(SHORT_WINDOW);
  const query = fitQuery(
    {
      ...complete,
      datasource: { type: DATA_SOURCE_TYPE, uid: dataSource },
      where: narrowing(complete.where),
      show: show === 'value' ? undefined : show,
      significance: complete.significance ?? (isHeldAgainstNoise ? ALERT_SIGNIFICANCE : undefined),
      resolvedBy: complete.resolvedBy ?? (canResolve ? { window: SHORT_WINDOW, limit } : undefined),
      instant: true,
    },
    measure,
  );
  if (limit === undefined || !LIMITED.includes(show)) return { query, alert: undefined };
  return {
    query,
    alert: {
      measure,
      query,
      significance: query.significance ?? ALERT_SIGNIFICANCE,
      severity: 'critical',
      side: side ?? (measure.worse === 'lower' ? 'below' : 'above'),
      limit,
      show: show === 'excess' ? 'excess' : 'value',
    },
  };
}

function narrowing(where: Where): Where {
  return Object.fromEntries(Object.entries(where).filter(([, values]) => values.length > 0)) as Where;
}

function textsOf(measure: MeasureInfo, query: CompleteQuery, alert: DescribedAlert | undefined) {
  if (alert === undefined) return { description: `${measure.name}: ${measure.description}` };
  const times = { longWindow: query.window, holdFor: PENDING };
  return alertAnnotations(
    alert,
    query.resolvedBy === undefined ? times : { ...times, shortWindow: query.resolvedBy.window },
    GRAFANA_TEMPLATES,
  );
}

/** Features and models that a rule is narrowed to; empty if it is of all. */
function subjectOf({ model = [], feature = [] }: Where): string {
  const models = listOf(model, 'models');
  const features = listOf(feature, 'features');
  if (features === '') return models;
  return models === '' ? features : `${features} (${models})`;
}

const listOf = (names: readonly string[], kind: string): string =>
  names.length > 3 ? `${names.length} ${kind}` : names.join(', ');

const entriesOf = (texts: Readonly<Record<string, string | undefined>>): RuleEntry[] =>
  Object.entries(texts).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));

/** Notifications are read elsewhere: their links have a host. */
const absolute = (path: string): string => new URL(locationUtil.assureBaseUrl(path), window.location.origin).href;
