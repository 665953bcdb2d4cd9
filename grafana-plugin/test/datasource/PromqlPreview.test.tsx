/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setTemplateSrv } from '@grafana/runtime';
import { compile, plan } from '@driftline/shared';
import { PromqlPreview } from '../../src/datasource/PromqlPreview.tsx';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { templatesOf } from './templates.ts';

beforeEach(() => setTemplateSrv(templatesOf({ model: 'income' })));

const show = (change: Partial<CompleteQuery>): CompleteQuery => {
  const query = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A', ...change };
  render(<PromqlPreview query={query} />);
  return query;
};

test('shows the PromQL with the values of template variables, and copies it', async () => {
  const user = userEvent.setup();
  const query = show({ measure: 'throughput', where: { model: ['$model'] } });
  const { promql } = compile({ ...query, where: { model: ['income'] } });
  expect(screen.getByTestId('driftline-promql').textContent).toBe(promql);
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
  await user.click(screen.getByRole('button', { name: 'Copy PromQL' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  await expect(navigator.clipboard.readText()).resolves.toBe(promql);
});

test('of a measure that PromQL cannot express it shows what the store is asked, and copies nothing', () => {
  const query = show({ measure: 'kolmogorov-smirnov' });
  const text = screen.getByTestId('driftline-promql').textContent;
  expect(text).toMatch(/^# PromQL cannot express this measure/);
  for (const promql of plan(query)) expect(text).toContain(promql);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a query that cannot be asked says why', () => {
  show({ window: 'soon' });
  expect(screen.getByRole('alert').textContent).toContain('window is "soon": give a Prometheus duration');
  expect(screen.queryByTestId('driftline-promql')).toBeNull();
});
