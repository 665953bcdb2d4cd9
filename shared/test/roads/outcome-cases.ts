import type { SeriesHistory } from '@driftline/local-store';
import { ATTRIBUTES, gaugeSeries, METRICS, MISSING, OTHER, type ConfusionCell } from '../../src/index.ts';
import { total } from '../../src/statistics/shares.ts';
import { gauge, labelsOf } from './exact-series.ts';
import { split } from './feature-cases.ts';
import { seeded } from './seeded.ts';

const CASES = 12;
/** Training rows of each model. */
export const ROWS = 5000;
const GROUP_VALUES = ['a "quoted"', 'b\\', 'c{}'];

/** The group that profiles and queries compare the others with. */
export const REFERENCE_GROUP = 'a "quoted"';

/** What became of the predictions of one model, apart by the groups of one attribute. */
export interface OutcomeCase {
  readonly model: string;
  readonly classes: readonly string[];
  readonly favorable: string;
  /** Cells of each group. */
  readonly groups: ReadonlyMap<string, readonly ConfusionCell[]>;
  /** Cells of people who are in none of them, and of a group that is too small to be shown; `live` lacks them. */
  readonly apart: ReadonlyMap<string, readonly ConfusionCell[]>;
  /** Cells of the groups of another attribute; there is none in every other case. */
  readonly beside: ReadonlyMap<string, readonly ConfusionCell[]>;
  /** Whether the profile names the reference group. */
  readonly namesReference: boolean;
  /** All of them together, in both windows. */
  readonly live: readonly ConfusionCell[];
  readonly earlier: readonly ConfusionCell[];
  /** Cells of version 2 over the live window. */
  readonly other: readonly ConfusionCell[];
  readonly baselineAccuracy: number;
}

/** Random confusion matrices; in every fourth case a class is never predicted, never true, or a group is empty. */
export function outcomeCases(): OutcomeCase[] {
  const random = seeded(7);
  const further = seeded(8);
  return Array.from({ length: CASES }, (_, i): OutcomeCase => {
    const classes = Array.from({ length: 2 + random(4) }, (_, c) => `class ${c} "${i}"`);
    const never = classes[classes.length - 1];
    const cells = (empty: boolean): ConfusionCell[] =>
      classes.flatMap((predicted) =>
        classes.map((actual) => {
          const impossible = (i % 4 === 1 && predicted === never) || (i % 4 === 2 && actual === never);
          return { predicted, actual, count: empty || impossible ? 0 : 1 + random(400) };
        }),
      );
    const values = GROUP_VALUES.slice(0, 2 + random(2));
    const groups = new Map(values.map((value, g) => [value, cells(i % 4 === 3 && g === 0)]));
    const many = (): ConfusionCell[] =>
      classes.flatMap((predicted) => classes.map((actual) => ({ predicted, actual, count: 1 + further(300) })));
    /** Fewer people than ten. */
    const few = (): ConfusionCell[] => many().map((cell, c) => ({ ...cell, count: c < 4 ? 2 : 0 }));
    return {
      model: `model ${i} }"`,
      classes,
      favorable: classes[0] as string,
      groups,
      apart: new Map([
        ...(i % 5 === 0 ? [] : [[OTHER, i % 5 === 1 ? few() : many()] as const]),
        ...(i % 3 === 0 ? [[MISSING, many()] as const] : []),
        ...(i % 4 < 2 ? [['few', few()] as const] : []),
      ]),
      beside: new Map(i % 2 === 0 ? ['young', 'old'].map((value) => [value, many()] as const) : []),
      namesReference: i % 3 < 2,
      live: added([...groups.values()]),
      earlier: cells(false),
      other: cells(false),
      baselineAccuracy: random(1024) / 1024,
    };
  });
}

