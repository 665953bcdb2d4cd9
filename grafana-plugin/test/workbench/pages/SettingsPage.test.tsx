/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppPlugin, DataSourceApi, DataSourcePlugin } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { backEnd } from '../../../workbench/src/host/back-end.ts';
import { loadPlugin } from '../../../workbench/src/host/load-plugin.ts';
import { SettingsPage } from '../../../workbench/src/pages/SettingsPage.tsx';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

class Built extends DataSourceApi {
  override query(): never {
    throw new Error('Nothing is asked here.');
  }

  override testDatasource(): never {
    throw new Error('Nothing is tested here.');
  }
}

const testDatasource = jest.fn();

beforeAll(() => {
  const app = new AppPlugin().addConfigPage({ id: 'x', title: 'x', icon: 'cog', body: () => <p>First steps</p> });
  const source = new DataSourcePlugin(Built).setConfigEditor(({ options }) => (
    <p>
      {options.name} asks {options.url}
    </p>
  ));
  jest.mocked(loadPlugin).mockImplementation((folder) => Promise.resolve((folder === '' ? app : source) as never));
  jest.spyOn(backEnd, 'get').mockResolvedValue({ url: 'http://store', settings: {} });
  setDataSourceSrv({ get: () => Promise.resolve({ testDatasource }) } as unknown as DataSourceSrv);
});

test("has the app's page and the data source's editor, and says that it saves nothing", async () => {
  render(<SettingsPage />);
  expect(await screen.findByText('First steps')).toBeTruthy();
  expect(await screen.findByText('Driftline asks http://store')).toBeTruthy();
  expect(screen.getByText(/The workbench saves nothing/)).toBeTruthy();
});

test.each(['success', 'warning', 'error'])('a test that gives %s is shown as such', async (status) => {
  testDatasource.mockResolvedValue({ status, message: `The store gives ${status}.` });
  render(<SettingsPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'Test' }));
  expect(await screen.findByText(`The store gives ${status}.`)).toBeTruthy();
  expect(screen.getByTestId(`data-testid Alert ${status}`)).toBeTruthy();
});
