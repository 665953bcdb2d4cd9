import { VariableRefresh, VariableSort } from '@grafana/data';
import { QueryVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { DATA_SOURCE } from '../../scenes/controls.ts';
import { questionRunner, type Questions } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { WATCHED } from '../../values/measures.ts';
import { VersionsView } from './VersionsView.tsx';

/** All versions of a model beside each other, and two of them against each other. */
export function versionsTab(model: string): QueriedView {
  const all = { model: [model] };
  const versionOf = (name: string, label: string, sort: VariableSort): QueryVariable =>
    new QueryVariable({
      name,
      label,
      datasource: DATA_SOURCE,
      query: `versions(${model})`,
      refresh: VariableRefresh.onTimeRangeChanged,
      sort,
    });
  return new QueriedView({
    View: VersionsView,
    model,
    variables: [
      versionOf('candidate', 'Version', VariableSort.naturalDesc),
      versionOf('against', 'Against', VariableSort.naturalAsc),
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
        title: 'Predictions per second by version',
        pluginId: 'timeseries',
        refIds: [lineId('throughput')],
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
