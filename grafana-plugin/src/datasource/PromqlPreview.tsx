import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import type { Preview } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { errorSentence } from './error-sentence.ts';
import type { CompleteQuery } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
}

/** Milliseconds without a change after which the back end is asked. */
const PAUSE_MS = 300;

/** The PromQL of a query, with a button that copies it for Explore or a rule file. */
export function PromqlPreview({ datasource, query }: Props) {
  const styles = useStyles2(getStyles);
  const { preview, problem } = usePreview(datasource, query);
  if (problem !== undefined) return <Alert severity="warning" title={problem} />;
  if (preview === undefined) return null;
  const text = preview.isOne ? preview.texts.join('\n') : [COMPUTED, ...preview.texts].join('\n\n');
  return (
    <div className={styles.box}>
      <code className={styles.code} data-testid="driftline-promql">
        {text}
      </code>
      {preview.isOne && (
        <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => text}>
          Copy PromQL
        </ClipboardButton>
      )}
    </div>
  );
}

const COMPUTED = '# PromQL cannot express this measure. The data source computes it from:';

interface Asked {
  readonly preview?: Preview;
  readonly problem?: string;
}

/** What the back end says of a query once it rests; until then, what it said of the one before. */
function usePreview(datasource: DriftlineDataSource, query: CompleteQuery): Asked {
  const [asked, setAsked] = useState<Asked>({});
  // Editors render with equal queries again and again.
  const text = JSON.stringify(query);
  useEffect(() => {
    let isLatest = true;
    const show = (next: Asked): void => {
      if (isLatest) setAsked(next);
    };
    const timer = setTimeout(() => {
      datasource.promql(JSON.parse(text) as CompleteQuery).then(
        (preview) => show({ preview }),
        (error: unknown) => show({ problem: errorSentence(error) }),
      );
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [datasource, text]);
  return asked;
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  code: css({
    flexGrow: 1,
    maxHeight: 160,
    overflow: 'auto',
    padding: 0,
    border: 'none',
    background: 'transparent',
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    wordBreak: 'break-word',
  }),
});
