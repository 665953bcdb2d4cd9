import { SceneQueryRunner, type SceneDataQuery } from '@grafana/scenes';
import { DATA_SOURCE } from './controls.ts';

/** What a page asks: a query of the data source by its letter. */
export type Questions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Asks several questions in one request; each is answered or fails on its own. */
export function questionRunner(questions: Questions, maxDataPoints = 100): SceneQueryRunner {
  return new SceneQueryRunner({ datasource: DATA_SOURCE, queries: queriesOf(questions), maxDataPoints });
}

export function queriesOf(questions: Questions): SceneDataQuery[] {
  return Object.entries(questions).map(([refId, question]) => ({
    refId,
    datasource: DATA_SOURCE,
    window: '${window}',
    ...question,
  }));
}
