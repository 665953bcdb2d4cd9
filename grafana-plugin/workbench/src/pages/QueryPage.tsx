import { useEffect, useState, type ComponentType } from 'react';
import {
  CoreApp,
  getDefaultTimeRange,
  LoadingState,
  PluginExtensionPoints,
  type DataQuery,
  type DataSourceApi,
  type DataSourceJsonData,
  type PanelData,
  type QueryEditorProps,
} from '@grafana/data';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneFlexItem,
  SceneFlexLayout,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';
import { RadioButtonGroup, Stack } from '@grafana/ui';
import { setTemplateRoot } from '../host/templates.ts';
import { LinkButtons } from './LinkButtons.tsx';
import { Section } from './Section.tsx';

type Driftline = DataSourceApi<DataQuery, DataSourceJsonData>;
type EditorComponent = ComponentType<QueryEditorProps<Driftline, DriftlineQuery>>;

/** What the page reads of a query of the data source. */
interface DriftlineQuery extends DataQuery {
  readonly instant?: boolean;
  readonly format?: string;
}

const DRIFTLINE = { type: 'driftline-model-datasource', uid: 'driftline' };
const ANNOTATIONS = 'annotations';
const VARIABLE = 'variable';

/** Where Grafana shows the editor. */
const PLACES = [
  { label: 'Explore', value: CoreApp.Explore },
  { label: 'Panel', value: CoreApp.PanelEditor },
  { label: 'Alert rule', value: CoreApp.UnifiedAlerting },
  { label: 'Annotations', value: ANNOTATIONS },
  { label: 'Variable', value: VARIABLE },
] as const;
type Place = (typeof PLACES)[number]['value'];

/** The data source's editors over a panel with the result, as in Grafana's Explore, which has the same address. */
export function QueryPage() {
  const [dataSource, setDataSource] = useState<Driftline>();
  const [place, setPlace] = useState<Place>(CoreApp.Explore);
  const [asked] = useState(askedInAddress);
  const [query, setQuery] = useState<DriftlineQuery>(asked.query ?? { refId: 'A' });
  const [answer] = useState(() => answerScene(asked.range));
  const { data } = answer.runner.useState();
  const { value: range } = answer.range.useState();

  useEffect(() => {
    setTemplateRoot(answer.scene);
    void getDataSourceSrv()
      .get(DRIFTLINE)
      .then((api) => {
        if (asked.query === undefined) setQuery(freshQuery(api));
        setDataSource(api);
      });
  }, [answer, asked]);

  useEffect(() => {
    // What a variable lists is no panel's.
    if (dataSource === undefined || place === VARIABLE) return;
    const isTable = query.format === 'table' || query.format === ANNOTATIONS || query.instant === true;
    const pluginId = isTable ? 'table' : 'timeseries';
    if (answer.panel.state.pluginId !== pluginId) void answer.panel.changePluginType(pluginId);
    answer.runner.setState({ queries: [{ ...query }] });
    answer.runner.runQueries();
  }, [answer, dataSource, query, place]);

  const { annotations, components, variables } = dataSource ?? {};
  const Editor = (
    place === VARIABLE
      ? (variables as { readonly editor?: unknown } | undefined)?.editor
      : (place === ANNOTATIONS ? annotations : components)?.QueryEditor
  ) as EditorComponent | undefined;
  const shown: PanelData = data ?? { state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() };
  return (
    <Stack direction="column" gap={2} grow={1}>
      <Section title="Query">
        {dataSource !== undefined && Editor !== undefined && (
          <Stack direction="column" gap={2}>
            <Stack>
              <RadioButtonGroup
                aria-label="Where it is edited"
                size="sm"
                options={[...PLACES]}
                value={place}
                onChange={(next) => {
                  setPlace(next);
                  setQuery(freshQuery(dataSource, next));
                }}
              />
            </Stack>
            <Editor
              key={place}
              {...(place === ANNOTATIONS || place === VARIABLE ? {} : { app: place })}
              datasource={dataSource}
              query={query}
              onChange={setQuery}
              onRunQuery={() => undefined}
              range={range}
              data={shown}
            />
            {place === CoreApp.Explore && (
              <LinkButtons
                extensionPoint={PluginExtensionPoints.ExploreToolbarAction}
                context={{ targets: [{ ...query, datasource: DRIFTLINE }], timeRange: range.raw }}
              />
            )}
          </Stack>
        )}
      </Section>
      <answer.scene.Component model={answer.scene} />
    </Stack>
  );
}

function freshQuery(api: Driftline, place: Place = CoreApp.Explore): DriftlineQuery {
  if (place === ANNOTATIONS) return { refId: 'A', format: ANNOTATIONS };
  if (place === VARIABLE) return { refId: 'Variable' };
  return { refId: 'A', ...api.getDefaultQuery?.(place) };
}

interface Pane {
  readonly query?: DriftlineQuery | undefined;
  readonly range: { readonly from: string; readonly to: string };
}

/** The query and the time range that the address has, in the form of Explore's. */
function askedInAddress(): Pane {
  const { panes = '{}' } = locationService.getSearchObject();
  const [pane] = Object.values(
    JSON.parse(String(panes)) as Record<string, { queries: DriftlineQuery[]; range: Pane['range'] }>,
  );
  return { query: pane?.queries[0], range: pane?.range ?? { from: 'now-10m', to: 'now' } };
}

function answerScene({ from, to }: Pane['range']) {
  const runner = new SceneQueryRunner({ datasource: DRIFTLINE, queries: [], maxDataPoints: 400 });
  const panel = new VizPanel({ title: 'Result', pluginId: 'timeseries', $data: runner });
  const range = new SceneTimeRange({ from, to });
  const scene = new EmbeddedScene({
    $timeRange: range,
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: '5s', intervals: ['5s', '10s', '30s', '1m'], isOnCanvas: true }),
    ],
    body: new SceneFlexLayout({ children: [new SceneFlexItem({ body: panel, minHeight: 360 })] }),
  });
  return { runner, panel, range, scene };
}