export function outcomeSeries({
  model,
  classes,
  favorable,
  groups,
  apart,
  beside,
  namesReference,
  live,
  earlier,
  other,
  baselineAccuracy,
}: OutcomeCase): SeriesHistory[] {
  const base = { [ATTRIBUTES.modelName]: model, [ATTRIBUTES.modelVersion]: '1' };
  const groupOf = (attribute: string, value: string) => ({
    ...base,
    [ATTRIBUTES.groupAttribute]: attribute,
    [ATTRIBUTES.groupValue]: value,
  });
  const grouped = [
    ...[...groups, ...apart].map(([value, cells]) => ({ cells, attributes: groupOf('sex', value) })),
    ...[...beside].map(([value, cells]) => ({ cells, attributes: groupOf('age', value) })),
  ];
  const ofCells = (attributes: typeof base, cells: readonly ConfusionCell[], before?: readonly ConfusionCell[]) =>
    cells.flatMap(({ predicted, actual, count }, i) =>
      split(
        METRICS.outcomes,
        { ...attributes, [ATTRIBUTES.outcomePredicted]: predicted, [ATTRIBUTES.outcomeActual]: actual },
        { live: count, earlier: before?.[i]?.count ?? 0 },
      ),
    );
  const predictedAs = (cells: readonly ConfusionCell[], label: string): number =>
    total(cells.filter(({ predicted }) => predicted === label).map(({ count }) => count));
  const second = { ...base, [ATTRIBUTES.modelVersion]: '2' };
  return [
    ...ofCells(base, live, earlier),
    ...ofCells(second, other),
    ...grouped.flatMap(({ attributes, cells }) => [
      ...ofCells(attributes, cells),
      ...classes.flatMap((label) =>
        split(
          METRICS.groupPredictions,
          { ...attributes, [ATTRIBUTES.predictionClass]: label },
          { live: predictedAs(cells, label) },
        ),
      ),
    ]),
    ...classes.flatMap((label, c) => [
      ...split(
        METRICS.predictionObservations,
        { ...base, [ATTRIBUTES.predictionBin]: label },
        { live: predictedAs(live, label), earlier: predictedAs(earlier, label) },
      ),
      ...split(
        METRICS.predictionObservations,
        { ...second, [ATTRIBUTES.predictionBin]: label },
        { live: predictedAs(other, label) },
      ),
      gauge(
        gaugeSeries(METRICS.referencePredictionRatio),
        labelsOf({ ...base, [ATTRIBUTES.predictionBin]: label }),
        referenceShare(classes, c),
      ),
      gauge(
        gaugeSeries(METRICS.referencePredictionFavorable),
        labelsOf({ ...base, [ATTRIBUTES.predictionClass]: label }),
        label === favorable ? 1 : 0,
      ),
    ]),
    ...(namesReference
      ? [...groups.keys()].map((value) =>
          gauge(
            gaugeSeries(METRICS.referenceGroupPrivileged),
            labelsOf(groupOf('sex', value)),
            value === REFERENCE_GROUP ? 1 : 0,
          ),
        )
      : []),
    ...[...labelShares({ classes, namesReference })].map(([label, share]) =>
      gauge(
        gaugeSeries(METRICS.referenceOutcomeRatio),
        labelsOf({ ...base, [ATTRIBUTES.outcomeActual]: label }),
        share,
      ),
    ),
    gauge(gaugeSeries(METRICS.referenceRows), labelsOf(base), ROWS),
    gauge(
      gaugeSeries(METRICS.referencePerformance),
      labelsOf({ ...base, [ATTRIBUTES.performanceMeasure]: 'accuracy' }),
      baselineAccuracy,
    ),
  ];
}

/** Share of a class among the training rows: the first has one part, the second two, and so on. */
export function referenceShare(classes: readonly string[], at: number): number {
  return (at + 1) / total(classes.map((_, i) => i + 1));
}

/** Share of each actual class among the training rows; some models know one that no outcome has. */
export function labelShares({
  classes,
  namesReference,
}: Pick<OutcomeCase, 'classes' | 'namesReference'>): Map<string, number> {
  const labels = namesReference ? [...classes, 'gone'] : classes;
  return new Map(labels.map((label, i) => [label, referenceShare(labels, labels.length - 1 - i)]));
}

function added(groups: readonly (readonly ConfusionCell[])[]): ConfusionCell[] {
  const [first = []] = groups;
  return first.map((cell, i) => ({ ...cell, count: total(groups.map((cells) => cells[i]?.count ?? 0)) }));
}
