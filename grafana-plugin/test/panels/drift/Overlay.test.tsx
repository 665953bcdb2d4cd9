/** @jest-environment jsdom */
import { clearDrawing, recordingContext, strokes, texts } from '../../jsdom.ts';
import { render } from '@testing-library/react';
import type { UPlotConfigBuilder } from '@grafana/ui';
import type { Plot } from '../../../src/panels/drift/draw-limits.ts';
import { Overlay } from '../../../src/panels/drift/Overlay.tsx';

const redraw = jest.fn();

const plot: Plot & { redraw: (rebuildPaths: boolean) => void } = {
  redraw,
  ctx: recordingContext(),
  bbox: { left: 0, top: 0, width: 400, height: 200 },
  series: [{ scale: 'x' }, { scale: 'y' }],
  valToPos: (value) => 200 - value * 200,
};

/** A chart's configuration that keeps its hooks of drawing. */
function configOf(): { config: UPlotConfigBuilder; draw: () => void; hooks: Array<(plot: Plot) => void> } {
  const hooks: Array<(plot: Plot) => void> = [];
  const addHook = (name: string, hook: (plot: Plot) => void): void => {
    if (name === 'draw') hooks.push(hook);
  };
  const config = { addHook };
  return { config: config as unknown as UPlotConfigBuilder, draw: () => hooks.forEach((hook) => hook(plot)), hooks };
}

const limitsAt = (value: number) => [
  { measure: 'psi', lines: [{ value, name: 'Critical' as const, text: `${value}`, color: 'red' }], isBelow: false },
];

beforeEach(clearDrawing);

test('a chart that keeps its configuration draws what is present, once', () => {
  const { config, draw, hooks } = configOf();
  const { rerender } = render(<Overlay config={config} limits={limitsAt(0.25)} isShaded={false} annotations={[]} />);
  rerender(<Overlay config={config} limits={limitsAt(0.5)} isShaded={false} annotations={[]} />);
  draw();
  expect(hooks).toHaveLength(1);
  expect(texts).toEqual(['Critical 0.5']);
});

test('annotations are drawn in their color', () => {
  const { config, draw } = configOf();
  const annotation = { from: 0.2, to: 0.2, text: '', tags: [], color: 'rgb(1, 2, 3)' };
  render(<Overlay config={config} limits={[]} isShaded={false} annotations={[annotation]} />);
  draw();
  expect(strokes.map(({ color }) => color)).toEqual(['rgb(1, 2, 3)']);
});

test('regression: annotations that arrive after the lines are drawn', () => {
  const { config, draw } = configOf();
  const { rerender } = render(<Overlay config={config} limits={[]} isShaded={false} annotations={[]} />);
  draw();
  redraw.mockClear();
  const annotation = { from: 0.2, to: 0.2, text: '', tags: [], color: 'rgb(1, 2, 3)' };
  rerender(<Overlay config={config} limits={[]} isShaded={false} annotations={[annotation]} />);
  expect(redraw.mock.calls).toEqual([[false]]);
});
