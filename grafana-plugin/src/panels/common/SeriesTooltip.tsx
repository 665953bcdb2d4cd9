import { css } from '@emotion/css';
import { dateTimeFormat, type DataFrame, type GrafanaTheme2, type LinkModel, type TimeZone } from '@grafana/data';
import { TooltipDisplayMode, type VizTooltipOptions } from '@grafana/schema';
import { SeriesTable, TooltipPlugin2, useStyles2, type UPlotConfigBuilder } from '@grafana/ui';
import { AnnotationText } from './AnnotationText.tsx';
import { annotationsAt, type Annotation } from './annotations.ts';
import { PinnedLinks } from './PinnedLinks.tsx';
import { tooltipRows } from './tooltip-rows.ts';

// The library's const enum cannot be imported one file at a time: the series under the pointer, or all at one time.
const HOVER = { one: 0, all: 1 };

interface SeriesTooltipProps {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly timeZone: TimeZone;
  /** All series, the highest first, unless given. */
  readonly tooltip?: VizTooltipOptions;
  readonly annotations?: readonly Annotation[];
  readonly onZoom: (range: { from: number; to: number }) => void;
}

/** Values of the series at the time under the pointer; dragging zooms in, a click pins it and offers the data links. */
export function SeriesTooltip({ config, frame, timeZone, tooltip, annotations = [], onZoom }: SeriesTooltipProps) {
  const styles = useStyles2(getStyles);
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={tooltip?.mode === TooltipDisplayMode.Single ? HOVER.one : HOVER.all}
      queryZoom={onZoom}
      clientZoom={false}
      render={(plot, indexes, focused, isPinned) => {
        const [time] = frame.fields;
        const at = indexes.find((index) => index !== null && index !== undefined);
        if (time === undefined || at === undefined || at === null || tooltip?.mode === TooltipDisplayMode.None)
          return null;
        const milliseconds = time.values[at] as number;
        const { min = 0, max = 0 } = plot.scales['x'] ?? {};
        const near = annotationsAt(annotations, milliseconds, (max - min) / 100);
        const links = isPinned ? linksOf(frame, focused, at) : [];
        return (
          <>
            <div className={styles.values} style={{ maxHeight: tooltip?.maxHeight }}>
              <SeriesTable
                timestamp={dateTimeFormat(milliseconds, { timeZone })}
                series={tooltipRows(frame, at, focused, tooltip)}
              />
              {/* A link in it works once the tooltip is pinned. */}
              {near.map((annotation) => (
                <div key={`${annotation.from} ${annotation.text}`} className={styles.annotation}>
                  <AnnotationText annotation={annotation} />
                </div>
              ))}
            </div>
            {links.length > 0 && <PinnedLinks links={links} />}
          </>
        );
      }}
    />
  );
}

function linksOf(frame: DataFrame, focused: number | null, at: number): LinkModel[] {
  const field = focused === null ? undefined : frame.fields[focused];
  return field?.getLinks?.({ valueRowIndex: at }) ?? [];
}

const getStyles = (theme: GrafanaTheme2) => ({
  values: css({ padding: theme.spacing(1), overflowY: 'auto' }),
  annotation: css({ marginTop: theme.spacing(0.5) }),
});
