import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { TooltipDisplayMode } from '@grafana/schema';
import { Combobox, useStyles2 } from '@grafana/ui';
import { formatCount } from '../../common/format-count.ts';
import { Message } from '../common/Message.tsx';
import { withFrames, type FramesProps } from '../common/with-frames.tsx';
import { confusionMatrices } from './confusion-matrix.ts';
import { MatrixTable } from './MatrixTable.tsx';
import type { CellShow, ConfusionOptions } from './options.ts';

const HEADER_HEIGHT = 32;
const ROOM_FOR_HEADER = 120;

function whatIsShown(show: CellShow, total: number): string {
  const n = formatCount(total);
  switch (show) {
    case 'count':
      return t('panels.confusion.counts', 'n = {{n}}', { n });
    case 'row':
      return t('panels.confusion.row-shares', 'share of each actual class · n = {{n}}', { n });
    case 'column':
      return t('panels.confusion.column-shares', 'share of each predicted class · n = {{n}}', { n });
  }
}

/** Outcomes by predicted and actual class: of the first model, or the chosen one. */
export const ConfusionPanel = withFrames(Confusion);

function Confusion({ frames, options, width, height }: FramesProps<ConfusionOptions>) {
  const styles = useStyles2(getStyles);
  const { show, showHistory, tooltip } = options;
  const [chosen, setChosen] = useState<string>();
  const all = useMemo(() => confusionMatrices(frames, show), [frames, show]);
  const shown = all.find(({ model }) => model === chosen) ?? all[0];
  if (shown === undefined) {
    return (
      <Message
        title={t('panels.confusion.title-no-outcomes-by-class', 'No outcomes by class')}
        icon="info-circle"
        width={width}
        height={height}
      >
        {t(
          'panels.confusion.how-to-query',
          'Query a measure of classification, such as the accuracy, from a Driftline data source in the format Confusion matrix.',
        )}
      </Message>
    );
  }
  const hasHeader = height >= ROOM_FOR_HEADER;
  return (
    <div data-testid="driftline-confusion">
      {hasHeader && (
        <div className={styles.header} style={{ height: HEADER_HEIGHT }}>
          {all.length > 1 ? (
            <Combobox
              width={26}
              value={shown.model}
              options={all.map(({ model }) => ({ value: model }))}
              onChange={({ value }) => setChosen(value)}
              aria-label={t('panels.confusion.aria-label-model', 'Model')}
            />
          ) : (
            <span className={styles.model}>{shown.model}</span>
          )}
          <span className={styles.total}>{whatIsShown(show, shown.total)}</span>
        </div>
      )}
      <MatrixTable
        matrix={shown}
        show={show}
        showHistory={showHistory}
        hasTooltip={tooltip.mode !== TooltipDisplayMode.None}
        width={width}
        height={hasHeader ? height - HEADER_HEIGHT : height}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  model: css({ fontWeight: theme.typography.fontWeightMedium, overflow: 'hidden', textOverflow: 'ellipsis' }),
  total: css({ marginLeft: 'auto', color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
