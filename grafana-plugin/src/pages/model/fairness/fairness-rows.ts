import type { MeasureRow } from '../../values/measure-rows.ts';
import { levelOf, type Level } from '../../values/status.ts';

/** One group of one version with its rate. */
export interface GroupRow {
  readonly rate: MeasureRow;
  /** Rate divided by that of the reference group; NaN for the reference group itself. */
  readonly impact: number;
  readonly level: Level;
  readonly isReference: boolean;
  /** Four fifths of the rate of the reference group; NaN where no group is the reference. */
  readonly fourFifths: number;
}

/** The rule of thumb of the US Equal Employment Opportunity Commission. */
const FOUR_FIFTHS = 0.8;

/**
 * Groups of an attribute, those of a version together, the lowest rate first.
 *
 * @param impacts - rows of the disparate impact: with a group where each is compared with a reference group
 */
export function groupRows(rates: readonly MeasureRow[], impacts: readonly MeasureRow[], attribute: string): GroupRow[] {
  const own = rates.filter((row) => row.attribute === attribute);
  const compared = impacts.filter((row) => row.attribute === attribute);
  return own
    .map((rate): GroupRow => {
      const impact = compared.find(({ version, group }) => version === rate.version && group === rate.group);
      const reference = referenceOf(own, rate.version);
      return {
        rate,
        impact: impact?.value ?? NaN,
        level: Number.isNaN(rate.value) ? 'unknown' : impact === undefined ? 'noted' : levelOf(impact),
        isReference: reference?.group === rate.group,
        fourFifths: (reference?.value ?? NaN) * FOUR_FIFTHS,
      };
    })
    .sort((a, b) => a.rate.version.localeCompare(b.rate.version) || order(a) - order(b));
}

/** What is withheld comes last. */
const order = ({ rate }: GroupRow): number => (Number.isNaN(rate.value) ? Infinity : rate.value);

/** The reference group of the profile; without one, the group with the highest rate. */
function referenceOf(rates: readonly MeasureRow[], version: string): MeasureRow | undefined {
  const ofVersion = rates.filter((row) => row.version === version);
  const named = ofVersion.find(({ group, reference }) => group === reference);
  return named ?? ofVersion.filter(({ value }) => !Number.isNaN(value)).sort((a, b) => b.value - a.value)[0];
}
