import type { Measure } from '../../src/templates/measure.ts';
import {
  AVERAGES,
  COMPARISONS,
  DEFAULT_QUERY,
  type Baseline,
  type MeasureQuery,
} from '../../src/query/measure-query.ts';

const HISTOGRAM = { kind: 'histogram', selector: 'h{job="j"}', edges: [0.1, 1, 1e6], by: ['job'] } as const;
const BASELINES: readonly Baseline[] = [
  { kind: 'earlier', offset: '1d' },
  { kind: 'version', version: '2' },
];

/** Every way in which a measure can be asked, as its inputs say: each baseline, distribution and average. */
export function queriesOf(measure: Measure): MeasureQuery[] {
  const query: MeasureQuery = { ...DEFAULT_QUERY, measure: measure.id, where: { version: ['1'] } };
  const takes = (input: Measure['inputs'][number]): boolean => measure.inputs.includes(input);
  return [
    query,
    ...(takes('baseline') ? BASELINES.map((baseline) => ({ ...query, baseline })) : []),
    ...(takes('of')
      ? [
          { ...query, of: { kind: 'prediction' } as const },
          { ...query, of: HISTOGRAM, baseline: { kind: 'earlier', offset: '1w' } as const },
          {
            ...query,
            of: { ...HISTOGRAM, native: true },
            baseline: { kind: 'selector', selector: 'h{job="k"}' } as const,
          },
        ]
      : []),
    { ...query, byReplica: true },
    ...(takes('segment') ? [{ ...query, segment: { name: 'country' } }] : []),
    ...(takes('average') ? AVERAGES.map((average) => ({ ...query, average })) : []),
    ...(takes('favorable') ? [{ ...query, favorable: 'yes' }] : []),
    ...(takes('compare') ? COMPARISONS.map((compare) => ({ ...query, compare })) : []),
    ...(takes('privileged') ? [{ ...query, privileged: 'Male' }] : []),
    ...(takes('significance') ? [{ ...query, significance: 0.01 }] : []),
  ];
}
