import { t } from '@grafana/i18n';
import { FieldConfigProperty, FieldType, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import type { FairnessOptions } from './options.ts';

const FairnessPanel = lazily(
  async () => (await import(/* webpackChunkName: "panels/fairness/panel" */ './FairnessPanel.tsx')).FairnessPanel,
);

export const plugin = new PanelPlugin<FairnessOptions>(FairnessPanel)
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions((builder) => {
    builder
      .addTextInput({
        path: 'reference',
        name: t('panels.fairness.reference-group', 'Reference group'),
        description: t(
          'panels.fairness.description.group-which-others-compared',
          'The group with which the others are compared.',
        ),
        settings: {
          placeholder: t('panels.fairness.placeholder.reference', "the profile's, else the highest rate"),
        },
        defaultValue: '',
      })
      .addNumberInput({
        path: 'limit',
        name: t('panels.fairness.limit', 'Limit'),
        description: t(
          'panels.fairness.description.limit',
          "Least share of the reference group's rate: 0.8 by the four-fifths rule.",
        ),
        settings: { min: 0.01, max: 1, step: 0.05 },
        defaultValue: 0.8,
      })
      .addBooleanSwitch({
        path: 'showCounts',
        name: t('panels.fairness.show-counts', 'Show counts'),
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ subject }) => subject === 'group') && summary.hasFieldType(FieldType.string)
      ? [
          {
            name: t('panels.fairness.fairness', 'Fairness'),
            description: t(
              'panels.fairness.description.rates-by-group-with-their-intervals',
              'Rates by group with their intervals',
            ),
            score: VisualizationSuggestionScore.Best,
          },
        ]
      : undefined,
  );
