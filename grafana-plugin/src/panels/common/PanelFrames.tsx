import { css } from '@emotion/css';
import { useMemo, type ReactNode } from 'react';
import type { DataFrame, GrafanaTheme2, IconName, PanelData } from '@grafana/data';
import { Icon, LoadingPlaceholder, Tooltip, useStyles2 } from '@grafana/ui';
import { Message } from './Message.tsx';
import { panelState, type PanelState } from './panel-state.ts';

interface PanelFramesProps {
  readonly data: PanelData;
  readonly width: number;
  readonly height: number;
  /** Draws the frames that have values in the height that is left. */
  readonly children: (frames: readonly DataFrame[], height: number) => ReactNode;
}

const ASIDE_HEIGHT = 22;

const ICONS: Readonly<Partial<Record<PanelState['kind'], IconName>>> = {
  error: 'exclamation-triangle',
  'nothing asked': 'database',
  unknown: 'question-circle',
  'no ground truth': 'clock-nine',
  'too few observations': 'hourglass',
  noise: 'check-circle',
};

/** The frames of a panel that have values; in their place what is wrong, and below them which query gave none. */
export function PanelFrames({ data, width, height, children }: PanelFramesProps) {
  const styles = useStyles2(getStyles);
  const state = useMemo(() => panelState(data), [data]);
  switch (state.kind) {
    case 'loading':
      return (
        <div className={styles.middle} style={{ width, height }}>
          <LoadingPlaceholder text="Loading…" />
        </div>
      );
    case 'values': {
      const { frames, asides } = state;
      if (asides.length === 0) return children(frames, height);
      return (
        <>
          {children(frames, height - ASIDE_HEIGHT)}
          <Tooltip content={<div className={styles.lines}>{asides.join('\n')}</div>}>
            <div className={styles.aside} style={{ width, height: ASIDE_HEIGHT }} role="status">
              <Icon name="info-circle" size="sm" aria-hidden />
              <span className={styles.sentence}>{asides.join(' ')}</span>
            </div>
          </Tooltip>
        </>
      );
    }
    default:
      return (
        <Message
          title={state.title}
          icon={ICONS[state.kind] ?? 'info-circle'}
          isError={state.kind === 'error'}
          width={width}
          height={height}
        >
          {state.text}
        </Message>
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  middle: css({ display: 'flex', alignItems: 'center', justifyContent: 'center' }),
  aside: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  sentence: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  lines: css({ whiteSpace: 'pre-line' }),
});
