import { css } from '@emotion/css';
import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, type UPlotConfigBuilder } from '@grafana/ui';
import type { Annotation } from '../common/annotations.ts';
import { AnnotationText } from '../common/AnnotationText.tsx';
import { annotationMarks, type TimeScale } from './annotation-marks.ts';

interface View extends TimeScale {
  /** What lies over the lines of the chart. */
  readonly over: HTMLElement;
}

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly annotations: readonly Annotation[];
}

const LANE_HEIGHT = 7;

/** A bar at the foot of each annotation: what it says on hover and on focus, and a click leads to where it leads. */
export function AnnotationMarks({ config, annotations }: Props) {
  const styles = useStyles2(getStyles);
  const view = useView(config);
  if (view === undefined) return null;
  return createPortal(
    annotationMarks(annotations, view).map(({ annotation, left, width, lane }) => {
      const { from, text, color } = annotation;
      const { plain, href } = partsOf(text);
      const style = { left, width, bottom: lane * LANE_HEIGHT, background: color };
      const common = { className: styles.mark, style, 'aria-label': plain, onMouseDown: stop };
      return (
        <Tooltip
          key={`${from} ${text}`}
          content={<AnnotationText annotation={annotation} />}
          placement="top"
          interactive
        >
          {href === undefined ? <span role="img" tabIndex={0} {...common} /> : <a href={href} {...common} />}
        </Tooltip>
      );
    }),
    view.over,
  );
}

/** What the chart shows at present, once it is drawn. */
function useView(config: UPlotConfigBuilder): View | undefined {
  const [view, setView] = useState<View>();
  useLayoutEffect(() => {
    config.addHook('draw', ({ over, scales, bbox }) => {
      const { min, max } = scales['x'] ?? {};
      if (typeof min !== 'number' || typeof max !== 'number') return;
      const next = { over, min, max, width: bbox.width / window.devicePixelRatio };
      setView((last) => (last !== undefined && isSame(last, next) ? last : next));
    });
    config.addHook('destroy', () => setView(undefined));
  }, [config]);
  return view;
}

const isSame = (a: View, b: View): boolean =>
  a.over === b.over && a.min === b.min && a.max === b.max && a.width === b.width;

/** A chart takes what is pressed in it for the start of a zoom. */
const stop = (event: { stopPropagation: () => void }): void => event.stopPropagation();

/** The text of an annotation without its HTML, and the link in it. */
function partsOf(html: string): { readonly plain: string; readonly href?: string | undefined } {
  const { body } = new DOMParser().parseFromString(html.replace(/<br\s*\/?>/g, ' '), 'text/html');
  const href = body.querySelector('a')?.getAttribute('href') ?? undefined;
  return { plain: body.textContent, ...(href !== undefined && /^(https?:|\/)/.test(href) ? { href } : {}) };
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    position: 'absolute',
    height: LANE_HEIGHT - 1,
    borderRadius: theme.shape.radius.default,
    opacity: 0.8,
    '&:hover, &:focus-visible': { opacity: 1, outline: `2px solid ${theme.colors.primary.border}` },
  }),
});
