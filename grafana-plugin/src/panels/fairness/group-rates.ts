import type { DataFrame, Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import { compareNames } from '../common/compare-names.ts';
import { frameMeta } from '../common/frame-meta.ts';

/** The rate of one group. */
export interface GroupRate {
  readonly group: string;
  /** Of the frame, by which its data links go. */
  readonly row: number;
  /** Absent where there are too few people to show it. */
  readonly rate?: number;
  /** Ends of its Wilson interval. */
  readonly lower?: number;
  readonly upper?: number;
  readonly observations?: number;
  /** Rate of the group as a share of the reference group's; absent without one. */
  readonly ratio?: number;
  readonly isReference: boolean;
  /** Whether even the interval's end nearer to the reference group is beyond the limit, or the rate alone. */
  readonly standing: 'fair' | 'below' | 'certainly below' | 'unknown';
}

/** The groups of one attribute of one model. */
export interface AttributeRates {
  readonly title: string;
  readonly groups: readonly GroupRate[];
  readonly reference: GroupRate | undefined;
  /** The field of the rates: display and unit. */
  readonly field: Field;
}

/** Values that say that nobody knows the group of someone: they are compared with no other. */
const UNCOMPARED = ['unknown', 'other'];

/**
 * The rates by group that tables of a fairness measure hold, by attribute; the lowest rate first.
 *
 * Source of the comparison with the highest rate: 29 CFR 1607.4(D), the four-fifths rule.
 *
 * @param wanted - name of the reference group; that of the profile if it is empty or not there, else the highest rate
 * @param limit - least ratio to the rate of the reference group
 */
export function groupRates(frames: readonly DataFrame[], wanted: string, limit: number): AttributeRates[] {
  return frames.flatMap((frame) => {
    const groups = columnOf(frame, 'Group');
    const field = frame.fields.find(({ name }) => name === 'Value');
    if (groups === undefined || field === undefined || frameMeta(frame).subject !== 'group') return [];
    const column = (name: string): readonly unknown[] => columnOf(frame, name) ?? [];
    const [models, versions, attributes] = [column('Model'), column('Version'), column('Attribute')];
    const references = column('Reference group');
    const [lowers, uppers, counts] = [column('Lower'), column('Upper'), column('Observations')];
    const byTitle = new Map<string, number[]>();
    const isSeveral = (values: readonly unknown[]): boolean => new Set(values).size > 1;
    groups.forEach((_, row) => {
      const parts = [
        attributes[row],
        ...(isSeveral(models) ? [models[row]] : []),
        ...(isSeveral(versions)
          ? [t('panels.fairness.version', 'version {{- version}}', { version: String(versions[row]) })]
          : []),
      ];
      const title = parts.map(String).join(' · ');
      byTitle.set(title, [...(byTitle.get(title) ?? []), row]);
    });
    return [...byTitle].map(([title, rows]) => {
      const raw = rows.map((row) => ({
        group: String(groups[row]),
        row,
        ...known('rate', field.values[row]),
        ...known('lower', lowers[row]),
        ...known('upper', uppers[row]),
        ...known('observations', counts[row]),
      }));
      const comparable = raw.filter(({ group, rate }) => rate !== undefined && !UNCOMPARED.includes(group));
      const highest = [...comparable].sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))[0];
      const named = (name: unknown): Raw | undefined => comparable.find(({ group }) => group === name);
      const reference = named(wanted) ?? named(references[rows[0] ?? 0]) ?? highest;
      const compared = raw.map((each) => withStanding(each, reference, limit));
      compared.sort((a, b) => (a.rate ?? Infinity) - (b.rate ?? Infinity) || compareNames(a.group, b.group));
      return { title, groups: compared, reference: compared.find(({ isReference }) => isReference), field };
    });
  });
}

type Raw = Omit<GroupRate, 'ratio' | 'isReference' | 'standing'>;

function withStanding(each: Raw, reference: Raw | undefined, limit: number): GroupRate {
  const isReference = each === reference;
  const { rate, upper } = each;
  if (rate === undefined || reference?.rate === undefined || reference.rate === 0 || UNCOMPARED.includes(each.group)) {
    return { ...each, isReference, standing: 'unknown' };
  }
  const least = limit * reference.rate;
  const standing = rate >= least ? 'fair' : upper !== undefined && upper < least ? 'certainly below' : 'below';
  return { ...each, ratio: rate / reference.rate, isReference, standing };
}

function columnOf(frame: DataFrame, name: string): readonly unknown[] | undefined {
  return frame.fields.find((field) => field.name === name)?.values as unknown[] | undefined;
}

function known<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: number } {
  return typeof value === 'number' && Number.isFinite(value) ? ({ [name]: value } as { [N in Name]: number }) : {};
}
