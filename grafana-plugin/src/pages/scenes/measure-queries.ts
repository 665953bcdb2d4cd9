import { behaviors, sceneGraph, SceneQueryRunner, type SceneDataQuery, type SceneObject } from '@grafana/scenes';
import { DATA_SOURCE } from './controls.ts';

/** What a page asks: a query of the data source by its letter. */
export type Questions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The value that a variable of the page has; empty where there is none of that name. */
export type ValueOf = (variable: string) => string;

interface Options {
  readonly maxDataPoints?: number;
  /** Variables that the questions are made of, beside those that their texts name. */
  readonly variables?: readonly string[];
}

/** Asks several questions in one request; each is answered or fails on its own. */
export function questionRunner(
  ask: (valueOf: ValueOf) => Questions,
  { maxDataPoints = 100, variables = [] }: Options = {},
): SceneQueryRunner {
  const askAgain = (runner: SceneQueryRunner): void => {
    const valueOf: ValueOf = (name) => String(sceneGraph.lookupVariable(name, runner)?.getValue() ?? '');
    const queries = queriesOf(ask(valueOf));
    // What is the same, the runner asks by itself as it becomes active.
    if (JSON.stringify(queries) === JSON.stringify(runner.state.queries)) return;
    runner.setState({ queries });
    runner.runQueries();
  };
  const runner: SceneQueryRunner = new SceneQueryRunner({
    datasource: DATA_SOURCE,
    queries: [],
    maxDataPoints,
    $behaviors: [
      (object: SceneObject) => askAgain(object as SceneQueryRunner),
      ...variables.map(
        (variableName) => new behaviors.ActWhenVariableChanged({ variableName, onChange: () => askAgain(runner) }),
      ),
    ],
  });
  return runner;
}

function queriesOf(questions: Questions): SceneDataQuery[] {
  return Object.entries(questions).map(([refId, question]) => ({
    refId,
    datasource: DATA_SOURCE,
    window: '${window}',
    ...question,
  }));
}
