import { useEffect, useState } from 'react';
import {
  getDefaultTimeRange,
  LoadingState,
  type DataQuery,
  type DataSourceApi,
  type DataSourceJsonData,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
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
import { Stack } from '@grafana/ui';
import { setTemplateRoot } from '../host/templates.ts';
import { Section } from './Section.tsx';

/** What the page reads of a query of the data source. */
interface DriftlineQuery extends DataQuery {
  readonly instant?: boolean;
  readonly format?: string;
}

const DRIFTLINE = { type: 'driftline-model-datasource', uid: 'driftline' };

/** The data source's query editor over a panel with its result, as in Grafana's Explore. */
export function QueryPage() {
  const [dataSource, setDataSource] = useState<DataSourceApi<DataQuery, DataSourceJsonData>>();
  const [query, setQuery] = useState<DriftlineQuery>({ refId: 'A' });
  const [answer] = useState(answerScene);
  const { data } = answer.runner.useState();

  useEffect(() => {
    setTemplateRoot(answer.scene);
    void getDataSourceSrv()
      .get(DRIFTLINE)
      .then((api) => {
        setQuery({ refId: 'A', ...api.getDefaultQuery?.('explore' as never) });
        setDataSource(api);
      });
  }, [answer]);

  useEffect(() => {
    if (dataSource === undefined) return;
    const pluginId = query.format === 'table' || query.instant === true ? 'table' : 'timeseries';
    if (answer.panel.state.pluginId !== pluginId) void answer.panel.changePluginType(pluginId);
    answer.runner.setState({ queries: [{ ...query }] });
    answer.runner.runQueries();
  }, [answer, dataSource, query]);

  const Editor = dataSource?.components?.QueryEditor;
  return (
    <Stack direction="column" gap={2} grow={1}>
      <Section title="Query">
        {dataSource !== undefined && Editor !== undefined && (
          <Editor
            datasource={dataSource}
            query={query}
            onChange={setQuery}
            onRunQuery={() => undefined}
            data={data ?? { state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() }}
          />
        )}
      </Section>
      <answer.scene.Component model={answer.scene} />
    </Stack>
  );
}

function answerScene() {
  const runner = new SceneQueryRunner({ datasource: DRIFTLINE, queries: [], maxDataPoints: 400 });
  const panel = new VizPanel({ title: 'Result', pluginId: 'timeseries', $data: runner });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-10m', to: 'now' }),
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: '5s', intervals: ['5s', '10s', '30s', '1m'], isOnCanvas: true }),
    ],
    body: new SceneFlexLayout({ children: [new SceneFlexItem({ body: panel, minHeight: 360 })] }),
  });
  return { runner, panel, scene };
}
