import { FieldType, type DataFrame } from '@grafana/data';
import { annotationsAt, annotationsOf } from '../../../src/panels/common/annotations.ts';

const frame = (columns: Readonly<Record<string, unknown[]>>): DataFrame => ({
  length: 1,
  fields: Object.entries(columns).map(([name, values]) => ({ name, type: FieldType.other, config: {}, values })),
});

test('a point, a region, and what is none', () => {
  const all = annotationsOf([
    frame({
      time: [100, 200, null],
      timeEnd: [null, 300, 1],
      title: ['', 'Drift', ''],
      text: ['deployed', 'of age', ''],
      tags: [['v2'], null, null],
      color: ['red', '', ''],
    }),
  ]);
  expect(all).toEqual([
    { from: 100, to: 100, text: 'deployed', tags: ['v2'], color: 'red' },
    { from: 200, to: 300, text: 'Drift: of age', tags: [], color: 'rgba(0, 211, 255, 1)' },
  ]);
  expect(annotationsAt(all, 104, 5)).toHaveLength(1);
  expect(annotationsAt(all, 150, 5)).toHaveLength(0);
  expect(annotationsAt(all, 250, 5)[0]?.text).toBe('Drift: of age');
});

test('a dashboard without annotations', () => {
  expect(annotationsOf()).toEqual([]);
});
