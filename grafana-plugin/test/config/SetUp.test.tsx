/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import { AppPlugin } from '@grafana/data';
import { SetUp } from '../../src/config/SetUp.tsx';

test('leads to a new data source', async () => {
  render(<SetUp plugin={new AppPlugin()} query={{}} />);
  expect(screen.getByRole('heading').textContent).toBe('Monitor a model in three steps');
  await screen.findByRole('link', { name: 'Add a data source' });
  // The catalog of connections does not list data sources that are nested in an app; this page does.
  expect(screen.getByRole('link', { name: 'Add a data source' }).getAttribute('href')).toBe(
    '/connections/datasources/new',
  );
});
