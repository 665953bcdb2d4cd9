/** @jest-environment jsdom */
import '../../jsdom.ts';
import { setBootData } from '../../../workbench/src/host/boot-data.ts';

test('the page has what a Grafana server writes into it', () => {
  window.history.replaceState(undefined, '', '/?theme=light');
  setBootData();
  expect(window.__grafana_public_path__).toBe('/public/');
  expect(window.grafanaBootData).toMatchObject({
    user: { theme: 'light', lightTheme: true },
    settings: { theme: 'light', defaultDatasource: 'Driftline', appUrl: window.location.origin },
  });
});
