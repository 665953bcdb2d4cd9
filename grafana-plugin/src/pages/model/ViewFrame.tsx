import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import { LoadingState, type GrafanaTheme2, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { AddToDashboard, type OfferedPanel } from '../parts/AddToDashboard.tsx';
import { Failure } from '../parts/Failure.tsx';
import { LoadingRows } from '../parts/LoadingRows.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import type { Level } from '../values/status.ts';

interface Props {
  readonly answer: PanelData | undefined;
  readonly onRetry: () => void;
  readonly level: Level;
  /** What is wrong, since when and how sure that is. */
  readonly sentence: string;
  /** What leads on from the sentence. */
  readonly action?: ReactNode;
  /** Panels of the tab that a dashboard may get. */
  readonly offered?: readonly (OfferedPanel | undefined)[];
  readonly children: ReactNode;
}

/** What the tabs of a model have in common: the sentence, what failed, and the place of what is still loading. */
export function ViewFrame({ answer, onRetry, level, sentence, action, offered = [], children }: Props) {
  const styles = useStyles2(getStyles);
  if (answer === undefined || (answer.state === LoadingState.Loading && answer.series.length === 0)) {
    return <LoadingRows rows={8} height={32} />;
  }
  const messages = [...new Set((answer.errors ?? []).map(({ message = '' }) => message))];
  const hasNothing = messages.length > 0 && answer.series.length === 0;
  return (
    <div className={styles.page}>
      {!hasNothing && (
        <div className={styles.first}>
          <Sentence level={level}>{sentence}</Sentence>
          {action}
          {offered.length > 0 && (
            <div className={styles.add}>
              <AddToDashboard panels={offered.filter((panel) => panel !== undefined)} timeRange={answer.timeRange} />
            </div>
          )}
        </div>
      )}
      {messages.map((message) => (
        <Failure
          key={message}
          title={
            hasNothing
              ? t('pages.view-frame.nothing-read', 'Nothing could be read')
              : t('pages.models-view.title-some-values-are-missing', 'Some values are missing')
          }
          message={message}
          onRetry={onRetry}
        />
      ))}
      {!hasNothing && children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  first: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  add: css({ marginLeft: 'auto' }),
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
});
