import { t } from '@grafana/i18n';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Shorter than this is now: stores scrape once or twice a minute. */
const NOW = 2 * MINUTE;

/** How long something took or has been so, such as `3 d`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < MINUTE) return `${Math.max(0, Math.round(milliseconds / 1000))} s`;
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `${Math.round(milliseconds / HOUR)} h`;
  return `${Math.round(milliseconds / DAY)} d`;
}

/** How long ago a time is, such as `3 d ago`; `now` for what is as new as a scrape. */
export function formatAgo(time: number, now: number): string {
  return now - time < NOW
    ? t('pages.format-time.now', 'now')
    : t('pages.format-time.ago', '{{- duration}} ago', { duration: formatDuration(now - time) });
}
