import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner, type ValueOf } from '../../scenes/measure-queries.ts';
import { baselineOf } from '../../scenes/model-variables.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { PROBLEMS } from '../../values/measures.ts';
import { FeatureView } from './FeatureView.tsx';

/** Sides of the distribution, in their letters. */
const SIDES = ['reference-share', 'live-share', 'psi-contribution'] as const;

/**
 * All of one feature.
 *
 * @param version - whose distribution is looked at; those that the page has chosen where it is empty
 */
export function featureView(model: string, feature: string, version: string): QueriedView {
  const where = (versions: readonly string[]) => ({ model: [model], version: versions, feature: [feature] });
  const chosen = version === '' ? ['${version}'] : [version];
  const compared = (valueOf: ValueOf, measure: string, versions: readonly string[], more = {}) => ({
    measure,
    where: where(versions),
    baseline: baselineOf(valueOf('baseline')),
    ...more,
  });
  return new QueriedView({
    View: FeatureView,
    model,
    main: questionRunner(
      (valueOf) => ({
        ...Object.fromEntries(
          SIDES.map((side) => [`${side} table`, compared(valueOf, side, chosen, { format: 'table' })]),
        ),
        distribution: compared(valueOf, 'psi', chosen, { format: 'distribution' }),
        time: compared(valueOf, 'psi', chosen),
        noise: compared(valueOf, 'psi', chosen, { show: 'critical-value' }),
        versions: compared(valueOf, 'psi', [], { format: 'table' }),
        'over versions': compared(valueOf, 'psi', []),
        'mean-shift': compared(valueOf, 'mean-shift', chosen, { format: 'table' }),
        ...Object.fromEntries(PROBLEMS.map((measure) => [measure, { measure, where: where(chosen), format: 'table' }])),
      }),
      { variables: ['baseline'] },
    ),
    panels: {
      distribution: answerPanel({
        title: 'Distribution',
        description: 'Share of each bin, live and in the baseline, and what the bin contributes to the PSI',
        pluginId: 'driftline-distribution-panel',
        options: { showContributions: true },
        refIds: ['distribution'],
      }),
      time: answerPanel({
        title: 'Over time',
        description: 'PSI with its limits, and what noise alone reaches',
        pluginId: 'driftline-drift-panel',
        options: { showThresholds: true, legendPlacement: 'bottom' },
        refIds: ['time'],
      }),
    },
  });
}
