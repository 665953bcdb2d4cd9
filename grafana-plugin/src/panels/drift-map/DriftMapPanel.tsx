import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { Message } from '../common/Message.tsx';
import { withFrames, type FramesProps } from '../common/with-frames.tsx';
import { DriftMapChart } from './DriftMapChart.tsx';
import { driftMap } from './map-rows.ts';
import type { DriftMapOptions } from './options.ts';

/** Every feature over time, the worst first. */
export const DriftMapPanel = withFrames(MapOf);

function MapOf({ frames, options, width, height, timeZone }: FramesProps<DriftMapOptions>) {
  const { order, showScale, tooltip } = options;
  const map = useMemo(() => driftMap(frames, order), [frames, order]);
  if (map.rows.length === 0) {
    return (
      <Message
        title={t('panels.map-of.title-no-values-over-time', 'No values over time')}
        icon="info-circle"
        width={width}
        height={height}
      >
        {t('panels.drift-map.how-to-query', 'Query a measure of features as a time series over a range.')}
      </Message>
    );
  }
  return (
    <DriftMapChart
      map={map}
      frames={frames}
      width={width}
      height={height}
      timeZone={timeZone}
      showScale={showScale}
      tooltipMode={tooltip.mode}
    />
  );
}
