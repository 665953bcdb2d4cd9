/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { config } from '@grafana/runtime';
import type { Preview } from '@driftline/shared';
import { PromqlPreview } from '../../src/datasource/PromqlPreview.tsx';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { givenDataSources } from './given-data-sources.ts';
import { namesOnly } from './render-fields.tsx';

const QUERY: CompleteQuery = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A' };

const show = (preview: Preview): void => {
  render(<PromqlPreview datasource={namesOnly({ promql: () => Promise.resolve(preview) })} query={QUERY} />);
};

const promql = async (): Promise<string | null> => {
  await userEvent.click(screen.getByRole('button', { name: /^PromQL/ }));
  return (await screen.findByTestId('driftline-promql')).textContent;
};

beforeEach(() => {
  config.exploreEnabled = true;
  givenDataSources({ uid: 'p', type: 'prometheus' });
});

test('shows the PromQL when it is wanted, and copies it', async () => {
  const user = userEvent.setup();
  show({ texts: ['sum(up)'], isOne: true });
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
  await user.click(await screen.findByRole('button', { name: 'Copy PromQL' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  await expect(navigator.clipboard.readText()).resolves.toBe('sum(up)');
  expect(screen.queryByTestId('driftline-promql')).toBeNull();
  await expect(promql()).resolves.toBe('sum(up)');
});

test('of a measure that PromQL cannot express it shows what the store is asked, and copies nothing', async () => {
  show({ texts: ['sum(a)', 'sum(b)'], isOne: false });
  expect(await screen.findByRole('button', { name: 'PromQL computed from 2 queries' })).toBeTruthy();
  const text = await promql();
  expect(text).toMatch(/^# PromQL cannot express this measure/);
  expect(text).toMatch(/sum\(a\)\n\nsum\(b\)$/);
  expect(screen.queryByRole('button', { name: 'Copy PromQL' })).toBeNull();
});

test('the PromQL opens in Explore, in a tab of its own', async () => {
  show({ texts: ['sum(a)', 'sum(b)'], isOne: false });
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Open in Explore' });
  const panes = JSON.parse(new URL(link.href).searchParams.get('panes') ?? '') as Record<string, object>;
  expect(Object.values(panes)).toEqual([
    {
      datasource: 'p',
      queries: [
        { refId: 'A', datasource: { type: 'prometheus', uid: 'p' }, expr: 'sum(a)' },
        { refId: 'B', datasource: { type: 'prometheus', uid: 'p' }, expr: 'sum(b)' },
      ],
      range: { from: 'now-1h', to: 'now' },
    },
  ]);
  expect(link.target).toBe('_blank');
});

test('a query that cannot be asked says why', async () => {
  const refuse = () => Promise.reject(new Error('window is "soon": give a Prometheus duration'));
  render(<PromqlPreview datasource={namesOnly({ promql: refuse })} query={{ ...QUERY, window: 'soon' }} />);
  expect((await screen.findByRole('alert')).textContent).toContain('window is "soon"');
  expect(screen.queryByRole('button', { name: 'Copy PromQL' })).toBeNull();
});

test('regression: what is open stays open while a query cannot be asked', async () => {
  const promql = ({ window }: Partial<CompleteQuery>) =>
    window === 'soon' ? Promise.reject(new Error('refused')) : Promise.resolve({ texts: ['up'], isOne: true });
  const datasource = namesOnly({ promql });
  const { rerender } = render(<PromqlPreview datasource={datasource} query={QUERY} />);
  await userEvent.click(screen.getByRole('button', { name: /^PromQL/ }));
  await screen.findByTestId('driftline-promql');
  rerender(<PromqlPreview datasource={datasource} query={{ ...QUERY, window: 'soon' }} />);
  expect(await screen.findByText('There is none, because the query cannot be asked.')).toBeTruthy();
  rerender(<PromqlPreview datasource={datasource} query={QUERY} />);
  expect(await screen.findByTestId('driftline-promql')).toBeTruthy();
});
