import { secondsOf } from '../query/duration.ts';
import type { CompleteSettings } from './settings.ts';

/** What a panel, Explore or an alert rule asks about. */
export interface TimeWish {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Time between two values, in milliseconds. */
  readonly intervalMs: number;
}

/** Evenly spaced times, in seconds since 1970. */
export interface TimeGrid {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Values in one answer above which Prometheus refuses a range. */
const MOST_POINTS = 11_000;

/**
 * The times of a range: whole steps of the panel's interval, so that a refresh asks for the same times again. A step of
 * a day begins at the midnight of the reader's time zone.
 *
 * @param utcOffsetSec - seconds by which the time zone is ahead of UTC
 */
export function timeGrid({ from, to, intervalMs }: TimeWish, utcOffsetSec = 0): TimeGrid {
  const fewest = Math.ceil((to - from) / 1000 / MOST_POINTS);
  const step = Math.max(1, Math.round(intervalMs / 1000) || 1, fewest);
  const aligned = (milliseconds: number): number =>
    Math.floor((milliseconds / 1000 + utcOffsetSec) / step) * step - utcOffsetSec;
  return { start: aligned(from), end: aligned(to), step };
}

/** A window with Grafana's own variables filled in, as its Prometheus data source does. */
export function filledWindow(window: string, wish: TimeWish, settings: CompleteSettings): string {
  const { step } = timeGrid(wish);
  const scrape = secondsOf(settings.timeInterval);
  switch (window.replace(/^\$\{(\w+)\}$/, '$$$1')) {
    case '$__interval':
      return `${step}s`;
    case '$__rate_interval':
      return `${Math.ceil(Math.max(step + scrape, 4 * scrape))}s`;
    case '$__range':
      return `${Math.max(1, Math.round((wish.to - wish.from) / 1000))}s`;
    default:
      return window;
  }
}
