/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DataSourceSettings } from '@grafana/data';
import { ConfigEditor } from '../../src/datasource/ConfigEditor.tsx';
import type { DriftlineSettings } from '../../src/datasource/types.ts';

type Options = DataSourceSettings<DriftlineSettings>;

/** Renders the editor, and gives the settings as it changed them. */
function edit(jsonData: DriftlineSettings = {}, part: Partial<Options> = {}): () => Options {
  let current = {
    name: 'Driftline',
    url: '',
    basicAuth: false,
    secureJsonFields: {},
    jsonData,
    ...part,
  } as unknown as Options;
  function Host() {
    const [options, setOptions] = useState(current);
    const change = (next: Options): void => {
      current = next;
      setOptions(next);
    };
    return <ConfigEditor options={options} onOptionsChange={change} />;
  }
  render(<Host />);
  return () => current;
}

test('the address of the store is typed', async () => {
  const options = edit();
  await userEvent.type(screen.getByLabelText('Data source connection URL'), 'http://prometheus:9090');
  expect(options().url).toBe('http://prometheus:9090');
});

test.each([
  ['Scrape interval', '30s', { timeInterval: '30s' }],
  ['Default window', '1h', { window: '1h' }],
  ['Min. observations', '500', { minimumObservations: 500 }],
])('%s holds for all queries, and other settings stay', async (label, text, change) => {
  const options = edit({ httpMethod: 'GET' });
  await userEvent.type(screen.getByLabelText(label), `${text}{Enter}`);
  expect(options().jsonData).toEqual({ httpMethod: 'GET', ...change });
});

test('requests and limits are among the advanced settings', async () => {
  const options = edit();
  await userEvent.click(screen.getByRole('button', { name: /advanced settings/i }));
  await userEvent.click(screen.getByRole('radio', { name: 'GET' }));
  await userEvent.type(screen.getByLabelText('Max. series'), '500{Enter}');
  await userEvent.type(screen.getByLabelText('Max. response size (MB)'), '8{Enter}');
  expect(options().jsonData).toEqual({ httpMethod: 'GET', maxSeries: 500, maxResponseMegabytes: 8 });
  expect(screen.getByLabelText('Timeout in seconds')).toBeTruthy();
});

test('what is no duration says what is', async () => {
  edit({ window: 'soon' });
  expect(screen.getByText('Write a duration such as 15s or 5m.')).toBeTruthy();
});

test('where OAuth is forwarded, it says that alert rules have no user', async () => {
  const options = edit();
  expect(screen.queryByText(/Alert rules have no user/)).toBeNull();
  await userEvent.click(screen.getByLabelText('Authentication method'));
  await userEvent.click(await screen.findByText('Forward OAuth Identity'));
  expect(options().jsonData.oauthPassThru).toBe(true);
  expect(screen.getByText('Alert rules have no user to forward')).toBeTruthy();
});

test('what a provisioning file holds cannot be changed', () => {
  edit({ window: '1h' }, { readOnly: true });
  expect(screen.getByLabelText<HTMLInputElement>('Default window').disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add a label filter' }).disabled).toBe(true);
});
