import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2, RawTimeRange } from '@grafana/data';
import { QueryOptionGroup } from '@grafana/plugin-ui';
import { Alert, ClipboardButton, LinkButton, Stack, Text, useStyles2 } from '@grafana/ui';
import type { Preview } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { promqlInExplore } from './promql-in-explore.ts';
import type { CompleteQuery } from './types.ts';
import { usePreview } from './use-preview.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
  readonly range?: RawTimeRange | undefined;
  /** What else can be done with the query. */
  readonly children?: ReactNode;
}

const LAST_HOUR: RawTimeRange = { from: 'now-1h', to: 'now' };
const COMPUTED = '# PromQL cannot express this measure. The data source computes it from:';

/** The PromQL of a query, closed until it is wanted, and where it can be taken. */
export function PromqlPreview({ datasource, query, range = LAST_HOUR, children }: Props) {
  const styles = useStyles2(getStyles);
  const { preview, problem } = usePreview(datasource, query);
  return (
    <div className={styles.box}>
      {problem !== undefined && (
        <div className={styles.problem}>
          <Alert severity="warning" title={problem} bottomSpacing={0} />
        </div>
      )}
      <div className={styles.text}>
        {/* It stays open while a query cannot be asked. */}
        <QueryOptionGroup title="PromQL" collapsedInfo={summaryOf(preview)}>
          {preview === undefined ? (
            <Text color="secondary">There is none, because the query cannot be asked.</Text>
          ) : (
            // A long text scrolls, also by the keyboard.
            <section className={styles.scrolls} aria-label="PromQL" tabIndex={0}>
              <code className={styles.code} data-testid="driftline-promql">
                {(preview.isOne ? preview.texts : [COMPUTED, ...preview.texts]).join('\n\n')}
              </code>
            </section>
          )}
        </QueryOptionGroup>
      </div>
      <Stack gap={1} wrap="wrap" alignItems="center">
        {preview !== undefined && <PromqlActions preview={preview} range={range} />}
        {children}
      </Stack>
    </div>
  );
}

function PromqlActions({ preview: { texts, isOne }, range }: { preview: Preview; range: RawTimeRange }) {
  const explore = promqlInExplore(texts, range);
  return (
    <>
      {isOne && (
        <ClipboardButton icon="copy" size="sm" variant="secondary" fill="text" getText={() => texts.join('\n')}>
          Copy PromQL
        </ClipboardButton>
      )}
      {explore !== undefined && (
        // The query may not be saved yet.
        <LinkButton icon="compass" size="sm" variant="secondary" fill="text" href={explore} target="_blank">
          Open in Explore
        </LinkButton>
      )}
    </>
  );
}

function summaryOf(preview: Preview | undefined): string[] {
  if (preview === undefined || preview.isOne) return [];
  const { length } = preview.texts;
  return [`computed from ${length} ${length === 1 ? 'query' : 'queries'}`];
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    width: '100%',
    gap: theme.spacing(0, 2),
  }),
  problem: css({ flexBasis: '100%', marginBottom: theme.spacing(1) }),
  // What is opened has the whole width.
  text: css({ flex: '1 1 160px', minWidth: 0, '&:has([aria-expanded="true"])': { flexBasis: '100%' } }),
  scrolls: css({
    width: '100%',
    maxHeight: 160,
    overflow: 'auto',
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.canvas,
  }),
  code: css({
    display: 'block',
    margin: 0,
    padding: 0,
    border: 'none',
    background: 'transparent',
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    wordBreak: 'break-word',
  }),
});
