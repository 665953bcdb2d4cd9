/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataSourceInstanceSettings, DataSourceSettings } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { ConfigEditor } from '../../src/datasource/ConfigEditor.tsx';
import type { DriftlineSettings } from '../../src/datasource/types.ts';

const OWN = {
  uid: 'own',
  name: 'Own Prometheus',
  meta: { info: { logos: { small: '' } } },
} as unknown as DataSourceInstanceSettings;

test('a Prometheus data source is chosen, and other settings stay', async () => {
  const getList = jest.fn().mockReturnValue([OWN]);
  const getInstanceSettings = (uid?: unknown) => (uid === OWN.uid ? OWN : undefined);
  setDataSourceSrv({ getList, getInstanceSettings } as unknown as DataSourceSrv);
  const options = {
    name: 'Driftline',
    jsonData: { pdcInjected: true },
  } as unknown as DataSourceSettings<DriftlineSettings>;
  const onOptionsChange = jest.fn();
  render(<ConfigEditor options={options} onOptionsChange={onOptionsChange} />);
  await userEvent.click(screen.getByLabelText(/^Prometheus data source/));
  await userEvent.click(await screen.findByText('Own Prometheus'));
  expect(getList).toHaveBeenCalledWith(expect.objectContaining({ type: 'prometheus' }));
  expect(onOptionsChange.mock.calls).toEqual([[{ ...options, jsonData: { pdcInjected: true, prometheusUid: 'own' } }]]);
});
