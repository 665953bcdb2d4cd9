/** @jest-environment jsdom */
import { clearDrawing, recordingContext, texts } from '../../jsdom.ts';
import { render } from '@testing-library/react';
import type { UPlotConfigBuilder } from '@grafana/ui';
import type { Plot } from '../../../src/panels/drift/draw-limits.ts';
import { LimitLines } from '../../../src/panels/drift/LimitLines.tsx';

const plot: Plot = {
  ctx: recordingContext(),
  bbox: { left: 0, top: 0, width: 400, height: 200 },
  series: [{ scale: 'x' }, { scale: 'y' }],
  valToPos: (value) => 200 - value * 200,
};

/** A chart's configuration that keeps its hooks. */
function configOf(): { config: UPlotConfigBuilder; draw: () => void; hooks: Array<(plot: Plot) => void> } {
  const hooks: Array<(plot: Plot) => void> = [];
  const config = { addHook: (_: string, hook: (plot: Plot) => void) => hooks.push(hook) };
  return { config: config as unknown as UPlotConfigBuilder, draw: () => hooks.forEach((hook) => hook(plot)), hooks };
}

beforeEach(clearDrawing);

test('a chart that keeps its configuration draws the present limits, once', () => {
  const { config, draw, hooks } = configOf();
  const { rerender } = render(<LimitLines config={config} limits={{ side: 'above', critical: 0.25 }} />);
  rerender(<LimitLines config={config} limits={{ side: 'above', critical: 0.5 }} />);
  draw();
  expect(hooks).toHaveLength(1);
  expect(texts).toEqual(['Critical 0.5']);
});

test('without limits nothing is drawn', () => {
  const { config, draw } = configOf();
  render(<LimitLines config={config} limits={undefined} />);
  draw();
  expect(texts).toEqual([]);
});
