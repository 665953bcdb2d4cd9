import { t } from '@grafana/i18n';
import { lazily } from '../../../common/lazily.tsx';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner, type Questions } from '../../scenes/measure-queries.ts';
import { baselineOf } from '../../scenes/model-variables.ts';
import { QueriedView, type ViewProps } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { PROBLEMS } from '../../values/measures.ts';
import { MOMENTS } from './moment-rows.ts';

const FeatureView = lazily(
  async () => (await import(/* webpackChunkName: "pages/feature" */ './FeatureView.tsx')).FeatureView,
);

/** The same hour of the week before: hours and days of the week repeat. */
const WEEK = '1w';

/**
 * All of one feature.
 *
 * @param version - whose distribution is looked at; those that the page has chosen where it is empty
 */
export function featureView(model: string, feature: string, version: string): QueriedView {
  const chosen = version === '' ? ['${version}'] : [version];
  return new QueriedView({
    View: (props: ViewProps) => <FeatureView {...props} feature={feature} />,
    model,
    main: questionRunner((valueOf) => featureQuestions(model, feature, chosen, valueOf('baseline')), {
      variables: ['baseline'],
    }),
    panels: {
      distribution: answerPanel({
        title: t('pages.feature-view.title.distribution', 'Distribution'),
        description: t(
          'pages.feature-view.description.distribution',
          'Share of each bin: live, in the baseline and a week earlier; below it what the bin contributes to the PSI',
        ),
        pluginId: 'driftline-distribution-panel',
        options: { showContributions: true },
        refIds: ['distribution', 'week earlier'],
      }),
      time: answerPanel({
        title: t('pages.feature-view.title.over-time', 'Over time'),
        description: t(
          'pages.feature-view.description.over-time',
          'PSI with its limits and what noise alone reaches; when it crossed them, and when versions began to report',
        ),
        pluginId: 'driftline-drift-panel',
        refIds: ['time', 'noise', 'crossings', 'began'],
      }),
    },
  });
}

/** What is asked of a feature, in one request. */
export function featureQuestions(
  model: string,
  feature: string,
  versions: readonly string[],
  baseline: string,
): Questions {
  const ofChosen = { model: [model], version: versions, feature: [feature] };
  const ofAll = { model: [model], version: [], feature: [feature] };
  const compared = (measure: string, where: object, more = {}) => ({
    measure,
    where,
    baseline: baselineOf(baseline),
    ...more,
  });
  return {
    distribution: compared('psi', ofChosen, { format: 'distribution' }),
    // Where everything is compared with that week, it is there already.
    ...(baseline === WEEK
      ? {}
      : {
          'week earlier': {
            measure: 'psi',
            where: ofChosen,
            baseline: { kind: 'earlier', offset: WEEK },
            format: 'distribution',
          },
        }),
    time: compared('psi', ofChosen),
    noise: compared('psi', ofChosen, { show: 'critical-value' }),
    crossings: compared('psi', ofChosen, { format: 'annotations', marks: 'crossings' }),
    began: { where: { model: [model] }, format: 'annotations', marks: 'versions' },
    replicas: compared('psi', ofChosen, { byReplica: true, format: 'table' }),
    [lineId('replicas')]: compared('psi', ofChosen, { byReplica: true }),
    versions: compared('psi', ofAll, { format: 'table' }),
    [lineId('versions')]: compared('psi', ofAll),
    ...Object.fromEntries(
      [...PROBLEMS, ...MOMENTS].map((measure) => [measure, { measure, where: ofChosen, format: 'table' }]),
    ),
  };
}
