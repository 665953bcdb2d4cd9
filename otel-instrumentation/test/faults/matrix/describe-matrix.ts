import { availableParallelism } from 'node:os';
import type { StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import type { Cell } from './cells.ts';
import { ENDS, PROCESS_MODELS } from './losses.ts';
import { MatrixStore } from './matrix-store.ts';
import { runCell, type Measured } from './run-cell.ts';

/** Most cells wait most of the time. */
const AT_ONCE = 3 * availableParallelism();

/** An end that takes longer hangs: the last export may take two seconds, and a busy machine is slow. */
const HANGS_MS = 15_000;

const titleOf = ({ model, end }: Cell): string => `${PROCESS_MODELS[model]}: ${ENDS[end]}`;

/** Tests of the cells of one store, which run side by side; prints what was measured. */
export function describeMatrix(kind: StoreKind, cells: readonly Cell[]): void {
  describeWithStore(kind, `what is lost, with ${kind}`, () => {
    let store: MatrixStore;
    const results = new Map<Cell, Measured | Error>();

    beforeAll(async () => {
      store = await MatrixStore.start(kind);
      const waiting = [...cells];
      const work = async (): Promise<void> => {
        for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
          const result = await runCell(cell, store).catch((error: unknown) => error as Error);
          results.set(cell, result);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    });

    afterAll(async () => {
      await store.close();
      console.log(
        measuredTable(
          kind,
          [...results.values()].filter((result): result is Measured => !(result instanceof Error)),
        ),
      );
    });

    test.each(cells.map((cell) => [titleOf(cell), cell.loss, cell] as const))('%s loses %s', (_title, loss, cell) => {
      const result = results.get(cell);
      if (result === undefined || result instanceof Error) throw result ?? new Error('The cell did not run.');
      const { recorded, early, stored, endedAfterMs } = result;
      expect(endedAfterMs).toBeLessThan(HANGS_MS);
      for (const { counted, increase, mostIncrease } of stored) {
        expect(counted).toBeGreaterThanOrEqual(loss === 'nothing' ? recorded : early);
        expect(counted).toBeLessThanOrEqual(loss === 'everything' ? 0 : recorded);
        // Rates are computed in floating point.
        expect(increase).toBeGreaterThan(counted - 1e-6);
        expect(increase).toBeLessThan(mostIncrease + 1e-6);
      }
    });
  });
}

/** What was recorded, what is stored (last sample minus first), and what `increase` makes of it. */
function measuredTable(kind: StoreKind, results: readonly Measured[]): string {
  const lines = results.map(({ cell, recorded, stored, endedAfterMs }) => {
    const { counted, increase, mostIncrease } = stored[0] ?? { counted: NaN, increase: NaN, mostIncrease: NaN };
    const cells = [
      cell.model.padEnd(8),
      cell.end.padEnd(11),
      String(recorded).padStart(8),
      String(counted).padStart(6),
      increase.toFixed(1).padStart(8),
      mostIncrease.toFixed(1).padStart(7),
      (endedAfterMs / 1000).toFixed(1).padStart(5),
      cell.loss,
    ];
    return cells.join(' | ');
  });
  const header = 'model    | end         | recorded | stored | increase | at most | end s | loses';
  return [kind, header, ...lines.sort()].join('\n');
}
