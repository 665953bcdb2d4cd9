import { css } from '@emotion/css';
import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { TextLink } from '@grafana/ui';
import { modelAddress, withKept } from '../../common/addresses.ts';
import type { Column } from '../parts/DataTable.tsx';
import { leadingTo } from '../parts/leading-to.ts';
import { below } from '../parts/narrow-table.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { Trend } from '../parts/Trend.tsx';
import { formatNumber, PREDICTIONS_PER_SECOND } from '../values/format-number.ts';
import { areaTitles, AREAS, type Area } from '../values/measures.ts';
import { LEVELS, reach, type Status } from '../values/status.ts';
import type { ModelRow } from './model-rows.ts';

/** Width of the table below which areas are icons alone. */
const ROOM_FOR_TEXTS = 600;
const onlyWide = css({ [below(1200)]: { display: 'none' } });

/** The columns of the table of all models; each area leads to the model at its tab. */
export function useModelColumns(now: number, timeZone: string): Column<ModelRow>[] {
  const { search } = useLocation();
  return useMemo(() => {
    const link = (model: string, area?: Area): string => withKept(modelAddress(model, area), search);
    return [
      {
        id: 'model',
        title: t('pages.columns.model', 'Model'),
        value: ({ model }) => model,
        cell: ({ model }) => (
          <TextLink {...leadingTo(link(model))} inline={false} weight="medium">
            {model}
          </TextLink>
        ),
      },
      {
        id: 'version',
        title: t('pages.columns.version', 'Version'),
        showFrom: 1000,
        value: ({ versions }) => versions.join(', '),
        cell: versionsText,
      },
      {
        id: 'predictions',
        title: t('pages.columns.predictions', 'Predictions'),
        showFrom: 700,
        isNumber: true,
        value: ({ throughput }) => throughput,
        cell: ({ throughput, trend, model }) => (
          <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
            {formatNumber(throughput, PREDICTIONS_PER_SECOND)}
            <span className={onlyWide}>
              <Trend
                values={trend}
                label={t('pages.models-columns.trend', 'Predictions per second of {{- model}} over time', { model })}
                width={64}
                height={18}
              />
            </span>
          </span>
        ),
      },
      ...AREAS.map((area): Column<ModelRow> => ({
        id: area,
        title: areaTitles()[area],
        wraps: true,
        value: ({ areas }) => badness(areas[area]),
        csv: ({ areas }) => areas[area].text,
        cell: ({ model, areas }) => (
          <a
            href={link(model, area)}
            aria-label={t('pages.models-columns.area-of', '{{- area}} of {{- model}}: {{- status}}', {
              area: areaTitles()[area],
              model,
              status: areas[area].text,
            })}
            title={areas[area].text}
          >
            <StatusMark status={areas[area]} textFrom={ROOM_FOR_TEXTS} />
          </a>
        ),
      })),
      {
        id: 'seen',
        title: t('pages.columns.last-seen', 'Last seen'),
        showFrom: 1000,
        isNumber: true,
        value: ({ lastSeen }) => lastSeen,
        csv: ({ lastSeen }) => new Date(lastSeen).toISOString(),
        cell: ({ lastSeen }) => <RelativeTime time={lastSeen} now={now} timeZone={timeZone} />,
      },
    ];
  }, [now, search, timeZone]);
}

/** A canary gets little of the traffic; the other versions are named on hover. */
function versionsText({ versions: [first = '–', ...others] }: ModelRow) {
  return others.length === 0 ? (
    first
  ) : (
    <span title={others.join(', ')}>
      {first} <span style={{ opacity: 0.7 }}>+{others.length}</span>
    </span>
  );
}

/** What an area is sorted by: the worst is the least. */
function badness({ level, row }: Status): number {
  const near = row === undefined ? 0 : Math.min(0.99, Math.max(0, reach(row) / 1000));
  return LEVELS.indexOf(level) - near;
}
