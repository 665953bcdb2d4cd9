import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import { compile, measureById, plan } from '@driftline/shared';
import { interpolate } from './interpolate.ts';
import type { CompleteQuery } from './types.ts';

/** The PromQL of a query, with a button that copies it for an alert rule or Explore. */
export function PromqlPreview({ query }: { query: CompleteQuery }) {
  const styles = useStyles2(getStyles);
  const { text, error, isOne } = promqlOf(query);
  if (error !== undefined) return <Alert severity="warning" title={error} />;
  return (
    <div className={styles.box}>
      <code className={styles.code} data-testid="driftline-promql">
        {text}
      </code>
      {isOne && (
        <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => text}>
          Copy PromQL
        </ClipboardButton>
      )}
    </div>
  );
}

interface Preview {
  readonly text: string;
  /** Whether it is one expression, which can be pasted elsewhere. */
  readonly isOne: boolean;
  readonly error?: string;
}

function promqlOf(query: CompleteQuery): Preview {
  try {
    const filled = interpolate(query, getTemplateSrv());
    if (measureById(filled.measure).hasPromql) return { text: compile(filled).promql, isOne: true };
    return {
      text: ['# PromQL cannot express this measure. The data source computes it from:', ...plan(filled)].join('\n\n'),
      isOne: false,
    };
  } catch (error) {
    return { text: '', isOne: false, error: error instanceof Error ? error.message : String(error) };
  }
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
