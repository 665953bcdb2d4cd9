/** @jest-environment jsdom */
import { clearDrawing, strokes, texts } from '../../jsdom.ts';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTheme, FieldColorModeId, LoadingState, type DataFrame } from '@grafana/data';
import { LegendDisplayMode } from '@grafana/schema';
import { DriftPanel } from '../../../src/panels/drift/DriftPanel.tsx';
import type { DriftOptions } from '../../../src/panels/drift/options.ts';
import { measureFrame } from '../../frames.ts';
import { LEGEND, TOOLTIP } from '../options.ts';
import { panelProps } from '../panel-props.ts';

const TABLE = { ...LEGEND, displayMode: LegendDisplayMode.Table, calcs: ['lastNotNull'] };
const OPTIONS: DriftOptions = { thresholds: 'line', legend: TABLE, tooltip: TOOLTIP };
const LIMITS = { side: 'above', warning: 0.1, critical: 0.25 };
const theme = createTheme();

const psi = (name: string, ...values: number[]): DataFrame => {
  const frame = measureFrame(
    { measure: 'psi', show: 'value', limits: LIMITS },
    { ml_feature_name: name },
    values,
    name,
  );
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, config: { displayNameFromDS: name } })) };
};
const age = (): DataFrame => psi('age', 0.05, 0.31);

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

test('draws no limits when the option is off, and those that the panel sets in their place', async () => {
  await drawn([age()], { ...OPTIONS, thresholds: 'off' });
  expect(texts.join()).not.toMatch(/Warning|Critical/);
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 0.2, color: 'red' },
  ];
  clearDrawing();
  await drawn([age()], OPTIONS, {
    fieldConfig: { defaults: { thresholds: { mode: 'absolute', steps } }, overrides: [] },
  });
  expect(texts).toContain('0.2');
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
  await drawn([age()], OPTIONS, { width: 300, height: 150 });
  expect(screen.queryByRole('table')).toBeNull();
});

test('people who do not see the lines are told the worst', async () => {
  await drawn([psi('sex', 0.02), age()]);
  expect(
    screen.getByRole('group', { name: '2 series over time. Last values: age 0.310, critical; sex 0.0200, stable' }),
  ).toBeTruthy();
});

test('regression: an instant is drawn as bars, the worst first', () => {
  const instants = [psi('sex', 0.02), age()].map((frame) => ({
    ...frame,
    length: 1,
    fields: frame.fields.slice(1).map((field) => ({ ...field, values: [field.values.at(-1)] })),
  }));
  render(<DriftPanel {...panelProps(instants, OPTIONS)} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['age0.310', 'sex0.0200']);
});

test('regression: a dead store is not a model without drift', () => {
  const { data } = panelProps([], OPTIONS);
  const errors = [{ refId: 'A', message: 'The store is down.' }];
  render(<DriftPanel {...panelProps([], OPTIONS, { data: { ...data, state: LoadingState.Error, errors } })} />);
  expect(screen.getByRole('alert').textContent).toContain('Query A: The store is down.');
});

test('of many series the worst are drawn, and the others are said', async () => {
  await drawn([...Array.from({ length: 120 }, (_, i) => psi(`feature ${i}`, i / 1000)), age()]);
  expect(screen.getByRole('status').textContent).toContain('The worst 100 of 121 series.');
  expect(screen.getAllByRole('group')[0]?.getAttribute('aria-label')).toMatch(
    /^100 series over time. Last values: age/,
  );
});

test('Enter does what a click on the lines does, which pins the tooltip with its links', async () => {
  await drawn([age()]);
  const clicked = jest.fn();
  document.querySelector('.u-over')?.addEventListener('click', clicked);
  const chart = document.querySelector<HTMLElement>('.uplot');
  chart?.focus();
  await userEvent.keyboard('{Enter}');
  expect(clicked).toHaveBeenCalledTimes(1);
});
