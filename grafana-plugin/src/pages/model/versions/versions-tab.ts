import { t } from '@grafana/i18n';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { AnswerVariable } from '../../scenes/answer-variable.ts';
import { questionRunner, type Questions } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { WATCHED } from '../../values/measures.ts';
import { newestVersions, versionsAgainst } from './compared-versions.ts';
import { VersionsView } from './VersionsView.tsx';

/** All versions of a model beside each other, and two of them against each other. */
export function versionsTab(model: string): QueriedView {
  const all = { model: [model] };
  return new QueriedView({
    View: VersionsView,
    model,
    variables: [
      new AnswerVariable({
        name: 'candidate',
        label: t('pages.versions-tab.label.version', 'Version'),
        read: newestVersions,
      }),
      new AnswerVariable({
        name: 'against',
        label: t('pages.versions-tab.label.against', 'Against'),
        read: versionsAgainst,
      }),
    ],
    main: questionRunner(() => ({
      ...Object.fromEntries(
        [...WATCHED.map(({ id }) => id), 'throughput', 'error-share'].map((measure) => [
          measure,
          { measure, where: all, format: 'table' },
        ]),
      ),
      [lineId('throughput')]: { measure: 'throughput', where: all },
    })),
    others: {
      between: questionRunner((valueOf) => between(model, valueOf('candidate'), valueOf('against')), {
        variables: ['candidate', 'against'],
      }),
    },
    panels: {
      traffic: answerPanel({
        title: t('pages.versions-tab.title.traffic-by-version-over-time', 'Traffic by version over time'),
        description: t(
          'pages.versions-tab.description.share-predictions-version-makes',
          'Share of the predictions that each version makes',
        ),
        pluginId: 'timeseries',
        defaults: { custom: { stacking: { mode: 'percent', group: 'traffic' }, fillOpacity: 40, lineWidth: 1 } },
        refIds: { [lineId('throughput')]: { unit: 'percentunit' } },
      }),
    },
  });
}

/** Nothing to ask where both are the same. */
function between(model: string, candidate: string, against: string): Questions {
  if (candidate === '' || against === '' || candidate === against) return {};
  const compared = {
    measure: 'psi',
    where: { model: [model], version: [candidate] },
    baseline: { kind: 'version', version: against },
    format: 'table',
  };
  return { features: compared, prediction: { ...compared, of: { kind: 'prediction' } } };
}
