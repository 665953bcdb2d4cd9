import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import type { Expression } from '../promql/expression.ts';
import { labeled } from '../promql/label-replace.ts';
import type { MeasureQuery, Where } from '../query/measure-query.ts';
import type { TimeWindow } from './time-window.ts';

/** Where the baseline of a query comes from: the profile, or what was observed in another time window. */
export type BaselineSource =
  | { readonly kind: 'profile' }
  | {
      readonly kind: 'observed';
      readonly window: TimeWindow;
      /** The series of the baseline with the labels of the live ones, so that they match. */
      matched(side: Expression): Expression;
    };

/** The one place that knows what each kind of baseline means. */
export function baselineSource({ baseline, where }: MeasureQuery): BaselineSource {
  switch (baseline.kind) {
    case 'reference':
      return { kind: 'profile' };
    case 'earlier':
      return observed({ offset: baseline.offset, where: ofAnyProfile(where) });
    case 'selector':
      return observed({ selector: baseline.selector });
    case 'version': {
      const [own = ''] = where.version ?? [];
      return {
        kind: 'observed',
        window: { where: { ...ofAnyProfile(where), version: [baseline.version] } },
        matched: (side) => labeled(side, labelOf(ATTRIBUTES.modelVersion), own),
      };
    }
  }
}

function observed(window: TimeWindow): BaselineSource {
  return { kind: 'observed', window, matched: (side) => side };
}

/** What one profile counted is compared with the counts of whichever profile the other side had. */
function ofAnyProfile({ profile: _, ...where }: Where): Where {
  return where;
}
