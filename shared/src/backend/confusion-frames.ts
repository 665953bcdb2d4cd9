import { askedMeasure } from '../compiler/asked-measure.ts';
import { splitSelected } from '../compiler/split-by.ts';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { modelOutcomes } from '../counts/model-outcomes.ts';
import type { Answers, Labels } from '../query/answers.ts';
import { compareText } from '../conventions/text-order.ts';
import type { DataFrame, Field } from './data-frame.ts';
import type { CompletePanelQuery } from './panel-query.ts';

const PREDICTED = labelOf(ATTRIBUTES.outcomePredicted);
const ACTUAL = labelOf(ATTRIBUTES.outcomeActual);

/** One cell of the confusion matrix of a model over time. */
interface Cell {
  readonly labels: Labels;
  readonly counts: number[];
}

/**
 * One frame for each pair of a predicted and an actual class: how many outcomes the window has, at each time. None where
 * there are no outcomes at all.
 *
 * @param query - of the accuracy, which is computed from the same counts
 */
export function confusionFrames(query: CompletePanelQuery, answers: Answers, asked: readonly string[]): DataFrame[] {
  const selected = Object.fromEntries(
    Object.entries(askedMeasure(query).texts).map(([name, promql]) => [name, answers.series.get(promql) ?? []]),
  );
  const milliseconds = answers.times.map((seconds) => seconds * 1000);
  const subjects = splitSelected(query, selected).flatMap(({ labels: split, selected: own }) =>
    modelOutcomes.read(query, own).map(({ labels, at }) => ({ labels: { ...labels, ...split }, at })),
  );
  return subjects.flatMap(({ labels, at }) => {
    const cells = new Map<string, Cell>();
    let favorable: string | undefined;
    let total = 0;
    for (let index = 0; index < answers.times.length; index++) {
      const found = at(index);
      favorable = found?.favorable ?? favorable;
      for (const { predicted, actual, count } of found?.cells ?? []) {
        const key = JSON.stringify([predicted, actual]);
        const cell = cells.get(key) ?? {
          labels: { ...labels, [PREDICTED]: predicted, [ACTUAL]: actual },
          counts: answers.times.map(() => NaN),
        };
        cells.set(key, cell);
        cell.counts[index] = count;
        total += count;
      }
    }
    if (total === 0) return [];
    return [...cells]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, cell]) => frameOf(cell, favorable, milliseconds, query.instant === true, asked));
  });
}

function frameOf(
  { labels, counts }: Cell,
  favorable: string | undefined,
  milliseconds: readonly number[],
  instant: boolean,
  asked: readonly string[],
): DataFrame {
  const name = `predicted ${labels[PREDICTED] ?? ''}, actual ${labels[ACTUAL] ?? ''}`;
  const value: Field = {
    name: 'Value',
    type: 'number',
    labels,
    displayName: name,
    config: { unit: 'short', min: 0 },
    values: counts,
  };
  return {
    name,
    meta: {
      type: instant ? 'numeric-multi' : 'timeseries-multi',
      typeVersion: [0, 1],
      custom: { measure: 'accuracy', show: 'confusion', ...(favorable === undefined ? {} : { favorable }) },
      executedQueryString: asked.join('\n\n'),
    },
    fields: instant ? [value] : [{ name: 'Time', type: 'time', config: {}, values: milliseconds }, value],
  };
}
