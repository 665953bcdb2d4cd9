/** @jest-environment jsdom */
import '../../jsdom.ts';
import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import { FirstRun } from '../../../src/pages/first-run/FirstRun.tsx';
import { renderView } from '../render-view.tsx';

test('ticks the store, and waits for series', async () => {
  const onArrival = jest.fn();
  renderView(<FirstRun dataSource="driftline" onArrival={onArrival} />, { reports: [] });
  const source = await screen.findByRole('region', { name: 'A data source' });
  expect(await within(source).findByText(', done')).toBeTruthy();
  expect(within(source).getByText('The store answers.')).toBeTruthy();
  const series = screen.getByRole('region', { name: 'Series arrive' });
  expect(within(series).getByText(', waiting')).toBeTruthy();
  expect(onArrival).not.toHaveBeenCalled();
});

test('tells of the first series, and that they are there', async () => {
  const onArrival = jest.fn();
  const reports = [{ model: 'income', version: '1', first: Date.now() - 4000, last: Date.now() - 4000 }];
  renderView(<FirstRun dataSource="driftline" onArrival={onArrival} />, { reports });
  expect(await screen.findByText(/^First series of income seen \d s ago\.$/)).toBeTruthy();
  expect(onArrival).toHaveBeenCalledTimes(1);
});

test('regression: who renders it again on the arrival hears of it once', async () => {
  const reports = [{ model: 'income', version: '1', first: Date.now(), last: Date.now() }];
  const heard = jest.fn();
  function Page() {
    const [count, setCount] = useState(0);
    const onArrival = (): void => {
      heard();
      setCount(count + 1);
    };
    return <FirstRun dataSource="driftline" onArrival={onArrival} />;
  }
  renderView(<Page />, { reports });
  await screen.findByText(/^First series of income seen/);
  expect(heard).toHaveBeenCalledTimes(1);
});
