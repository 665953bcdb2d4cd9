/** @jest-environment jsdom */
import '../../jsdom.ts';
import { PanelPlugin } from '@grafana/data';
import { importPanel, loadedPanel } from '../../../workbench/src/host/panels.ts';
import { loadPlugin } from '../../../workbench/src/host/load-plugin.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

test('a panel of ours is loaded once, from its folder', async () => {
  const plugin = new PanelPlugin(null);
  jest.mocked(loadPlugin).mockResolvedValue(plugin);
  expect(loadedPanel('driftline-drift-panel')).toBeUndefined();
  await expect(importPanel('driftline-drift-panel')).resolves.toBe(plugin);
  await importPanel('driftline-drift-panel');
  expect(jest.mocked(loadPlugin).mock.calls).toEqual([['panels/drift/']]);
  expect(plugin.meta).toMatchObject({ id: 'driftline-drift-panel', name: 'Drift over time' });
  expect(loadedPanel('driftline-drift-panel')).toBe(plugin);
});

test.each(['timeseries', 'table', 'bargauge'])("Grafana's panel %s has a stand-in", async (id) => {
  await expect(importPanel(id)).resolves.toMatchObject({ meta: { id } });
});

test('an unknown panel is refused with what to do', async () => {
  await expect(importPanel('heatmap')).rejects.toThrow('The workbench has no panel heatmap: add it to host/panels.ts.');
});
