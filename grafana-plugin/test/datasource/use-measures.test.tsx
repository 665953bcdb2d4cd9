/** @jest-environment jsdom */
import '../jsdom.ts';
import { renderHook, waitFor } from '@testing-library/react';
import { useMeasures } from '../../src/datasource/use-measures.ts';
import { MEASURE_INFOS } from './measure-infos.ts';
import { namesOnly } from './render-fields.tsx';

test('measures are loaded', async () => {
  const datasource = namesOnly();
  const { result } = renderHook(() => useMeasures(datasource));
  expect(result.current).toEqual({});
  await waitFor(() => expect(result.current).toEqual({ measures: MEASURE_INFOS }));
});

test('without them it says why', async () => {
  const datasource = namesOnly({ measures: () => Promise.reject(new Error('The plugin is not running.')) });
  const { result } = renderHook(() => useMeasures(datasource));
  await waitFor(() => expect(result.current).toEqual({ problem: 'The plugin is not running.' }));
});
