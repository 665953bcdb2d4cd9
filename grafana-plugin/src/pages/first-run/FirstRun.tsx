import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { ClipboardButton, Icon, LinkButton, useStyles2 } from '@grafana/ui';
import { useHealth } from '../parts/use-health.ts';
import { useResource } from '../parts/use-resource.ts';
import { formatDuration } from '../values/format-time.ts';

const INSTALL = 'npm install @driftline/otel';
const PROFILE = 'npx driftline profile train.csv --model income --label class';
const SERVICE = `import { startDriftline } from '@driftline/otel';

const { monitor } = await startDriftline({
  profile: 'profile.json',
  serviceName: 'income-service',
});
const predict = monitor.wrap((features) => model.predict(features));`;

/** Time between two looks, and how far back they go. */
const LOOK_EVERY = 5000;
const LOOK_BACK = 3_600_000;

type State = 'done' | 'waiting' | 'failed' | 'yours';

/**
 * What to do before the first model reports, with checks that tick while one waits.
 *
 * @param dataSource - UID; empty where there is none of ours
 * @param onArrival - called when the first series are there
 */
export function FirstRun({ dataSource, onArrival }: { readonly dataSource: string; readonly onArrival: () => void }) {
  const styles = useStyles2(getStyles);
  const now = useClock();
  const health = useHealth(dataSource, now);
  const { answer: reports = [] } = useResource<Report[]>(dataSource, 'reports', { from: now - LOOK_BACK, to: now });
  const [first] = [...reports].sort((a, b) => b.last - a.last);
  const hasArrived = first !== undefined;
  const arrive = useRef(onArrival);
  useEffect(() => {
    arrive.current = onArrival;
  });
  // Once: the page that hears of it renders this again, with another function.
  useEffect(() => {
    if (hasArrived) arrive.current();
  }, [hasArrived]);
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>
        <Trans i18nKey="pages.first-run.watch-your-first-model">Watch your first model</Trans>
      </h2>
      <Step
        number={1}
        state={dataSource === '' ? 'waiting' : health.ok ? 'done' : health.message === '' ? 'waiting' : 'failed'}
        title={t('pages.first-run.title-a-data-source', 'A data source')}
      >
        {dataSource === '' ? (
          <>
            <p className={styles.text}>
              <Trans i18nKey="pages.first-run.give-the-address">
                Give the address of the Prometheus, Mimir or VictoriaMetrics that holds the metrics of your services.
              </Trans>
            </p>
            <LinkButton href="/connections/datasources/new" icon="plus" size="sm">
              <Trans i18nKey="pages.first-run.add-a-driftline-data-source">Add a Driftline data source</Trans>
            </LinkButton>
          </>
        ) : (
          <p className={styles.text}>
            {health.ok
              ? t('pages.first-run.answers', 'The store answers.')
              : health.message === ''
                ? t('pages.first-run.asking', 'Asking the store …')
                : health.message}
          </p>
        )}
      </Step>
      <Step
        number={2}
        state="yours"
        title={t(
          'pages.first-run.title-install-and-profile-the-training-data',
          'Install, and profile the training data',
        )}
      >
        <Code text={INSTALL} />
        <Code text={PROFILE} />
      </Step>
      <Step
        number={3}
        state="yours"
        title={t('pages.first-run.title-a-few-lines-in-the-service', 'A few lines in the service')}
      >
        <Code text={SERVICE} />
      </Step>
      <Step
        number={4}
        state={first === undefined ? 'waiting' : 'done'}
        title={t('pages.first-run.title-series-arrive', 'Series arrive')}
      >
        <p className={styles.text} role="status">
          {first === undefined
            ? dataSource === ''
              ? t('pages.first-run.waiting', 'Waiting for a data source.')
              : t(
                  'pages.first-run.listening',
                  'Listening: no model has reported yet. The store has to scrape the service, or receive its OTLP: npx driftline doctor checks whether it does.',
                )
            : t('pages.first-run.first-series', 'First series of {{- model}} seen {{- duration}} ago.', {
                model: first.model,
                duration: formatDuration(now - first.last),
              })}
        </p>
      </Step>
    </div>
  );
}

/** The time in milliseconds since 1970, as it was at the last look. */
function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Step({
  number,
  state,
  title,
  children,
}: {
  readonly number: number;
  readonly state: State;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.step} aria-label={title}>
      <span className={styles.mark}>{markOf(state, number)}</span>
      <div className={styles.body}>
        <h3 className={styles.heading}>
          {title}
          <span className="sr-only">{stateWord(state)}</span>
        </h3>
        {children}
      </div>
    </section>
  );
}

/** What people hear who do not see the mark. */
function stateWord(state: State): string {
  switch (state) {
    case 'done':
      return t('pages.first-run.done', ', done');
    case 'failed':
      return t('pages.first-run.failed', ', failed');
    case 'waiting':
      return t('pages.first-run.waits', ', waiting');
    case 'yours':
      return '';
  }
}

function markOf(state: State, number: number): ReactNode {
  switch (state) {
    case 'done':
      return <Icon key={state} name="check" aria-hidden />;
    case 'failed':
      return <Icon key={state} name="exclamation-triangle" aria-hidden />;
    case 'waiting':
      return <Icon key={state} name="spinner" aria-hidden />;
    case 'yours':
      return number;
  }
}

function Code({ text }: { readonly text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.code}>
      <pre className={styles.pre}>{text}</pre>
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={() => text}>
        <Trans i18nKey="pages.code.copy">Copy</Trans>
      </ClipboardButton>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), maxWidth: 860 }),
  title: css({ margin: 0, fontSize: theme.typography.h3.fontSize }),
  step: css({
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  mark: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: 28,
    height: 28,
    borderRadius: theme.shape.radius.circle,
    background: theme.colors.background.secondary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  body: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    flexGrow: 1,
    minWidth: 0,
  }),
  heading: css({ margin: theme.spacing(0.25, 0, 0), fontSize: theme.typography.h5.fontSize }),
  text: css({ margin: 0, color: theme.colors.text.secondary }),
  code: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1), width: '100%' }),
  pre: css({ margin: 0, flexGrow: 1, overflowX: 'auto', whiteSpace: 'pre' }),
});
