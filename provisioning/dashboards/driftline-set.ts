import {
  AnnotationPanelFilterBuilder,
  AnnotationQueryBuilder,
  CustomVariableBuilder,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  PanelBuilder,
  QueryVariableBuilder,
  type ThresholdsConfigBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { measureById, QUERY_SCHEMA_VERSION, type MeasureId, type PanelQuery } from '@driftline/shared';
import type { DashboardContent, PanelContent, Question } from './content.ts';
import { dashboardLinks } from './dashboard-links.ts';
import { laidOut, plainObject, type LaidOutPanel } from './laid-out.ts';
import { NARROWINGS, narrowingOf } from './narrowing.ts';
import { nowPanel } from './now-panel.ts';
import { limitsOf } from './panel-description.ts';
import { colorsWithin } from './threshold-steps.ts';

const TYPE = 'driftline-model-datasource';
/** The data source that the dashboard's variable names. */
const DATA_SOURCE = { type: TYPE, uid: '${ds}' };

const APP = '/a/driftline-model-app/models';
/** Where the app has the measures of a family. */
const TABS = {
  drift: 'drift',
  'data quality': 'data-quality',
  performance: 'performance',
  fairness: 'fairness',
  traffic: 'serving',
} as const;

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d'];
const DEFAULT_WINDOW = '15m';

/** Marks the dashboards of this set, to search for. */
const TAG = 'driftline';

export interface Identity {
  readonly uid: string;
  /** The dashboards that it leads to, with their uids. */
  readonly siblings: readonly { readonly uid: string; readonly name: string }[];
}

/** A dashboard over a Driftline data source, with the panels of the plugin. */
export function driftlineDashboard(content: DashboardContent, { uid, siblings }: Identity): object {
  const { dashboard, ids } = laidOut(content, (panel) => panelOf(panel, content));
  dashboard
    .uid(uid)
    .tags([TAG])
    .variables([
      new DatasourceVariableBuilder('ds').label('Data source').type(TYPE),
      ...content.variables.map((variable) => variableOf(variable, content)),
      windowVariable(content.window ?? DEFAULT_WINDOW),
    ])
    .annotations([...content.marked.map((measure) => crossings(measure, content, ids)), versions(content)])
    .links([...dashboardLinks(siblings), appLink(content)]);
  return plainObject(dashboard);
}

function variableOf(name: DashboardContent['variables'][number], { several }: DashboardContent): QueryVariableBuilder {
  const { label, choice } = NARROWINGS[name];
  const variable = new QueryVariableBuilder(name)
    .label(label)
    .datasource(DATA_SOURCE)
    .query(name === 'model' ? choice : `${choice}($model)`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
  return several.includes(name)
    ? variable.multi(true).includeAll(true).current({ text: 'All', value: '$__all' })
    : variable;
}

function windowVariable(chosen: string): CustomVariableBuilder {
  const option = (value: string) => ({ text: value, value, selected: value === chosen });
  return new CustomVariableBuilder('window')
    .label('Window')
    .values(WINDOWS.join(','))
    .options(WINDOWS.map(option))
    .current(option(chosen));
}

/** When a measure was beyond its critical limit, on the panels that show it. */
function crossings(
  measure: MeasureId,
  content: DashboardContent,
  ids: ReadonlyMap<PanelContent, number>,
): AnnotationQueryBuilder {
  const { name, thresholds } = measureById(measure);
  const question: Question = { measure, ...(thresholds?.of === undefined ? {} : { show: thresholds.of }) };
  const asks = ({ kind, questions }: PanelContent): boolean =>
    kind === 'lines' &&
    questions.some((asked) => asked.measure === measure && asked.show === question.show && asked.of === undefined);
  const target = targetOf(question, content, { format: 'annotations' });
  return annotation(`${name} beyond its critical limit`, 'red', target).filter(
    new AnnotationPanelFilterBuilder()
      .exclude(false)
      .ids([...ids].filter(([panel]) => asks(panel)).map(([, id]) => id)),
  );
}

function versions(content: DashboardContent): AnnotationQueryBuilder {
  const target = { refId: 'Anno', schemaVersion: QUERY_SCHEMA_VERSION, format: 'annotations', marks: 'versions' };
  const where = Object.fromEntries(
    content.variables.filter((each) => each === 'model' || each === 'version').map((each) => [each, [`$${each}`]]),
  );
  return annotation('New versions', 'blue', { ...target, where });
}

function annotation(name: string, color: string, target: object): AnnotationQueryBuilder {
  return new AnnotationQueryBuilder()
    .name(name)
    .datasource(DATA_SOURCE)
    .enable(true)
    .hide(false)
    .iconColor(color)
    .target(queryBuilder({ ...target, refId: 'Anno' }));
}

/** Leads to the same model in the app. */
function appLink({ id, variables, several }: DashboardContent): DashboardLinkBuilder {
  const tab = Object.values<string>(TABS).includes(id) ? id : 'overview';
  const isOfOne = variables.includes('model') && !several.includes('model');
  return new DashboardLinkBuilder('Open in Driftline')
    .type(DashboardLinkType.Link)
    .icon('external link')
    .tooltip('The same model in the app')
    .url(isOfOne ? `${APP}/\${model:percentencode}/${tab}` : APP)
    .includeVars(true)
    .keepTime(true);
}

/** A panel of the plugin, which has settings of fields even where there are none: not everything that reads it looks. */
const own = (type: string, options: object): PanelBuilder =>
  new PanelBuilder().type(`driftline-${type}-panel`).options(options).fieldConfig({ defaults: {}, overrides: [] });

const SINGLE = { mode: 'single', sort: 'none' } as const;

/** What each panel of this set is, but for its queries. */
const PANELS: Readonly<Record<PanelContent['kind'], () => LaidOutPanel & QueriedPanel>> = {
  lines: () =>
    own('drift', {
      thresholds: 'line',
      tooltip: { mode: 'multi', sort: 'desc' },
      legend: {
        showLegend: true,
        displayMode: 'table',
        placement: 'bottom',
        calcs: ['lastNotNull'],
        sortBy: 'Last *',
        sortDesc: true,
      },
    }),
  map: () => own('drift-map', { order: 'worst', showScale: true, tooltip: SINGLE }),
  distribution: () =>
    own('distribution', {
      show: 'share',
      showContributions: true,
      tooltip: SINGLE,
      legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
    }),
  groups: () => own('fairness', { reference: '', limit: 0.8, showCounts: true, tooltip: SINGLE }),
  confusion: () => own('confusion', { show: 'row', showHistory: true, tooltip: SINGLE }),
  now: nowPanel,
};

/** What is set on panels of this set beside their places. */
interface QueriedPanel {
  datasource(ref: { type: string; uid: string }): this;
  targets(targets: Builder<Dataquery>[]): this;
  dataLinks(links: DashboardLinkBuilder[]): this;
  thresholds(thresholds: ThresholdsConfigBuilder): this;
}

/** Formats of panels that do not take lines. */
const FORMATS: Readonly<Partial<Record<PanelContent['kind'], Partial<PanelQuery>>>> = {
  distribution: { format: 'distribution' },
  groups: { format: 'table' },
  confusion: { format: 'confusion' },
  now: { instant: true },
};

function panelOf({ kind, questions }: PanelContent, content: DashboardContent): LaidOutPanel {
  const targets = questions.map((question, i) =>
    queryBuilder({ ...targetOf(question, content, FORMATS[kind]), refId: String.fromCharCode(65 + i) }),
  );
  const panel = PANELS[kind]().datasource(DATA_SOURCE).targets(targets);
  if (kind === 'now') panel.thresholds(colorsWithin(limitsOf(questions[0])));
  return kind === 'lines' || kind === 'map' || kind === 'now'
    ? panel.dataLinks(valueLinks(questions[0], content))
    : panel;
}

/** Lead from a value to what it is of: the drawer of its feature, or the tab of its model. */
function valueLinks(question: Question, { several }: DashboardContent): DashboardLinkBuilder[] {
  const { family, subject } = measureById(question.measure);
  const model = several.includes('model') ? '${__field.labels.ml_model_name:percentencode}' : '${model:percentencode}';
  const isOfFeature = subject === 'feature' || (subject === 'distribution' && question.of === undefined);
  const drawer =
    'feature=${__field.labels.ml_feature_name:percentencode}&featureVersion=${__field.labels.ml_model_version:percentencode}&';
  const kept = 'var-ds=${ds}&var-window=${window}&${__url_time_range}';
  const link = new DashboardLinkBuilder(isOfFeature ? 'Open feature' : 'Open model').url(
    `${APP}/${model}/${TABS[family]}?${isOfFeature ? drawer : ''}${kept}`,
  );
  return [link];
}

function targetOf(question: Question, content: DashboardContent, own: Partial<PanelQuery> = {}): object {
  const where = Object.fromEntries(narrowingOf(question, content).map((variable) => [variable, [`$${variable}`]]));
  return {
    schemaVersion: QUERY_SCHEMA_VERSION,
    ...question,
    where,
    window: '$window',
    baseline: { kind: 'reference' },
    ...own,
  };
}

/** A query as it is saved. The SDK tells queries from other objects by a function that JSON leaves out. */
function queryBuilder(query: object): Builder<Dataquery> {
  const built = { ...query, datasource: DATA_SOURCE, _implementsDataqueryVariant: () => undefined };
  return { build: () => built };
}
