/** @jest-environment jsdom */
import { clearDrawing, strokes, texts } from '../../jsdom.ts';
import { render, screen, waitFor } from '@testing-library/react';
import { createTheme, FieldColorModeId, type DataFrame } from '@grafana/data';
import { DriftPanel } from '../../../src/panels/drift/DriftPanel.tsx';
import type { DriftOptions } from '../../../src/panels/drift/options.ts';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../panel-props.ts';

const OPTIONS: DriftOptions = { showThresholds: true, legendPlacement: 'right' };
const theme = createTheme();

const age = (): DataFrame => measureFrame({ measure: 'psi' }, { ml_feature_name: 'age' }, [0.05, 0.31], 'age');

beforeEach(clearDrawing);

/** Colors of lines that are not dashed. */
const lines = (): string[] => strokes.filter(({ dash }) => dash.length === 0).map(({ color }) => color);

/** Renders the panel and waits for its lines: a chart is drawn a little later. */
async function drawn(series: DataFrame[], options = OPTIONS, size = {}): Promise<void> {
  render(<DriftPanel {...panelProps(series, options, size)} />);
  await waitFor(() => expect(lines()).not.toEqual([]));
}

test('draws a line in a color of the palette, and the limits', async () => {
  await drawn([age()]);
  expect(lines()).toContain(theme.visualization.getColorByName(theme.visualization.palette[0] as string));
  expect(texts).toEqual(expect.arrayContaining(['Warning 0.1', 'Critical 0.25']));
});

test('regression: draws a line when the color mode is thresholds', async () => {
  const source = age();
  const config = { color: { mode: FieldColorModeId.Thresholds } };
  await drawn([{ ...source, fields: source.fields.map((field) => ({ ...field, config })) }]);
  expect(lines()).toContain(theme.visualization.getColorByName('red'));
});

test('draws no limits when the option is off', async () => {
  await drawn([age()], { ...OPTIONS, showThresholds: false });
  expect(texts.join()).not.toMatch(/Warning|Critical/);
});

test('draws no limits of the PSI over a measure that has none', async () => {
  await drawn([measureFrame({ measure: 'mean-shift' }, { ml_feature_name: 'age' }, [-0.2, 0.1], 'age')]);
  expect(texts.join()).not.toMatch(/Warning|Critical/);
});

test('the legend names each feature with its last value', async () => {
  await drawn([age()]);
  expect(screen.getByRole('table').textContent).toContain('age');
  expect(screen.getByRole('table').textContent).toContain('0.31');
});

test('a small panel has no legend', async () => {
  await drawn([age()], OPTIONS, { width: 280, height: 100 });
  expect(screen.queryByRole('table')).toBeNull();
});

test('says so when there is nothing to draw', () => {
  render(<DriftPanel {...panelProps([], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toBe(
    'No values to show. There are not enough observations in this time range.',
  );
});
