/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState, type DataFrame, type FieldConfig } from '@grafana/data';
import { DistributionPanel } from '../../../src/panels/distribution/DistributionPanel.tsx';
import type { DistributionOptions } from '../../../src/panels/distribution/options.ts';
import { distributionFrame, measureFrame } from '../../frames.ts';
import { LEGEND, TOOLTIP } from '../options.ts';
import { panelProps } from '../panel-props.ts';

const OPTIONS: DistributionOptions = { show: 'share', showContributions: true, legend: LEGEND, tooltip: TOOLTIP };

const frame = (name: string, value: number): DataFrame =>
  distributionFrame(
    name,
    { 'Training data': [0.75, 0.25], Live: [0.5, 0.5], 'Live count': [600, 600], Contribution: [0.01, 0.17] },
    {
      baseline: 'Training data',
      value,
      observations: 1200,
      criticalValue: 0.02,
      limits: { side: 'above', warning: 0.1, critical: 0.25 },
    },
  );

const FRAMES = [frame('age', 0.3), frame('sex', 0.05)];
const text = (): string => screen.getByTestId('driftline-distribution').textContent ?? '';

test('shows the most drifted distribution with its PSI, severity, noise and observations', () => {
  render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByRole('application', { name: 'Distribution of age' })).toBeTruthy();
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.300');
  expect(text()).toContain('critical');
  expect(text()).toContain('noise up to 0.020 · n = 1,200');
});

test('regression: thresholds of the panel decide, not the limits of the measure', () => {
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 0.2, color: 'orange' },
    { value: 0.5, color: 'red' },
  ];
  const defaults = { thresholds: { mode: 'absolute', steps } } as FieldConfig;
  render(<DistributionPanel {...panelProps(FRAMES, OPTIONS, { fieldConfig: { defaults, overrides: [] } })} />);
  expect(text()).toContain('warning');
});

test('another distribution can be chosen', async () => {
  render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Distribution' }));
  await userEvent.click(await screen.findByRole('option', { name: 'sex' }));
  expect(screen.getByRole('application', { name: 'Distribution of sex' })).toBeTruthy();
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.050');
});

test('one distribution is named without a choice', () => {
  render(<DistributionPanel {...panelProps([frame('age', 0.3)], OPTIONS)} />);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByText('age')).toBeTruthy();
});

test('the legend names the sides; a small panel leaves it and the counts out', () => {
  const { rerender } = render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByText('Training data')).toBeTruthy();
  rerender(<DistributionPanel {...panelProps(FRAMES, OPTIONS, { width: 300, height: 150 })} />);
  expect(screen.queryByText('Training data')).toBeNull();
  expect(text()).not.toContain('n =');
});

test('frames of another kind say what to ask', () => {
  render(<DistributionPanel {...panelProps([measureFrame({ measure: 'psi' }, {}, [1])], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toContain('in the format Distribution');
});

test('a dead store is said', () => {
  const { data } = panelProps([], OPTIONS);
  const error = { refId: 'A', message: 'The store is down.' };
  render(<DistributionPanel {...panelProps([], OPTIONS, { data: { ...data, state: LoadingState.Error, error } })} />);
  expect(screen.getByRole('alert').textContent).toContain('Query A: The store is down.');
});
