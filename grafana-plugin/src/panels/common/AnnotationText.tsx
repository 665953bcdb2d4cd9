import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RenderUserContentAsHTML, useStyles2 } from '@grafana/ui';
import type { Annotation } from './annotations.ts';

/** What an annotation says, and its tags. */
export function AnnotationText({ annotation: { text, tags } }: { readonly annotation: Annotation }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.annotation}>
      {/* As Grafana shows it, which takes out what could do harm. */}
      <RenderUserContentAsHTML content={text} />
      {tags.length > 0 && <div className={styles.tags}>{tags.join(' · ')}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  annotation: css({
    maxWidth: 320,
    fontSize: theme.typography.bodySmall.fontSize,
    a: { color: theme.colors.text.link },
  }),
  tags: css({ color: theme.colors.text.secondary }),
});
