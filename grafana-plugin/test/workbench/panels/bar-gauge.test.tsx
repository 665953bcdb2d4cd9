/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import type { PanelPlugin } from '@grafana/data';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../../panels/panel-props.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { barGaugePanel } from '../../../workbench/src/panels/bar-gauge.tsx';
import { givenField } from '../given-field.ts';

const panel = barGaugePanel as unknown as PanelPlugin;

beforeAll(() => {
  fillRegistries();
  panel.meta = panelMeta('bargauge', 'Bar gauge', '');
});

test('has a bar for each group, by name', () => {
  const Panel = barGaugePanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  const group = (name: string, value: number) => {
    const source = measureFrame(undefined, {}, [value], name);
    const fields = source.fields.map((field) =>
      givenField(
        panel,
        { unit: 'percentunit', decimals: 1, min: 0, max: 1 },
        { ...field, config: { displayName: name } },
      ),
    );
    return { ...source, fields };
  };
  const { container } = render(<Panel {...panelProps([group('sex: Male', 0.31), group('sex: Female', 0.11)], {})} />);
  expect(container.textContent).toBe('sex: Female11.0%sex: Male31.0%');
});

test('says so when there is nothing to draw', () => {
  const Panel = barGaugePanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps([], {})} />);
  expect(screen.getByRole('status').textContent).toBe('No data');
});
