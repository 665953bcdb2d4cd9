/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import type { PanelPlugin } from '@grafana/data';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../../panels/panel-props.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { statPanel } from '../../../workbench/src/panels/stat.tsx';
import { givenField } from '../given-field.ts';

const panel = statPanel as unknown as PanelPlugin;

beforeAll(() => {
  fillRegistries();
  panel.meta = panelMeta('stat', 'Stat', '');
});

const show = (series: ReturnType<typeof measureFrame>[]): void => {
  const Panel = statPanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(series, {})} />);
};

test('shows the last value of each series under its name', () => {
  const source = measureFrame(undefined, {}, [0.1, 0.047], 'p99 income');
  const fields = source.fields.map((field) =>
    givenField(panel, { unit: 's' }, { ...field, config: { displayName: 'p99 income' } }),
  );
  show([{ ...source, fields }]);
  expect(document.body.textContent).toContain('p99 income');
  expect(document.body.textContent).toContain('47');
  expect(document.body.textContent).toContain('ms');
});

test('says so when there is nothing to show', () => {
  show([]);
  expect(screen.getByRole('status').textContent).toBe('No data');
});
