import { t, Trans } from '@grafana/i18n';
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
        <QueryOptionGroup
          title={t('datasource.promql-preview.title-prom-ql', 'PromQL')}
          collapsedInfo={summaryOf(preview)}
        >
          {preview === undefined ? (
            <Text color="secondary">
              <Trans i18nKey="datasource.promql-preview.there-because-query-cannot-asked">
                There is none, because the query cannot be asked.
              </Trans>
            </Text>
          ) : (
            // A long text scrolls, also by the keyboard.
            <section
              className={styles.scrolls}
              aria-label={t('datasource.promql-preview.aria-label-prom-ql', 'PromQL')}
              tabIndex={0}
            >
              <code className={styles.code} data-testid="driftline-promql">
                {(preview.isOne ? preview.texts : [`# ${computedText()}`, ...preview.texts]).join('\n\n')}
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
          <Trans i18nKey="datasource.promql-actions.copy-prom-ql">Copy PromQL</Trans>
        </ClipboardButton>
      )}
      {explore !== undefined && (
        // The query may not be saved yet.
        <LinkButton icon="compass" size="sm" variant="secondary" fill="text" href={explore} target="_blank">
          <Trans i18nKey="datasource.promql-actions.open-in-explore">Open in Explore</Trans>
        </LinkButton>
      )}
    </>
  );
}

function summaryOf(preview: Preview | undefined): string[] {
  if (preview === undefined || preview.isOne) return [];
  return [
    t('datasource.promql-preview.computed', '', {
      count: preview.texts.length,
      defaultValue_one: 'computed from {{count}} query',
      defaultValue_other: 'computed from {{count}} queries',
    }),
  ];
}

const computedText = (): string =>
  t('datasource.promql-preview.computed-from', 'PromQL cannot express this measure. The data source computes it from:');

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
