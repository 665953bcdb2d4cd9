import type { ComponentType } from 'react';
import type { PanelData } from '@grafana/data';
import { sceneGraph, SceneObjectBase, type SceneObjectState, type SceneQueryRunner } from '@grafana/scenes';

/** What a view is drawn from. */
export interface ViewProps {
  /** Answers by the names of their runners; undefined until the first one comes. */
  readonly data: Readonly<Record<string, PanelData | undefined>>;
  /** Asks again. */
  readonly onRetry: () => void;
  /** UID of the data source. */
  readonly dataSource: string;
  /** Ends of the time range, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

interface QueriedViewState extends SceneObjectState {
  readonly View: ComponentType<ViewProps>;
  readonly names: readonly string[];
  readonly runners: SceneQueryRunner[];
}

/** A view of React on the answers of runners, which live as long as it is shown. */
export class QueriedView extends SceneObjectBase<QueriedViewState> {
  static Component = QueriedViewRenderer;

  /** @param runners - by the names under which the view reads their answers */
  constructor(View: ComponentType<ViewProps>, runners: Readonly<Record<string, SceneQueryRunner>>) {
    super({ View, names: Object.keys(runners), runners: Object.values(runners) });
    this.addActivationHandler(() => {
      const ends = this.state.runners.map((runner) => runner.activate());
      return () => ends.forEach((end) => end());
    });
  }
}

function QueriedViewRenderer({ model }: { readonly model: QueriedView }) {
  const { View, names, runners } = model.useState();
  const { value, timeZone = 'browser' } = sceneGraph.getTimeRange(model).useState();
  // The list never changes during the life of the object, so that the order of hooks does not either.
  const answers = runners.map((runner) => runner.useState().data);
  return (
    <View
      data={Object.fromEntries(names.map((name, index) => [name, answers[index]]))}
      onRetry={() => runners.forEach((runner) => runner.runQueries())}
      dataSource={sceneGraph.interpolate(model, '${ds}')}
      from={value.from.valueOf()}
      to={value.to.valueOf()}
      timeZone={timeZone}
    />
  );
}
