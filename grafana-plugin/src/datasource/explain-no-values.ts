import type { DataFrame } from '@grafana/data';
import type { Choice, NoValues, Where } from '@driftline/shared';
import type { ExplainedNoValues, Unknown } from '../common/no-values.ts';

/** Names that report, narrowed to what is chosen already. */
type Names = (choice: Choice, where: Where) => Promise<readonly string[]>;

/** From the widest to the narrowest: a feature of a model that never reported says nothing more. */
const NARROWINGS = [
  ['model', 'models'],
  ['version', 'versions'],
  ['feature', 'features'],
  ['group', 'groups'],
] as const;

/** Says of a frame without values, because nothing was recorded, what never reported, and which names do. */
export async function explainNoValues(frame: DataFrame, where: Where, names: Names): Promise<DataFrame> {
  const custom = frame.meta?.custom as { readonly noValues?: NoValues } | undefined;
  if (custom?.noValues?.reason !== 'nothing recorded') return frame;
  const explained = await explanationOf(custom.noValues, where, names);
  return { ...frame, meta: { ...frame.meta, custom: { ...custom, noValues: explained } } };
}

async function explanationOf(
  nothing: NoValues & { readonly reason: 'nothing recorded' },
  where: Where,
  names: Names,
): Promise<ExplainedNoValues> {
  for (const [what, choice] of NARROWINGS) {
    const asked = where[what] ?? [];
    // Of models it is said even if none is asked for, because that is the first thing to find out.
    if (asked.length === 0 && what !== 'model') continue;
    const known = await names(choice, where);
    const isUnknown = asked.length === 0 ? known.length === 0 : !asked.some((name) => known.includes(name));
    if (isUnknown) return { reason: 'unknown', what, asked, known } satisfies Unknown;
  }
  return nothing.needsOutcomes ? { reason: 'no ground truth' } : nothing;
}
