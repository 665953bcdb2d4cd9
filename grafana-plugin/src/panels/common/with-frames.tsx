import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useMemo, type ComponentType } from 'react';
import type { DataFrame, IconName, PanelProps } from '@grafana/data';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { Aside, ASIDE_HEIGHT } from './Aside.tsx';
import { Message } from './Message.tsx';
import { panelState, type PanelState } from './panel-state.ts';

/** What a panel draws: its frames that have values, in the height that is left. */
export type FramesProps<Options> = PanelProps<Options> & { readonly frames: readonly DataFrame[] };

const ICONS: Readonly<Partial<Record<PanelState['kind'], IconName>>> = {
  error: 'exclamation-triangle',
  'nothing asked': 'database',
  unknown: 'question-circle',
  'no ground truth': 'clock-nine',
  'too few observations': 'hourglass',
  'small groups': 'users-alt',
  noise: 'check-circle',
};

/** A panel of the frames that have values; in their place it says what is wrong, and below them which query gave none. */
export function withFrames<Options>(Drawn: ComponentType<FramesProps<Options>>): ComponentType<PanelProps<Options>> {
  return function Panel(props: PanelProps<Options>) {
    const { data, width, height } = props;
    const styles = useStyles2(getStyles);
    const state = useMemo(() => panelState(data), [data]);
    switch (state.kind) {
      case 'loading':
        return (
          <div className={styles.middle} style={{ width, height }}>
            <LoadingPlaceholder text={t('panels.with-frames.text-loading', 'Loading…')} />
          </div>
        );
      case 'values': {
        const { frames, asides } = state;
        if (asides.length === 0) return <Drawn {...props} frames={frames} />;
        return (
          <>
            <Drawn {...props} frames={frames} height={height - ASIDE_HEIGHT} />
            <Aside sentences={asides} width={width} />
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
  };
}

const getStyles = () => ({
  middle: css({ display: 'flex', alignItems: 'center', justifyContent: 'center' }),
});
