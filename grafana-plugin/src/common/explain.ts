import { t } from '@grafana/i18n';
import { formatCount } from './format-count.ts';
import type { ExplainedNoValues, Unknown } from './no-values.ts';

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
    case 'small groups':
      return {
        title: t('common.explain.small-groups', 'Groups too small'),
        text: t(
          'common.explain.small-groups-text',
          'Each group has fewer people than may be shown. Choose a longer window.',
        ),
      };
    case 'no ground truth':
      return {
        title: t('common.explain.no-ground-truth', 'No ground truth yet'),
        text: t(
          'common.explain.no-ground-truth-text',
          'No outcomes of the predictions were recorded in the window. Record outcomes, or choose a longer window.',
        ),
      };
    case 'no baseline':
      return {
        title: t('common.explain.no-baseline', 'Nothing to compare with'),
        text: t('common.explain.no-baseline-text', 'The baseline has no values, or too few. Choose another baseline.'),
      };
    case 'noise':
      return {
        title: t('common.explain.noise', 'Within noise'),
        text: t('common.explain.noise-text', 'No value exceeds what sampling noise alone brings.'),
      };
    case 'undefined':
      return {
        title: t('common.explain.undefined', 'No value'),
        text: t('common.explain.undefined-text', 'The measure is not defined for these counts.'),
      };
    case 'nothing recorded':
      return {
        title: t('common.explain.nothing-recorded', 'Nothing recorded'),
        text: t(
          'common.explain.nothing-recorded-text',
          'The store has nothing for this query. Choose another time range, or widen the query.',
        ),
      };
  }
}

function unknown(why: Unknown): Explanation {
  const { what, asked, known } = why;
  if (what === 'model' && known.length === 0) {
    return {
      title: asked.length === 0 ? t('common.explain.no-model-reports', 'No model reports') : notReported(why),
      text: t(
        'common.explain.no-model-reports-text',
        'The store has no model in this time range. Set up a service, or choose a longer time range.',
      ),
    };
  }
  return { title: notReported(why), text: known.length === 0 ? noneDid(what) : theseDid(known) };
}

function notReported({ what, asked }: Unknown): string {
  const names = asked.map((name) => t('common.explain.quoted', '“{{- name}}”', { name })).join(', ');
  const count = asked.length;
  switch (what) {
    case 'model':
      return t('common.explain.unknown-model', '', {
        count,
        names,
        defaultValue_one: 'The model {{- names}} did not report',
        defaultValue_other: 'None of these models reported: {{- names}}',
      });
    case 'version':
      return t('common.explain.unknown-version', '', {
        count,
        names,
        defaultValue_one: 'The version {{- names}} did not report',
        defaultValue_other: 'None of these versions reported: {{- names}}',
      });
    case 'feature':
      return t('common.explain.unknown-feature', '', {
        count,
        names,
        defaultValue_one: 'The feature {{- names}} did not report',
        defaultValue_other: 'None of these features reported: {{- names}}',
      });
    case 'group':
      return t('common.explain.unknown-group', '', {
        count,
        names,
        defaultValue_one: 'The group attribute {{- names}} did not report',
        defaultValue_other: 'None of these group attributes reported: {{- names}}',
      });
  }
}

function noneDid(what: Unknown['what']): string {
  switch (what) {
    case 'model':
      return t('common.explain.none-model', 'No model did in this time range.');
    case 'version':
      return t('common.explain.none-version', 'No version did in this time range.');
    case 'feature':
      return t('common.explain.none-feature', 'No feature did in this time range.');
    case 'group':
      return t('common.explain.none-group', 'No group attribute did in this time range.');
  }
}

function theseDid(known: readonly string[]): string {
  const names = known.slice(0, MOST_NAMES).join(', ');
  const more = known.length - MOST_NAMES;
  return more > 0
    ? t('common.explain.these-and-more', 'These did in this time range: {{- names}} and {{more}} more.', {
        names,
        more,
      })
    : t('common.explain.these', 'These did in this time range: {{- names}}.', { names });
}

function tooFew({
  observations,
  minimum,
}: ExplainedNoValues & { readonly reason: 'too few observations' }): Explanation {
  if (observations === undefined) {
    return {
      title: t('common.explain.too-few', 'Too few observations'),
      text: t(
        'common.explain.too-few-in-groups-text',
        'Each group needs {{minimum}}, and so does the one that it is compared with. Choose a longer window, or lower the minimum in the query.',
        { minimum: formatCount(minimum) },
      ),
    };
  }
  return {
    title:
      observations === 0
        ? t('common.explain.no-observations', 'No observations in the window')
        : t('common.explain.too-few', 'Too few observations'),
    text: t(
      'common.explain.too-few-text',
      '{{observations}} of {{minimum}} that a value needs. Choose a longer window, or lower the minimum in the query.',
      { observations: formatCount(observations), minimum: formatCount(minimum) },
    ),
  };
}
