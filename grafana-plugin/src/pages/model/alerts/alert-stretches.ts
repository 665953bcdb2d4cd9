import { t } from '@grafana/i18n';
import type { Level } from '../../values/status.ts';
import { alertsOf, type RulesAnswer } from './grafana-rules.ts';

/** Since when an alert about a model is active. */
export interface AlertStretch {
  readonly level: Level;
  /** Such as `firing: Feature drift of income`. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly from: number;
}

/** Alerts of any rule that are about a model by name, those that fire last, to be drawn above the others. */
export function alertStretches({ data }: RulesAnswer, model: string): AlertStretch[] {
  return data.groups
    .flatMap(({ rules }) => rules)
    .flatMap((rule) =>
      alertsOf(rule, model)
        .filter(({ labels }) => labels['ml_model_name'] === model)
        .map(({ state, activeAt }): AlertStretch => {
          const fires = state.startsWith('Alerting');
          return {
            level: fires ? 'critical' : 'warning',
            text: fires
              ? t('pages.alert-stretches.firing', 'firing: {{- rule}}', { rule: rule.name })
              : t('pages.alert-stretches.pending', 'pending: {{- rule}}', { rule: rule.name }),
            from: Date.parse(activeAt),
          };
        }),
    )
    .sort((a, b) => Number(a.level === 'critical') - Number(b.level === 'critical'));
}
