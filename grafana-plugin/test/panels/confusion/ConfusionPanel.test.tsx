/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState } from '@grafana/data';
import { ConfusionPanel } from '../../../src/panels/confusion/ConfusionPanel.tsx';
import type { ConfusionOptions } from '../../../src/panels/confusion/options.ts';
import { measureFrame } from '../../frames.ts';
import { TOOLTIP } from '../options.ts';
import { panelProps } from '../panel-props.ts';
import { linkTo, withLinks } from '../links.ts';
import { cellFrame, FRAMES } from './confusion-frames.ts';

const OPTIONS: ConfusionOptions = { show: 'count', showHistory: true, tooltip: TOOLTIP };
const frames = [...FRAMES];
const cells = (): (string | null)[] => screen.getAllByRole('cell').map(({ textContent }) => textContent);

test('shows the counts with their history', () => {
  render(<ConfusionPanel {...panelProps(frames, OPTIONS)} />);
  expect(cells()).toEqual(['30', '10', '10', '1,150']);
  expect(screen.getByTestId('driftline-confusion').textContent).toContain('n = 1,200');
  expect(document.querySelectorAll('td path')).toHaveLength(4);
});

test('shows shares of rows and columns, and says which', () => {
  const { rerender } = render(
    <ConfusionPanel {...panelProps<ConfusionOptions>(frames, { ...OPTIONS, show: 'row' })} />,
  );
  expect(cells()).toEqual(['75.0%', '25.0%', '0.9%', '99.1%']);
  expect(screen.getByTestId('driftline-confusion').textContent).toContain('share of each actual class');
  rerender(<ConfusionPanel {...panelProps<ConfusionOptions>(frames, { ...OPTIONS, show: 'column' })} />);
  expect(cells()).toEqual(['75.0%', '0.9%', '25.0%', '99.1%']);
});

test('a small panel leaves out the history, a smaller one the heading', () => {
  const { rerender } = render(<ConfusionPanel {...panelProps(frames, OPTIONS, { width: 300, height: 130 })} />);
  expect(document.querySelectorAll('td path')).toHaveLength(0);
  rerender(<ConfusionPanel {...panelProps(frames, OPTIONS, { width: 300, height: 100 })} />);
  expect(screen.getByTestId('driftline-confusion').textContent).not.toContain('n =');
});

test('another model can be chosen', async () => {
  render(<ConfusionPanel {...panelProps([...frames, cellFrame('yes', 'yes', [7], { version: '2' })], OPTIONS)} />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Model' }));
  await userEvent.click(await screen.findByRole('option', { name: 'income version 2' }));
  expect(cells()).toEqual(['7']);
});

test('arrow keys go from cell to cell, what is there is said, and Enter follows the link of its counts', async () => {
  const link = linkTo('Wrong rejections');
  const linked = frames.map((frame, i) => (i === 2 ? withLinks(frame, [link]) : frame));
  render(<ConfusionPanel {...panelProps<ConfusionOptions>(linked, { ...OPTIONS, show: 'row' })} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe(
    'Predicted yes, actual yes: Outcomes 30, Share of actual yes 75.0%',
  );
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tooltip').textContent).toBe(
    'Predicted no, actual yesOutcomes10Share of actual yes25.0%Click or press Enter: Wrong rejections',
  );
  await userEvent.keyboard('{Enter}');
  expect(link.onClick).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('no ground truth, a dead store and frames of another kind are told apart', () => {
  const { data } = panelProps([], OPTIONS);
  const empty = { length: 0, fields: [], meta: { custom: { noValues: { reason: 'no ground truth' } } } };
  const { rerender } = render(<ConfusionPanel {...panelProps([empty], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toContain('No ground truth yet');
  const error = { refId: 'A', message: 'The store is down.' };
  rerender(<ConfusionPanel {...panelProps([], OPTIONS, { data: { ...data, state: LoadingState.Error, error } })} />);
  expect(screen.getByRole('alert').textContent).toContain('Query A: The store is down.');
  rerender(<ConfusionPanel {...panelProps([measureFrame({ measure: 'psi' }, {}, [1])], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toContain('in the format Confusion matrix');
});
