/** @jest-environment jsdom */
import '../jsdom.ts';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HistogramSource } from '@driftline/shared';
import { DistributionFields } from '../../src/datasource/DistributionFields.tsx';
import { renderFields } from './render-fields.tsx';

const HISTOGRAM: HistogramSource = { kind: 'histogram', selector: '', edges: [], by: [] };

const type = (label: string, text: string): Promise<void> =>
  userEvent.type(screen.getByLabelText(label), `${text.replace(/[{[]/g, '$&$&')}{Enter}`);
const valueOf = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

test.each([
  ['Predictions', { kind: 'prediction' }],
  ['Any histogram', HISTOGRAM],
])('%s can be chosen', async (name, of) => {
  const query = renderFields(DistributionFields, {});
  expect(valueOf('Distribution of')).toBe('Features');
  await userEvent.click(screen.getByLabelText('Distribution of'));
  await userEvent.click(await screen.findByRole('option', { name }));
  expect(query().of).toEqual(of);
});

test("a histogram's edges are read from the store", async () => {
  const edges = jest.fn().mockResolvedValue([0.1, 0.5]);
  const query = renderFields(DistributionFields, { of: HISTOGRAM }, { edges });
  await type('Histogram', 'latency{job="api"}');
  expect(edges.mock.calls).toEqual([['latency{job="api"}']]);
  expect(query().of).toEqual({ ...HISTOGRAM, selector: 'latency{job="api"}', edges: [0.1, 0.5] });
  expect(valueOf('Bin edges')).toBe('0.1, 0.5');
});

test.each<[string, () => Promise<number[]>]>([
  ['knows none', () => Promise.resolve([])],
  ['does not answer', () => Promise.reject(new Error('down'))],
])('edges stay when the store %s', async (_, edges) => {
  const query = renderFields(DistributionFields, { of: { ...HISTOGRAM, edges: [7] } }, { edges });
  await type('Histogram', 'latency');
  expect(query().of).toEqual({ ...HISTOGRAM, selector: 'latency', edges: [7] });
});

test('regression: edges that arrive late take back nothing that was changed meanwhile', async () => {
  let arrive: (edges: number[]) => void = () => undefined;
  const edges = (): Promise<number[]> => new Promise((resolve) => (arrive = resolve));
  const query = renderFields(DistributionFields, { of: HISTOGRAM }, { edges });
  await type('Histogram', 'latency');
  await type('Group by', 'job');
  await act(async () => arrive([1, 2]));
  expect(query().of).toEqual({ ...HISTOGRAM, selector: 'latency', edges: [1, 2], by: ['job'] });
});

test('regression: edges of a histogram that is no longer asked for are dropped', async () => {
  const arrive: Array<(edges: number[]) => void> = [];
  const edges = (): Promise<number[]> => new Promise((resolve) => arrive.push(resolve));
  const query = renderFields(DistributionFields, { of: HISTOGRAM }, { edges });
  await type('Histogram', 'latency');
  await userEvent.clear(screen.getByLabelText('Histogram'));
  await type('Histogram', 'size');
  await act(async () => arrive[0]?.([1, 2]));
  expect(query().of).toEqual({ ...HISTOGRAM, selector: 'size' });
});

test('edges and labels are typed in', async () => {
  const query = renderFields(DistributionFields, { of: { ...HISTOGRAM, native: true } });
  await type('Bin edges', '1  2.5,10');
  await type('Group by', 'job, instance');
  expect(query().of).toEqual({ ...HISTOGRAM, native: true, edges: [1, 2.5, 10], by: ['job', 'instance'] });
});

test('a native histogram has no edges in the store', async () => {
  const edges = jest.fn();
  const query = renderFields(DistributionFields, { of: HISTOGRAM }, { edges });
  await userEvent.click(screen.getByRole('switch'));
  await type('Histogram', 'latency');
  expect(query().of).toMatchObject({ native: true, selector: 'latency' });
  expect(edges).not.toHaveBeenCalled();
});
