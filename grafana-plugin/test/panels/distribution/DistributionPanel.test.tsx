/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataFrame } from '@grafana/data';
import { DistributionPanel } from '../../../src/panels/distribution/DistributionPanel.tsx';
import type { DistributionOptions } from '../../../src/panels/distribution/options.ts';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../panel-props.ts';

const OPTIONS: DistributionOptions = { showContributions: true };

const contribution = (feature: string, value: number): DataFrame =>
  measureFrame(
    { measure: 'psi-contribution', bin: 'ml_feature_bin' },
    { ml_model_name: 'income', ml_feature_name: feature, ml_feature_bin: 'all' },
    [value],
  );

const FRAMES = [contribution('age', 0.3), contribution('sex', 0.05)];

test('shows the most drifted distribution with its PSI and severity', () => {
  render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByRole('img', { name: 'Distribution of age' })).toBeTruthy();
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.300');
  expect(screen.getByTestId('driftline-distribution').textContent).toContain('critical');
});

test('options override the limits', () => {
  render(<DistributionPanel {...panelProps<DistributionOptions>(FRAMES, { ...OPTIONS, critical: 0.5 })} />);
  expect(screen.getByTestId('driftline-distribution').textContent).toContain('warning');
});

test('another distribution can be chosen', async () => {
  render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Distribution' }));
  await userEvent.click(await screen.findByRole('option', { name: 'sex' }));
  expect(screen.getByRole('img', { name: 'Distribution of sex' })).toBeTruthy();
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.050');
});

test('two profiles of a feature are shown apart, each with its own PSI', async () => {
  const of = (profile: string, value: number): DataFrame =>
    measureFrame(
      { measure: 'psi-contribution', bin: 'ml_feature_bin' },
      { ml_model_name: 'income', ml_profile_id: profile, ml_feature_name: 'age', ml_feature_bin: 'all' },
      [value],
    );
  render(<DistributionPanel {...panelProps([of('p', 0.02), of('q', 0.01)], OPTIONS)} />);
  expect(screen.getByRole('img', { name: 'Distribution of age (profile p)' })).toBeTruthy();
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.020');
  await userEvent.click(screen.getByRole('combobox', { name: 'Distribution' }));
  await userEvent.click(await screen.findByRole('option', { name: 'age (profile q)' }));
  expect(screen.getByTestId('driftline-psi').textContent).toBe('0.010');
});

test('one distribution is named without a choice', () => {
  render(<DistributionPanel {...panelProps([contribution('age', 0.3)], OPTIONS)} />);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByText('age')).toBeTruthy();
});

test('a narrow panel leaves the key out', () => {
  const { rerender } = render(<DistributionPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByTestId('driftline-distribution').textContent).toContain('reference');
  rerender(<DistributionPanel {...panelProps(FRAMES, OPTIONS, { width: 300 })} />);
  expect(screen.getByTestId('driftline-distribution').textContent).not.toContain('reference');
});

test('says so when there is nothing to draw', () => {
  render(<DistributionPanel {...panelProps([], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toMatch(/^No distribution to show\./);
});
