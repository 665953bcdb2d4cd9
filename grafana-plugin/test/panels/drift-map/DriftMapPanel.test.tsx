/** @jest-environment jsdom */
import '../../jsdom.ts';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState, type DataFrame, type Field } from '@grafana/data';
import { DriftMapPanel } from '../../../src/panels/drift-map/DriftMapPanel.tsx';
import type { DriftMapOptions } from '../../../src/panels/drift-map/options.ts';
import { distributionFrame, measureFrame } from '../../frames.ts';
import { TOOLTIP } from '../options.ts';
import { panelProps } from '../panel-props.ts';

const OPTIONS: DriftMapOptions = { order: 'worst', showScale: true, tooltip: TOOLTIP };
const LIMITS = { side: 'above', warning: 0.1, critical: 0.25 };

const psi = (name: string, ...values: number[]): DataFrame => {
  const frame = measureFrame(
    { measure: 'psi', show: 'value', limits: LIMITS },
    { ml_feature_name: name },
    values,
    name,
  );
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, config: { displayNameFromDS: name } })) };
};
const FRAMES = [psi('sex', 0.02, 0.01), psi('age', 0.05, 0.31)];

test('names the rows, the worst first, and tells it to people who do not see the map', () => {
  render(<DriftMapPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByTestId('driftline-drift-map').textContent).toMatch(/^agesex/);
  expect(screen.getByRole('application').getAttribute('aria-label')).toBe(
    'Drift map of 2 series. First: age, at its worst 0.310, critical.',
  );
  expect(screen.getByText('critical 0.25')).toBeTruthy();
});

test('arrow keys go from cell to cell, with the distribution if a query gives it', async () => {
  const age = distributionFrame(
    'age',
    { 'Training data': [0.5, 0.5], Live: [0.2, 0.8] },
    { baseline: 'Training data' },
  );
  render(<DriftMapPanel {...panelProps([...FRAMES, age], OPTIONS)} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{End}');
  expect(screen.getByRole('tooltip').textContent).toMatch(/^ageValue0\.310, critical.*Baseline and live/);
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
  expect(screen.getByRole('tooltip').textContent).toMatch(/^sexValue0\.020, stable/);
  expect(screen.getByRole('tooltip').textContent).not.toContain('Baseline');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('a small panel leaves the scale out', () => {
  render(<DriftMapPanel {...panelProps(FRAMES, OPTIONS, { width: 300, height: 110 })} />);
  expect(screen.queryByText('critical 0.25')).toBeNull();
});

test('values at one time only say what to ask, and a dead store is said', () => {
  const { rerender } = render(<DriftMapPanel {...panelProps([distributionFrame('age', { Live: [1, 0] })], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toContain('as a time series over a range');
  const { data } = panelProps([], OPTIONS);
  const error = { refId: 'A', message: 'The store is down.' };
  rerender(<DriftMapPanel {...panelProps([], OPTIONS, { data: { ...data, state: LoadingState.Error, error } })} />);
  expect(screen.getByRole('alert').textContent).toContain('Query A: The store is down.');
});

test('of many rows, those in view are drawn, and keys bring others into view', async () => {
  const many = Array.from({ length: 300 }, (_, i) => psi(`feature ${i}`, 1 / (i + 1)));
  render(<DriftMapPanel {...panelProps(many, OPTIONS)} />);
  const map = screen.getByTestId('driftline-drift-map');
  expect(within(map).getAllByTitle(/^feature/).length).toBeLessThan(60);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{PageDown>7/}');
  expect(screen.getByRole('tooltip').textContent).toContain('feature 70');
  const view = map.firstElementChild as HTMLElement;
  expect(view.scrollTop).toBeGreaterThan(0);
  fireEvent.scroll(view);
  expect(within(map).queryByTitle('feature 0')).toBeNull();
  expect(within(map).getByTitle('feature 70')).toBeTruthy();
});

test('the link of a cell goes by the times of its own series', async () => {
  const late = psi('late', 0.1, 0.2);
  late.fields[0] = { ...(late.fields[0] as (typeof late.fields)[0]), values: [1_030_000, 1_060_000] };
  const asked: unknown[] = [];
  const getLinks: Field['getLinks'] = (config) => {
    asked.push(config.valueRowIndex);
    return [];
  };
  late.fields[1] = { ...(late.fields[1] as Field), getLinks };
  render(
    <DriftMapPanel {...panelProps<DriftMapOptions>([psi('early', 0.3, 0.3), late], { ...OPTIONS, order: 'name' })} />,
  );
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(asked.at(-1)).toBe(1);
  expect(screen.getByRole('tooltip').textContent).toContain('late');
});
