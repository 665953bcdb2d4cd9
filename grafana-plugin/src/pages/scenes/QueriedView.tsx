import { css } from '@emotion/css';
import type { ComponentType, ReactNode } from 'react';
import type { PanelData } from '@grafana/data';
import {
  sceneGraph,
  SceneObjectBase,
  SceneVariableSet,
  VariableValueControl,
  type SceneObjectState,
  type SceneQueryRunner,
  type SceneVariable,
  type VizPanel,
} from '@grafana/scenes';
import type { OfferedPanel } from '../parts/AddToDashboard.tsx';
import { offeredPanel } from './offered-panel.ts';

/** What a view is drawn from. */
export interface ViewProps {
  /** Answers by the names of their runners; undefined until the first one comes. */
  readonly data: Readonly<Record<string, PanelData | undefined>>;
  /** Panels by name, which fill what they are put into. */
  readonly panels: Readonly<Record<string, ReactNode>>;
  /** Those panels as dashboards may get them; undefined until they are asked for. */
  readonly offered: Readonly<Record<string, OfferedPanel | undefined>>;
  /** What chooses the view's own variables, by their names. */
  readonly controls: Readonly<Record<string, ReactNode>>;
  /** Values of those variables. */
  readonly values: Readonly<Record<string, string>>;
  /** Asks again, up to the present. */
  readonly onRetry: () => void;
  /** UID of the data source. */
  readonly dataSource: string;
  /** Ends of the time range, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  /** Over which live observations are counted, such as `1h`. */
  readonly window: string;
  /** The model of the page; empty where it is of all models. */
  readonly model: string;
}

interface Content {
  readonly View: ComponentType<ViewProps>;
  /** The name of its answer is `main`; the panels draw it too. */
  readonly main: SceneQueryRunner;
  readonly others?: Readonly<Record<string, SceneQueryRunner>>;
  readonly panels?: Readonly<Record<string, VizPanel>>;
  /** Of the view alone. */
  readonly variables?: readonly SceneVariable[];
  readonly model?: string;
}

interface QueriedViewState extends SceneObjectState {
  readonly $data: SceneQueryRunner;
  readonly View: ComponentType<ViewProps>;
  readonly names: readonly string[];
  readonly runners: SceneQueryRunner[];
  readonly panelNames: readonly string[];
  readonly panels: VizPanel[];
  readonly controls: VariableValueControl[];
  readonly model: string;
}

/** A view of React on the answers of runners, which live as long as it is shown. */
export class QueriedView extends SceneObjectBase<QueriedViewState> {
  static Component = QueriedViewRenderer;

  constructor({ View, main, others = {}, panels = {}, variables = [], model = '' }: Content) {
    super({
      $data: main,
      View,
      names: Object.keys(others),
      runners: Object.values(others),
      panelNames: Object.keys(panels),
      panels: Object.values(panels),
      controls: variables.map(({ state }) => new VariableValueControl({ variableName: state.name })),
      ...(variables.length === 0 ? {} : { $variables: new SceneVariableSet({ variables: [...variables] }) }),
      model,
    });
    this.addActivationHandler(() => {
      const ends = this.state.runners.map((runner) => runner.activate());
      return () => ends.forEach((end) => end());
    });
  }
}

function QueriedViewRenderer({ model: scene }: { readonly model: QueriedView }) {
  const { View, $data, names, runners, panelNames, panels, controls, model, $variables } = scene.useState();
  const { value, timeZone = 'browser' } = sceneGraph.getTimeRange(scene).useState();
  const { data: main } = $data.useState();
  // The list never changes during the life of the object, so that the order of hooks does not either.
  const others = runners.map((runner) => runner.useState().data);
  const values = ($variables?.state.variables ?? []).map((variable) => {
    variable.useState();
    return [variable.state.name, String(variable.getValue() ?? '')] as const;
  });
  const dataSource = sceneGraph.interpolate(scene, '${ds}');
  const drawn = panels.map((panel) => <panel.Component key={panel.state.key} model={panel} />);
  return (
    <div className={fill}>
      <View
        data={{ main, ...Object.fromEntries(names.map((name, index) => [name, others[index]])) }}
        panels={Object.fromEntries(panelNames.map((name, index) => [name, drawn[index]]))}
        offered={Object.fromEntries(
          panels.map((panel, index) => [panelNames[index], offeredPanel(panel, main, dataSource, model)]),
        )}
        controls={Object.fromEntries(
          controls.map((control) => [
            control.state.variableName,
            <control.Component key={control.state.key} model={control} />,
          ]),
        )}
        values={Object.fromEntries(values)}
        onRetry={() => sceneGraph.getTimeRange(scene).onRefresh()}
        dataSource={dataSource}
        from={value.from.valueOf()}
        to={value.to.valueOf()}
        timeZone={timeZone}
        window={sceneGraph.interpolate(scene, '${window}')}
        model={model}
      />
    </div>
  );
}

const fill = css({ flexGrow: 1, minWidth: 0 });
