import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import { binnedQuery } from './binned.ts';
import { interpolate } from './interpolate.ts';
import { toPrometheus } from './to-prometheus.ts';
import type { DriftlineQuery } from './types.ts';

/** The PromQL that a query becomes, with a button that copies it into an alert rule or Explore. */
export function PromqlPreview({ query }: { query: DriftlineQuery }) {
  const styles = useStyles2(getStyles);
  const { text, error } = promqlOf(query);
  if (error !== undefined) return <Alert severity="warning" title={error} />;
  return (
    <div className={styles.box}>
      <code className={styles.code} data-testid="driftline-promql">
        {text}
      </code>
      <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => text}>
        Copy PromQL
      </ClipboardButton>
    </div>
  );
}

function promqlOf(query: DriftlineQuery): { text: string; error?: string } {
  try {
    const filled = interpolate(query, getTemplateSrv());
    const binned = binnedQuery(filled);
    // What PromQL cannot express is computed here from these two vectors.
    return { text: binned === undefined ? toPrometheus(filled).expr : `${binned.live}\n\n${binned.reference}` };
  } catch (error) {
    return { text: '', error: error instanceof Error ? error.message : String(error) };
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
