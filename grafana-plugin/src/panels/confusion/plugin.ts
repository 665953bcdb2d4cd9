import { t } from '@grafana/i18n';
import { FieldConfigProperty, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import type { ConfusionOptions } from './options.ts';

const ConfusionPanel = lazily(
  async () => (await import(/* webpackChunkName: "panels/confusion/panel" */ './ConfusionPanel.tsx')).ConfusionPanel,
);

export const plugin = new PanelPlugin<ConfusionOptions>(ConfusionPanel)
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions((builder) => {
    builder
      .addRadio({
        path: 'show',
        name: t('panels.confusion.show', 'Show'),
        defaultValue: 'count',
        settings: {
          options: [
            { value: 'count', label: t('panels.confusion.label.counts', 'Counts') },
            {
              value: 'row',
              label: t('panels.confusion.label.row-shares', 'Row shares'),
              description: t('panels.confusion.description.shares-of-each-actual-class', 'Shares of each actual class'),
            },
            {
              value: 'column',
              label: t('panels.confusion.label.column-shares', 'Column shares'),
              description: t(
                'panels.confusion.description.shares-of-each-predicted-class',
                'Shares of each predicted class',
              ),
            },
          ],
        },
      })
      .addBooleanSwitch({
        path: 'showHistory',
        name: t('panels.confusion.show-history', 'Show history'),
        description: t('panels.confusion.description.course-range', 'The course of each cell over the time range.'),
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show }) => show === 'confusion')
      ? [
          {
            name: t('panels.confusion.confusion-matrix', 'Confusion matrix'),
            description: t('panels.confusion.description.outcomes-by-class', 'Outcomes by class'),
            score: VisualizationSuggestionScore.Best,
          },
        ]
      : undefined,
  );
