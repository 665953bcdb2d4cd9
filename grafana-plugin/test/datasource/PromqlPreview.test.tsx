/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Preview } from '@driftline/shared';
import { PromqlPreview } from '../../src/datasource/PromqlPreview.tsx';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { namesOnly } from './render-fields.tsx';

const QUERY: CompleteQuery = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A' };

const show = (preview: Preview): void => {
  render(<PromqlPreview datasource={namesOnly({ promql: () => Promise.resolve(preview) })} query={QUERY} />);
};

test('shows the PromQL, and copies it', async () => {
  const user = userEvent.setup();
  show({ texts: ['sum(up)'], isOne: true });
  expect((await screen.findByTestId('driftline-promql')).textContent).toBe('sum(up)');
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
  await user.click(screen.getByRole('button', { name: 'Copy PromQL' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  await expect(navigator.clipboard.readText()).resolves.toBe('sum(up)');
});

test('of a measure that PromQL cannot express it shows what the store is asked, and copies nothing', async () => {
  show({ texts: ['sum(a)', 'sum(b)'], isOne: false });
  const text = (await screen.findByTestId('driftline-promql')).textContent;
  expect(text).toMatch(/^# PromQL cannot express this measure/);
  expect(text).toMatch(/sum\(a\)\n\nsum\(b\)$/);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a query that cannot be asked says why', async () => {
  const promql = () => Promise.reject(new Error('window is "soon": give a Prometheus duration'));
  render(<PromqlPreview datasource={namesOnly({ promql })} query={{ ...QUERY, window: 'soon' }} />);
  expect((await screen.findByRole('alert')).textContent).toContain('window is "soon"');
  expect(screen.queryByTestId('driftline-promql')).toBeNull();
});

test('a query is asked for once it rests, and not again while it stays the same', async () => {
  const promql = jest.fn(({ measure }: { measure?: string }) =>
    Promise.resolve({ texts: [measure ?? ''], isOne: true }),
  );
  const datasource = namesOnly({ promql });
  const { rerender } = render(<PromqlPreview datasource={datasource} query={QUERY} />);
  for (const measure of ['accuracy', 'recall']) {
    rerender(<PromqlPreview datasource={datasource} query={{ ...QUERY, measure }} />);
  }
  expect(await screen.findByText('recall')).toBeTruthy();
  rerender(<PromqlPreview datasource={datasource} query={{ ...QUERY, measure: 'recall' }} />);
  expect(promql.mock.calls.map(([{ measure }]) => measure)).toEqual(['recall']);
});
