import { MEASURES, type MeasureId } from '../measures/registry.ts';
import { DEFAULT_QUERY, type Aspect } from '../query/measure-query.ts';
import type { Description, Input } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';
import { panelFormats, type Format } from './panel-query.ts';

/** What editors and panels know of a measure, as plain data: they hold no formula. */
export interface MeasureInfo
  extends
    Omit<Description<MeasureId>, 'legend'>,
    Pick<Measure, 'minimumObservations' | 'observationsPerBin' | 'hasPromql' | 'isRate' | 'hasCriticalValue'> {
  readonly inputs: readonly Input[];
  /** What can be shown of it. */
  readonly aspects: readonly Aspect[];
  /** The same where classes are averaged, which is no share of observations any more. */
  readonly averagedAspects: readonly Aspect[];
  /** In which a panel can have it. */
  readonly formats: readonly Format[];
}

/** Every measure, in the order in which people should meet them. */
export function measureInfos(): MeasureInfo[] {
  return MEASURES.map((measure) => {
    const { legend: _, promql: __, selections: ___, evaluate: ____, aspects, ...plain } = measure;
    const query = { ...DEFAULT_QUERY, measure: measure.id };
    return {
      ...plain,
      aspects: aspects(query),
      averagedAspects: aspects({ ...query, average: 'macro' }),
      formats: panelFormats(measure),
    };
  });
}
