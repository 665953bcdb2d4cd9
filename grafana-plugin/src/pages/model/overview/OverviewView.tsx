import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useLocation } from 'react-router-dom';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { modelAddress, withKept, type TabId } from '../../../common/addresses.ts';
import { areaStatus, LOOK_BACK, silence } from '../../models/model-rows.ts';
import { useGrafana } from '../../parts/use-grafana.ts';
import { useResource } from '../../parts/use-resource.ts';
import type { ViewProps } from '../../scenes/QueriedView.tsx';
import { formatNumber, PREDICTIONS_PER_SECOND } from '../../values/format-number.ts';
import { lineFor, linesOf, type Line } from '../../values/lines.ts';
import { isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { areaTitles, areaOf, AREAS, type Area } from '../../values/measures.ts';
import { levelOf, type Status } from '../../values/status.ts';
import { alertStretches } from '../alerts/alert-stretches.ts';
import { RULES_PATH, type RulesAnswer } from '../alerts/grafana-rules.ts';
import { modelSentence } from '../model-sentence.ts';
import { leadingTo } from '../../parts/leading-to.ts';
import { PanelRow } from '../PanelRow.tsx';
import { StatusCard } from '../StatusCard.tsx';
import { StatusStrips } from '../StatusStrips.tsx';
import { ViewFrame } from '../ViewFrame.tsx';

/** How a model is: the sentence, a card for each area, its status over time, and what it predicts. */
export function OverviewView({ data, panels, offered, onRetry, dataSource, from, to, timeZone, model }: ViewProps) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { answer: reports = [] } = useResource<Report[]>(dataSource, 'reports', {
    model: [model],
    from: Math.min(from, to - LOOK_BACK),
    to,
  });
  const rules = useGrafana<RulesAnswer>(RULES_PATH, to);
  const { main } = data;
  const rows = measureRows((main?.series ?? []).filter(isTable));
  const lines = linesOf(main?.series ?? []);
  const failures = new Map((main?.errors ?? []).map(({ refId = '', message = '' }) => [refId, message]));
  const silentFor = silence(reports, to);
  const { level, text, row } = modelSentence({ rows, lines, reports, now: to, timeZone, silentFor });
  const address = (tab: TabId, own = {}): string => withKept(modelAddress(model, tab), search, own);
  const area = row === undefined ? undefined : areaOf(row.measure);
  return (
    <ViewFrame
      answer={main}
      onRetry={onRetry}
      level={level}
      sentence={text}
      offered={[offered['predictions'], offered['throughput']]}
      action={
        area !== undefined && (
          <LinkButton
            variant="secondary"
            size="sm"
            {...leadingTo(
              address(area, row?.feature === '' ? {} : { feature: row?.feature, featureVersion: row?.version }),
            )}
          >
            <Trans i18nKey="pages.overview-view.show">Show</Trans>
          </LinkButton>
        )
      }
    >
      <div className={styles.cards}>
        {AREAS.map((each) => {
          const status = areaStatus(each, rows, failures, silentFor);
          return (
            <StatusCard
              key={each}
              title={areaTitles()[each]}
              href={address(each)}
              status={status}
              detail={silentFor === undefined ? detailOf(each, rows, status, lines) : ''}
              {...lineOption(lines, status)}
            />
          );
        })}
      </div>
      <StatusStrips
        lines={lines}
        reports={reports}
        alerts={rules.answer === undefined ? [] : alertStretches(rules.answer, model)}
        alertsUnknown={rules.error}
        from={from}
        to={to}
        timeZone={timeZone}
      />
      <PanelRow panels={[panels['predictions'], panels['throughput']]} height={260} />
    </ViewFrame>
  );
}

function lineOption(lines: readonly Line[], { row }: Status): { line?: Line } {
  const line = row === undefined ? undefined : lineFor(lines, row);
  return line === undefined ? {} : { line };
}

/** What a card says below its value. */
function detailOf(area: Area, rows: readonly MeasureRow[], { row }: Status, lines: readonly Line[]): string {
  const own = rows.filter(({ measure }) => areaOf(measure) === area);
  switch (area) {
    case 'drift':
    case 'data-quality': {
      const features = new Set(own.map(({ feature }) => feature));
      const bad = new Set(
        own.filter((each) => ['critical', 'warning'].includes(levelOf(each))).map(({ feature }) => feature),
      );
      return features.size === 0
        ? t('pages.overview.no-features', 'No features')
        : t('pages.overview.features', '{{bad}} of {{all}} features', { bad: bad.size, all: features.size });
    }
    case 'performance': {
      const accuracy = own.find(({ measure, version }) => measure === 'accuracy' && version === row?.version);
      if (accuracy !== undefined) {
        return t('pages.overview.accuracy', 'Accuracy {{- value}}', {
          value: formatNumber(accuracy.value, accuracy.unit),
        });
      }
      return row === undefined
        ? t('pages.overview.how-to-send-labels', 'How to send labels: see the tab')
        : t('pages.measures.mean-absolute-error', 'Mean absolute error');
    }
    case 'fairness':
      return row === undefined
        ? t('pages.overview.no-group-attribute', 'The profile names no group attribute')
        : t('pages.overview.disparate-impact', 'Disparate impact');
    case 'serving': {
      const now = lines
        .filter(({ measure }) => measure === 'throughput')
        .map(({ values }) => values.findLast((value) => !Number.isNaN(value)) ?? 0);
      return `${formatNumber(
        now.reduce((sum, value) => sum + value, 0),
        PREDICTIONS_PER_SECOND,
      )}`;
    }
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  cards: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) }),
});
