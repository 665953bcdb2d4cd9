/** @jest-environment jsdom */
import '../../jsdom.ts';
import { getPanelDataSummary } from '@grafana/data';
import { plugin } from '../../../src/panels/distribution/plugin.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { distributionFrame, measureFrame } from '../../frames.ts';

beforeAll(() => {
  fillRegistries();
  plugin.meta = panelMeta('driftline-distribution-panel', 'Distribution', '');
});

test('shares and contributions are shown, with the common options', () => {
  expect(plugin.defaults).toMatchObject({
    show: 'share',
    showContributions: true,
    legend: { showLegend: true, placement: 'bottom' },
    tooltip: { mode: 'single' },
  });
});

test('is suggested for distributions alone', () => {
  const suggested = (frame: Parameters<typeof getPanelDataSummary>[0]) =>
    plugin.getSuggestions(getPanelDataSummary(frame))?.map(({ name }) => name) ?? [];
  expect(suggested([distributionFrame('age', { Live: [1, 0] })])).toEqual(['Distribution']);
  expect(suggested([measureFrame({ measure: 'psi', show: 'value' }, {}, [1])])).toEqual([]);
});
