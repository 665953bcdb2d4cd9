/** @jest-environment jsdom */
import { renderHook, waitFor } from '@testing-library/react';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { usePreview } from '../../src/datasource/use-preview.ts';
import { namesOnly } from './render-fields.tsx';

const QUERY: CompleteQuery = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A' };

test('a query is asked for once it rests, and not again while it stays the same', async () => {
  const promql = jest.fn(({ measure }: { measure?: string }) =>
    Promise.resolve({ texts: [measure ?? ''], isOne: true }),
  );
  const datasource = namesOnly({ promql });
  const { result, rerender } = renderHook((query) => usePreview(datasource, query), { initialProps: QUERY });
  for (const measure of ['accuracy', 'recall', 'recall']) rerender({ ...QUERY, measure });
  await waitFor(() => expect(result.current).toEqual({ preview: { texts: ['recall'], isOne: true } }));
  rerender({ ...QUERY, measure: 'recall' });
  expect(promql.mock.calls.map(([{ measure }]) => measure)).toEqual(['recall']);
});

test('a query that is refused has the sentence of the back end', async () => {
  const promql = () => Promise.reject(new Error('window is "soon": give a Prometheus duration'));
  const datasource = namesOnly({ promql });
  const { result } = renderHook(() => usePreview(datasource, QUERY));
  await waitFor(() => expect(result.current.problem).toContain('window is "soon"'));
});
