import {
  BarGaugeDisplayMode,
  BarGaugeValueMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  AnnotationQueryBuilder,
  DashboardLinkBuilder,
  DatasourceVariableBuilder,
  FieldColorBuilder,
  FieldColorModeId,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as BarGaugePanel } from '@grafana/grafana-foundation-sdk/bargauge';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as TimeSeriesPanel } from '@grafana/grafana-foundation-sdk/timeseries';
import { labelValues, measureById, type Family, type Thresholds } from '@driftline/shared';
import type { DashboardContent, Narrowing, PanelContent, Question } from './content.ts';
import { dashboardLinks } from './dashboard-links.ts';
import { colorsWithin, linesAt } from './threshold-steps.ts';
import type { Identity } from './driftline-set.ts';
import { laidOut, plainObject, type LaidOutPanel } from './laid-out.ts';
import { NARROWINGS } from './narrowing.ts';
import { nowPanel } from './now-panel.ts';
import { limitsOf } from './panel-description.ts';
import { firingAlerts, plainQuery, withVariables } from './plain-query.ts';

const TYPE = 'prometheus';
/** The data source that the dashboard's variable names. */
const DATA_SOURCE = { type: TYPE, uid: '${ds}' };

const UNITS = {
  share: 'percentunit',
  seconds: 's',
  'per second': 'count:predictions/s',
  index: 'none',
} as const;

/** The same dashboard over a Prometheus data source, with Grafana's own panels. */
export function plainDashboard(asked: DashboardContent, { uid, siblings }: Identity): object {
  const content = withoutDistributions(asked);
  const { dashboard } = laidOut(content, (panel) => panelOf(panel, content));
  dashboard
    .uid(uid)
    .tags(['driftline', 'promql'])
    .variables([
      new DatasourceVariableBuilder('ds').label('Data source').type(TYPE),
      ...content.variables.map((variable) => variableOf(variable, content)),
    ])
    .annotations(
      [...new Set(content.marked.map((measure) => measureById(measure).family))].map((family) =>
        alerts(family, content),
      ),
    )
    .links(dashboardLinks(siblings));
  return plainObject(dashboard);
}

/** Grafana's own panels have no two distributions side by side: they show how much each bin moved instead. */
function withoutDistributions(content: DashboardContent): DashboardContent {
  const panel = (each: PanelContent): PanelContent => {
    if (each.kind !== 'distribution') return each;
    const [question] = each.questions;
    return {
      ...each,
      kind: 'lines',
      title: `${each.title}: PSI by bin`,
      questions: [{ ...question, measure: 'psi-contribution' }],
    };
  };
  const rows = content.rows.map((row) => ({
    ...row,
    lines: row.lines.map((line) => ({ ...line, panels: line.panels.map(panel) })),
  }));
  return { ...content, rows };
}

function variableOf(name: Narrowing, content: DashboardContent): QueryVariableBuilder {
  const { label: title, choice } = NARROWINGS[name];
  const where = name === 'model' ? {} : { model: ['$model'] };
  const { series, label } = labelValues(choice, where);
  const query = `label_values(${withVariables(series, content)}, ${label})`;
  const variable = new QueryVariableBuilder(name)
    .label(title)
    .datasource(DATA_SOURCE)
    .query({ qryType: 1, query, refId: 'PrometheusVariableQueryEditor-VariableQuery' })
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
  return content.several.includes(name)
    ? variable.multi(true).includeAll(true).allValue('.*').current({ text: 'All', value: '$__all' })
    : variable;
}

/** When alerts of a family fired, where the rules of Driftline are loaded. */
function alerts(family: Family, content: DashboardContent): AnnotationQueryBuilder {
  return new AnnotationQueryBuilder()
    .name(`Alerts: ${family}`)
    .datasource(DATA_SOURCE)
    .enable(true)
    .hide(false)
    .iconColor('red')
    .expr(firingAlerts(family, content))
    .step('60s')
    .titleFormat('{{alertname}}')
    .textFormat('{{ml_model_name}} {{ml_model_version}} {{ml_feature_name}}{{ml_group_value}}')
    .tagKeys('severity');
}

/** Grafana's own panels cannot show everything: what they have no form for is left out. */
function panelOf(panel: PanelContent, content: DashboardContent): LaidOutPanel | undefined {
  switch (panel.kind) {
    case 'lines':
      return linesPanel(panel.questions, content);
    case 'map':
    case 'groups':
      return barsPanel(panel.questions, content);
    case 'now':
      return withQueries(nowPanel(), panel.questions, content, true);
    case 'distribution':
    case 'confusion':
      return undefined;
  }
}

type Questions = readonly Question[];

function linesPanel(questions: Questions, content: DashboardContent): LaidOutPanel {
  const panel = new TimeSeriesPanel()
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Never)
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed))
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['lastNotNull'])
        .sortBy('Last *')
        .sortDesc(true),
    );
  const limits = limitsAmong(questions);
  // A limit that is out of sight warns nobody.
  if (limits?.side === 'above') panel.axisSoftMin(0).axisSoftMax(limits.critical * 1.2);
  if (limits?.side === 'below') panel.axisSoftMin(0).axisSoftMax(1);
  return withQueries(panel, questions, content, false);
}

function barsPanel(questions: Questions, content: DashboardContent): LaidOutPanel {
  const limits = limitsAmong(questions);
  const panel = new BarGaugePanel()
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Color)
    .orientation(VizOrientation.Horizontal)
    .showUnfilled(true)
    .min(0)
    // Rates are at most 1; beyond its limit, how far does not matter.
    .max(limits === undefined ? 1 : 1.2 * limits.critical)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false).fields(''));
  return withQueries(panel, questions, content, true);
}

function withQueries<Panel extends TimeSeriesPanel | BarGaugePanel | ReturnType<typeof nowPanel>>(
  panel: Panel,
  questions: Questions,
  content: DashboardContent,
  isInstant: boolean,
): Panel {
  const [{ measure, show }] = questions as [Question];
  const limits = limitsAmong(questions);
  const targets = questions.map((question, i) => {
    const { promql, legend } = plainQuery(question, content);
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode(65 + i))
      .datasource(DATA_SOURCE)
      .expr(promql)
      .legendFormat(legend);
    return isInstant ? query.instant() : query.range();
  });
  panel
    .datasource(DATA_SOURCE)
    .targets(targets)
    .unit(show === 'observations' ? 'short' : UNITS[measureById(measure).unit])
    .thresholds(isInstant ? colorsWithin(limits) : linesAt(limits));
  if (content.several.includes('model')) panel.dataLinks([modelLink()]);
  return panel;
}

const limitsAmong = (questions: Questions): Thresholds | undefined =>
  questions.map(limitsOf).find((limits) => limits !== undefined);

/** Leads from a value to the dashboard of its model's drift. */
const modelLink = (): DashboardLinkBuilder =>
  new DashboardLinkBuilder('Open model').url(
    '/d/driftline-promql-drift?var-ds=${ds}&var-model=${__field.labels.ml_model_name:percentencode}&${__url_time_range}',
  );
