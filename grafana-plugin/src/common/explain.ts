import type { ExplainedNoValues } from './no-values.ts';

/** What people read where there is no value: what is so, and what to do. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
}

/** Names that a sentence lists. */
const MOST_NAMES = 8;

/** Says why there is no value. */
export function explain(why: ExplainedNoValues): Explanation {
  switch (why.reason) {
    case 'unknown':
      return unknown(why);
    case 'too few observations':
      return tooFew(why);
    case 'no ground truth':
      return {
        title: 'No ground truth yet',
        text: 'No outcomes of the predictions were recorded in the window. Record outcomes, or choose a longer window.',
      };
    case 'no baseline':
      return {
        title: 'Nothing to compare with',
        text: 'The baseline has no values, or too few. Choose another baseline.',
      };
    case 'noise':
      return { title: 'Within noise', text: 'No value exceeds what sampling noise alone brings.' };
    case 'undefined':
      return { title: 'No value', text: 'The measure is not defined for these counts.' };
    case 'nothing recorded':
      return {
        title: 'Nothing recorded',
        text: 'The store has nothing for this query. Choose another time range, or widen the query.',
      };
  }
}

function unknown({ what, asked, known }: ExplainedNoValues & { readonly reason: 'unknown' }): Explanation {
  const names = asked.map((name) => `“${name}”`).join(', ');
  if (what === 'model' && known.length === 0) {
    return {
      title: asked.length === 0 ? 'No model reports' : `The model ${names} did not report`,
      text: 'The store has no model in this time range. Set up a service, or choose a longer time range.',
    };
  }
  const kind = what === 'group' ? 'group attribute' : what;
  const title =
    asked.length === 1 ? `The ${kind} ${names} did not report` : `None of these ${kind}s reported: ${names}`;
  if (known.length === 0) return { title, text: `No ${kind} did in this time range.` };
  const listed = known.slice(0, MOST_NAMES).join(', ');
  const more = known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : '';
  return { title, text: `These did in this time range: ${listed}${more}.` };
}

function tooFew({
  observations,
  minimum,
}: ExplainedNoValues & { readonly reason: 'too few observations' }): Explanation {
  if (observations === undefined) {
    return {
      title: 'Groups too small',
      text: 'Each group has fewer people than may be shown. Choose a longer window.',
    };
  }
  return {
    title: observations === 0 ? 'No observations in the window' : 'Too few observations',
    text: `${grouped(observations)} of ${grouped(minimum)} that a value needs. Choose a longer window, or lower the minimum in the query.`,
  };
}

const grouped = (count: number): string => Math.round(count).toLocaleString('en-US');
