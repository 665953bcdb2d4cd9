/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState, type DataFrame } from '@grafana/data';
import { FairnessPanel } from '../../../src/panels/fairness/FairnessPanel.tsx';
import type { FairnessOptions } from '../../../src/panels/fairness/options.ts';
import { measureFrame } from '../../frames.ts';
import { linkTo, withLinks } from '../links.ts';
import { TOOLTIP } from '../options.ts';
import { panelProps } from '../panel-props.ts';
import { groupFrame } from './group-frame.ts';

const OPTIONS: FairnessOptions = { reference: '', limit: 0.8, showCounts: true, tooltip: TOOLTIP };
const FRAMES = [
  groupFrame([
    { group: 'Male', value: 0.4, lower: 0.37, upper: 0.43, observations: 1900 },
    { group: 'Female', value: 0.2, lower: 0.17, upper: 0.24, observations: 500 },
    { group: 'Diverse', value: null },
    { group: 'Other', value: null, observations: 120 },
  ]),
];
const cells = (group: string): (string | null)[] =>
  within(screen.getByRole('rowheader', { name: new RegExp(group) }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('each group has its rate, its ratio to the reference group and its count', () => {
  render(<FairnessPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(cells('Female')).toEqual(['', '20.0%', '0.50', 'n 500']);
  expect(cells('Male')).toEqual(['', '40.0%', 'reference', 'n 1,900']);
  expect(
    screen.getByRole('table', { name: 'sex compared with Male; the band is 0.8 to 1.25 of its rate' }),
  ).toBeTruthy();
});

test('regression: groups that are left out say why, those of a few people without a number', () => {
  render(<FairnessPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(cells('Diverse')).toEqual(['too few people to show', '–', '–', '–']);
  expect(cells('Other')).toEqual(['too few observations', '–', '–', 'n 120']);
});

test('a standing has words beside its color', () => {
  render(<FairnessPanel {...panelProps(FRAMES, OPTIONS)} />);
  expect(screen.getByRole('rowheader', { name: /Female/ }).textContent).toContain(
    'Below the limit, as is the whole interval',
  );
});

test('a small panel leaves columns out, and so does the option', () => {
  const { rerender } = render(<FairnessPanel {...panelProps(FRAMES, OPTIONS, { width: 300, height: 150 })} />);
  expect(cells('Female')).toEqual(['', '20.0%']);
  rerender(<FairnessPanel {...panelProps<FairnessOptions>(FRAMES, { ...OPTIONS, showCounts: false })} />);
  expect(cells('Female')).toEqual(['', '20.0%', '0.50']);
});

test('arrow keys go from group to group and say all that is known of it, in a small panel too', async () => {
  render(<FairnessPanel {...panelProps(FRAMES, OPTIONS, { width: 300, height: 150 })} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe(
    'Female: Rate 20.0%, 95% interval 17.0% to 24.0%, Ratio to Male 0.50, Observations 500, ' +
      'Standing Below the limit, as is the whole interval',
  );
  await userEvent.keyboard('{End}');
  expect(screen.getByRole('tooltip').textContent).toBe('OtherRatetoo few observationsObservations120');
});

test('of several links, the tooltip lets choose; Escape goes back to the panel', async () => {
  const [first, second] = [linkTo('The people'), linkTo('The policy')];
  render(<FairnessPanel {...panelProps([withLinks(FRAMES[0] as DataFrame, [first, second])], OPTIONS)} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('tooltip').textContent).toContain('Click or press Enter for 2 links');
  await userEvent.keyboard('{Enter}');
  const choice = screen.getByRole('dialog', { name: 'Female' });
  expect(document.activeElement?.textContent).toBe('The people');
  await userEvent.click(within(choice).getByText('The policy'));
  expect(second.onClick).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rates by group' }));
});

test('frames of another kind say what to ask, and a dead store is said', () => {
  const { rerender } = render(<FairnessPanel {...panelProps([measureFrame({ measure: 'psi' }, {}, [1])], OPTIONS)} />);
  expect(screen.getByRole('status').textContent).toContain('in the format Table');
  const { data } = panelProps([], OPTIONS);
  const error = { refId: 'A', message: 'The store is down.' };
  rerender(<FairnessPanel {...panelProps([], OPTIONS, { data: { ...data, state: LoadingState.Error, error } })} />);
  expect(screen.getByRole('alert').textContent).toContain('Query A: The store is down.');
});
