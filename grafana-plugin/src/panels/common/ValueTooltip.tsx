import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2, LinkModel } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import { linksSentence } from './data-links.ts';
import { PinnedLinks } from './PinnedLinks.tsx';
import { TOOLTIP_MARK, type Cursor } from './use-cursor.ts';

/** One line of what is said of a value. */
export interface ValueRow {
  readonly name: string;
  readonly value: string;
  readonly color?: string;
}

interface ValueTooltipProps {
  readonly title: string;
  readonly rows: readonly ValueRow[];
  readonly links: readonly LinkModel[];
  readonly cursor: Cursor;
  /** Below the rows. */
  readonly children?: ReactNode;
}

const DISTANCE = { x: 12, y: 12 };

/** The numbers of one value beside the pointer, over whatever is there: a panel may be smaller. Pinned, it has the links. */
export function ValueTooltip({ title, rows, links, cursor, children }: ValueTooltipProps) {
  const styles = useStyles2(getStyles);
  const { isPinned } = cursor;
  const hint = linksSentence(links);
  return (
    <Portal>
      {/* The chart itself tells the value to people who do not see it. */}
      <VizTooltipContainer position={cursor} offset={DISTANCE} allowPointerEvents={isPinned} aria-live="off">
        <div role={isPinned ? 'dialog' : 'tooltip'} aria-label={title} {...{ [TOOLTIP_MARK]: '' }}>
          <div className={styles.values}>
            <strong className={styles.title}>{title}</strong>
            {rows.map(({ name, value, color }) => (
              <div key={name} className={styles.row}>
                {color !== undefined && <i className={styles.color} style={{ background: color }} />}
                <span className={styles.name}>{name}</span>
                <span className={styles.value}>{value}</span>
              </div>
            ))}
            {children}
            {!isPinned && hint !== undefined && <span className={styles.hint}>{hint}</span>}
          </div>
          {isPinned && <PinnedLinks links={links} />}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  values: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
    maxWidth: 360,
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  title: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere', unicodeBidi: 'isolate' }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  color: css({ flex: 'none', width: 10, height: 10, borderRadius: 2 }),
  name: css({ flex: 1, color: theme.colors.text.secondary }),
  value: css({ fontVariantNumeric: 'tabular-nums' }),
  hint: css({ marginTop: theme.spacing(0.5), color: theme.colors.text.secondary }),
});
