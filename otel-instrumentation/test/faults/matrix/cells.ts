import type { StoreKind } from '@driftline/local-store';
import { LOSSES, type End, type Loss, type ProcessModel } from './losses.ts';
import { ROUTE_OF } from './matrix-store.ts';

/** One way to run, export and end, and what it may lose. */
export interface Cell {
  readonly store: StoreKind;
  readonly model: ProcessModel;
  readonly end: End;
  readonly loss: Loss;
}

/** All cells of a store that make sense. */
export function cellsOf(store: StoreKind): Cell[] {
  return Object.entries(LOSSES).flatMap(([model, routes]) =>
    Object.entries(routes[ROUTE_OF[store]]).map(([end, loss]): Cell => ({
      store,
      model: model as ProcessModel,
      end: end as End,
      loss,
    })),
  );
}

/** The cells that run before each change: every process model, and every kind of end once. */
export const QUICK_CELLS: Readonly<Partial<Record<StoreKind, readonly (readonly [ProcessModel, End])[]>>> = {
  prometheus: [
    ['cluster', 'runs-on'],
    ['threads', 'drained'],
    ['batch', 'done'],
  ],
  'victoria-metrics': [
    ['process', 'two-signals'],
    ['process', 'own-export'],
    ['process', 'no-export'],
    ['process', 'kill'],
    ['replicas', 'runs-on'],
    ['cluster', 'signal'],
    ['threads', 'drained'],
    ['batch', 'done'],
    ['process', 'unreachable'],
  ],
};
