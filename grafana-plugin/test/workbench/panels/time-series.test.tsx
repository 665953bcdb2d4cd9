/** @jest-environment jsdom */
import { clearDrawing, strokes } from '../../jsdom.ts';
import { render, screen, waitFor } from '@testing-library/react';
import { createTheme, type PanelPlugin } from '@grafana/data';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../../panels/panel-props.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { timeSeriesPanel } from '../../../workbench/src/panels/time-series.tsx';
import { givenField } from '../given-field.ts';

const panel = timeSeriesPanel as unknown as PanelPlugin;
const theme = createTheme();

beforeAll(() => {
  fillRegistries();
  panel.meta = panelMeta('timeseries', 'Time series', '');
});

beforeEach(clearDrawing);

test('draws what it is given', async () => {
  const Panel = timeSeriesPanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  const source = measureFrame(undefined, {}, [0.1, 0.2], 'age');
  const fields = source.fields.map((field) => givenField(panel, {}, field));
  render(<Panel {...panelProps([{ ...source, fields }], {})} />);
  const first = theme.visualization.getColorByName(theme.visualization.palette[0] as string);
  await waitFor(() => expect(strokes.map(({ color }) => color)).toContain(first));
});

test('a dashboard decides how lines look', () => {
  const saved = { custom: { lineWidth: 3, unknown: 1 } };
  const [, value] = measureFrame(undefined, {}, [0.1]).fields;
  if (value === undefined) throw new Error('The frame has no value.');
  expect(givenField(panel, saved, value).config.custom).toEqual({ lineWidth: 3, fillOpacity: 0, showPoints: 'auto' });
});

test.each([[[]], [[{ length: 0, fields: [] }]]])('says so when there is nothing to draw: %j', (series) => {
  const Panel = timeSeriesPanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(series, {})} />);
  expect(screen.getByRole('status').textContent).toBe('No data');
});
