/** @jest-environment jsdom */
import '../../jsdom.ts';
import { PanelOptionsEditorBuilder } from '@grafana/data';
import { plugin } from '../../../src/panels/distribution/module.ts';
import type { DistributionOptions } from '../../../src/panels/distribution/options.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';

beforeAll(fillRegistries);

test('contributions are shown, and the limits have no default', () => {
  expect(plugin.defaults).toEqual({ showContributions: true });
});

test('names its options', () => {
  const builder = new PanelOptionsEditorBuilder<DistributionOptions>();
  plugin.getPanelOptionsSupplier()(builder as never, { data: [] } as never);
  expect(builder.getItems().map(({ path, name }) => [path, name])).toEqual([
    ['showContributions', 'Show contributions'],
    ['warning', 'Warning threshold'],
    ['critical', 'Critical threshold'],
  ]);
});
