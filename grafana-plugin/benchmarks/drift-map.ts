import { chromium } from 'playwright-core';
import { startWorkbench } from '../workbench/server/server.ts';
import { CHROMIUM_FLAGS, findChromium } from '../test/browser/chromium.ts';
import { dashboardOf, panelOf } from '../test/browser/panels-dashboard.ts';

/*
 * Prints how long the built drift map of 200 features and 500 steps takes in Chromium, from the end of the answer to the
 * first picture with its map: reading the JSON, Grafana's own work on the frames, rendering and drawing.
 */

const FEATURES = 200;
const STEPS = 500;
const RUNS = 5;

const times = Array.from({ length: STEPS }, (_, i) => Date.now() - (STEPS - i) * 1000);
const limits = { side: 'above', warning: 0.1, critical: 0.25 };
const frames = Array.from({ length: FEATURES }, (_, f) => ({
  schema: {
    refId: 'A',
    name: `feature ${f}`,
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], custom: { measure: 'psi', show: 'value', limits } },
    fields: [
      { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' } },
      {
        name: 'Value',
        type: 'number',
        typeInfo: { frame: 'float64', nullable: true },
        labels: { ml_feature_name: `feature ${f}` },
        config: { displayNameFromDS: `feature ${f}` },
      },
    ],
  },
  data: { values: [times, times.map((_, i) => 0.2 + 0.2 * Math.sin(f + i / 50))] },
}));

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('There is no Chromium: install one or set CHROMIUM_PATH.');
const workbench = await startWorkbench({ store: 'http://127.0.0.1:9' });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const panel = panelOf('driftline-drift-map-panel', { x: 0, y: 0, w: 24, h: 18 }, [{ measure: 'psi' }]);
  await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboardOf([panel]) }));
  await page.route('**/api/ds/query*', (route) => route.fulfill({ json: { results: { A: { status: 200, frames } } } }));
  await page.addInitScript(() => {
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (
      this: CanvasRenderingContext2D,
      ...all: unknown[]
    ): void {
      putImageData.apply(this, all as Parameters<typeof putImageData>);
      performance.mark('drawn');
    } as typeof putImageData;
  });
  const first: number[] = [];
  const refreshed: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await page.goto(`${workbench.url}/?theme=dark`);
    // The dashboard refreshes every five seconds, and draws what it has once more while it waits.
    const [ofFirst, ofRefresh] = await page.evaluate(async () => {
      const ends = (part: string): number[] =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => name.includes(part))
          .map(({ responseEnd }) => responseEnd);
      const drawnAfter = async (time: number): Promise<number> => {
        for (;;) {
          const drawn = performance.getEntriesByName('drawn').find(({ startTime }) => startTime > time);
          if (drawn !== undefined) return drawn.startTime - time;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      const nth = async (part: string, n: number): Promise<number> => {
        for (;;) {
          const end = ends(part)[n];
          if (end !== undefined) return end;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      // The panel itself is loaded beside the first query, and may come later.
      const loaded = Math.max(await nth('/api/ds/query', 0), await nth('drift-map/panel.js', 0));
      return [await drawnAfter(loaded), await drawnAfter(await nth('/api/ds/query', 1))];
    });
    first.push(ofFirst ?? NaN);
    refreshed.push(ofRefresh ?? NaN);
  }
  console.log(
    `drift map of ${FEATURES} features × ${STEPS} steps, milliseconds from data to picture, of ${RUNS} runs:`,
  );
  console.log(`  first picture, with the panel loading: ${textOf(first)}`);
  console.log(`  refresh:                               ${textOf(refreshed)}`);
} finally {
  await browser.close();
  await workbench.close();
}

function textOf(measured: readonly number[]): string {
  const sorted = measured.map(Math.round).sort((a, b) => a - b);
  return `median ${sorted[Math.floor(sorted.length / 2)]} (${sorted.join(', ')})`;
}
