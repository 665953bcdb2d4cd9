/** @jest-environment jsdom */
import '../../jsdom.ts';
import { FieldType, toDataFrame } from '@grafana/data';
import type { SceneDataTransformer } from '@grafana/scenes';
import { lastValueFrom, of } from 'rxjs';
import { answerPanel, hasLastValue } from '../../../src/pages/scenes/answer-panel.ts';

const frame = (refId: string, ...values: (number | null)[]) =>
  toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, index) => index) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { ml_model_version: '2' },
        config: { unit: 'percentunit', displayNameFromDS: 'income 2' },
        values,
      },
    ],
  });

/** What a panel draws of the answers of its page. */
async function drawn(panel: ReturnType<typeof answerPanel>, frames: ReturnType<typeof frame>[]) {
  const [transform] = (panel.state.$data as SceneDataTransformer).state.transformations;
  if (typeof transform !== 'function') throw new Error('A panel transforms by a function.');
  return lastValueFrom(of(frames).pipe(transform({} as never)));
}

test('a panel draws its own answers under the names that its title leaves to say', async () => {
  const panel = answerPanel({
    title: 'Error over time',
    pluginId: 'timeseries',
    refIds: { mae: { name: 'MAE' }, auc: { unit: 'none' } },
  });
  const [mae, auc, ...rest] = await drawn(panel, [frame('mae', 1), frame('other', 2), frame('auc', 3)]);
  expect(mae?.fields[1]?.config).toEqual({ unit: 'percentunit', displayNameFromDS: 'MAE 2' });
  expect(auc?.fields[1]?.config).toEqual({ unit: 'none', displayNameFromDS: '2' });
  expect(rest).toEqual([]);
});

test('what has ended may be left out', async () => {
  const panel = answerPanel({ title: 'Now', pluginId: 'timeseries', refIds: ['a'], isDrawn: hasLastValue });
  const [alive, ...rest] = await drawn(panel, [frame('a', 1, null), frame('a', null, 1)]);
  expect(alive?.fields[1]?.values).toEqual([null, 1]);
  expect(rest).toEqual([]);
});
