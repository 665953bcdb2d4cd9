import { t } from '@grafana/i18n';
import { useMemo, useState } from 'react';
import { ThresholdsMode, type FieldConfig } from '@grafana/data';
import { LegendDisplayMode, TooltipDisplayMode } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import type { Limits } from '../common/limits.ts';
import { fieldThresholds } from '../common/field-thresholds.ts';
import { Message } from '../common/Message.tsx';
import { withFrames, type FramesProps } from '../common/with-frames.tsx';
import { sideColors } from './chart/colors.ts';
import { DistributionChart } from './chart/DistributionChart.tsx';
import { DistributionHeader } from './DistributionHeader.tsx';
import { distributions, type Distribution } from './distributions.ts';
import type { DistributionOptions } from './options.ts';

const HEADER_HEIGHT = 36;
/** Height below which a legend would leave no room for the bars. */
const ROOM_FOR_LEGEND = 180;

/** All sides of one distribution: the most drifted, or the chosen one. */
export const DistributionPanel = withFrames(DistributionOf);

function DistributionOf({ frames, options, fieldConfig, width, height }: FramesProps<DistributionOptions>) {
  const theme = useTheme2();
  const [chosen, setChosen] = useState<string>();
  const all = useMemo(() => distributions(frames), [frames]);
  const shown = all.find(({ name }) => name === chosen) ?? all[0];
  if (shown === undefined) {
    return (
      <Message
        title={t('panels.distribution-of.title-no-distribution', 'No distribution')}
        icon="info-circle"
        width={width}
        height={height}
      >
        {t(
          'panels.distribution.how-to-query',
          'Query a measure of drift, such as the PSI, from a Driftline data source in the format Distribution.',
        )}
      </Message>
    );
  }
  const { legend, tooltip, show, showContributions } = options;
  const colors = sideColors(shown.sides, theme);
  const hasLegend = legend.showLegend && height >= ROOM_FOR_LEGEND;
  const placement = width < 480 ? 'bottom' : legend.placement;
  return (
    <div data-testid="driftline-distribution">
      <DistributionHeader
        shown={shown}
        names={all.map(({ name }) => name)}
        limits={limitsOf(shown, fieldConfig.defaults)}
        width={width}
        height={HEADER_HEIGHT}
        onChoose={setChosen}
      />
      <VizLayout
        width={width}
        height={height - HEADER_HEIGHT}
        legend={
          hasLegend ? (
            <VizLayout.Legend placement={placement} width={legend.width}>
              <VizLegend
                placement={placement}
                displayMode={
                  legend.displayMode === LegendDisplayMode.Hidden ? LegendDisplayMode.List : legend.displayMode
                }
                items={shown.sides.map(({ name, field, isHidden }, i) => ({
                  label: name,
                  fieldName: field.config.displayNameFromDS ?? field.name,
                  color: colors[i] ?? '',
                  yAxis: 1,
                  disabled: isHidden,
                }))}
              />
            </VizLayout.Legend>
          ) : null
        }
      >
        {(chartWidth, chartHeight) => (
          <DistributionChart
            distribution={shown}
            colors={colors}
            show={show}
            width={chartWidth}
            height={chartHeight}
            showContributions={showContributions}
            hasTooltip={tooltip.mode !== TooltipDisplayMode.None}
          />
        )}
      </VizLayout>
    </div>
  );
}

/** The limits of the measure, unless somebody set thresholds: the last one is the critical one. */
function limitsOf({ limits, sides }: Distribution, defaults: FieldConfig): Limits | undefined {
  const { mode, steps } = fieldThresholds(sides[0]?.field.config ?? {}, limits, defaults);
  if (mode !== ThresholdsMode.Absolute || steps.length < 2) return limits;
  const [first, second] = steps.slice(1).map(({ value }) => value);
  const isBelow = limits?.side === 'below';
  const [warning, critical] = isBelow ? [second, first] : second === undefined ? [undefined, first] : [first, second];
  if (critical === undefined) return limits;
  return { side: limits?.side ?? 'above', critical, ...(warning === undefined ? {} : { warning }) };
}
