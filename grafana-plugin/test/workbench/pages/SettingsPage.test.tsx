/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppPlugin, DataSourceApi, DataSourcePlugin } from '@grafana/data';
import { loadPlugin } from '../../../workbench/src/host/load-plugin.ts';
import { SettingsPage } from '../../../workbench/src/pages/SettingsPage.tsx';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

class Built extends DataSourceApi {
  override query(): never {
    throw new Error('Nothing is asked here.');
  }

  override testDatasource(): Promise<{ status: string; message: string }> {
    return Promise.resolve({ status: 'error', message: 'The store does not answer.' });
  }
}

test("has the app's page, the data source's editor and its test", async () => {
  const app = new AppPlugin().addConfigPage({ id: 'x', title: 'x', icon: 'cog', body: () => <p>First steps</p> });
  const source = new DataSourcePlugin(Built).setConfigEditor(({ options }) => <p>Settings of {options.name}</p>);
  jest.mocked(loadPlugin).mockImplementation((folder) => Promise.resolve((folder === '' ? app : source) as never));
  render(<SettingsPage />);
  expect(await screen.findByText('First steps')).toBeTruthy();
  expect(await screen.findByText('Settings of Driftline')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The store does not answer.');
});
