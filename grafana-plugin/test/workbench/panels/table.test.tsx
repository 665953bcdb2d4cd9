/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import { FieldType, type DataFrame } from '@grafana/data';
import { panelProps } from '../../panels/panel-props.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { tablePanel } from '../../../workbench/src/panels/table.tsx';

beforeAll(fillRegistries);

const show = (frames: DataFrame[]): void => {
  const Panel = tablePanel.panel;
  if (Panel === null) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(frames, {})} />);
};

test('has a row for each feature, with units, and nothing for a hole', () => {
  show([
    {
      length: 2,
      fields: [
        { name: 'Feature', type: FieldType.string, config: {}, values: ['age', 'hours'] },
        { name: 'Value', type: FieldType.number, config: { unit: 'percentunit' }, values: [0.25, null] },
      ],
    },
  ]);
  const rows = screen.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Feature', 'Value'],
    ['age', '25%'],
    ['hours', ''],
  ]);
});

test('says so when there is nothing to show', () => {
  show([]);
  expect(screen.getByRole('status').textContent).toBe('No data');
});
