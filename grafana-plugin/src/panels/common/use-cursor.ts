import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { LinkModel } from '@grafana/data';
import { movedBy } from './cursor-moves.ts';

/** A value that the pointer or the keys are on, and the point of the window beside which its tooltip stands. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** Whether the tooltip stays, for its links to be used. */
  readonly isPinned: boolean;
}

interface CursorOptions {
  readonly rows: number;
  readonly columns: number;
  /** The value that keys go to first; the first one unless given. */
  readonly start?: { readonly row: number; readonly column: number };
  /** Brings a value into view, and gives the point beside which its tooltip stands. */
  readonly placeOf: (row: number, column: number) => { readonly x: number; readonly y: number } | undefined;
  readonly linksOf: (row: number, column: number) => readonly LinkModel[];
}

/** A tooltip whose links have the focus belongs to its chart. */
export const TOOLTIP_MARK = 'data-driftline-tooltip';

/**
 * The value that the pointer or the arrow keys are on, the same for every chart. A click or Enter follows its data link;
 * of several links, the tooltip lets choose. Escape leaves.
 */
export function useCursor({ rows, columns, start, placeOf, linksOf }: CursorOptions) {
  const [set, setCursor] = useState<Cursor>();
  const cursor = set !== undefined && set.row < rows && set.column < columns ? set : undefined;
  const links = cursor === undefined ? [] : linksOf(cursor.row, cursor.column);

  const open = (): void => {
    const [link, ...others] = links;
    if (cursor === undefined || link === undefined) return;
    if (others.length > 0) setCursor({ ...cursor, isPinned: true });
    else if (link.onClick !== undefined) link.onClick(undefined);
    else window.open(link.href, link.target ?? '_self');
  };
  const leave = (): void => {
    if (cursor?.isPinned !== true) setCursor(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement | SVGElement>): void => {
    if (event.key === 'Escape' && cursor !== undefined) {
      // What is around the panel must not take it for its own, such as a dialog that closes.
      event.stopPropagation();
      setCursor(undefined);
      event.currentTarget.focus();
      return;
    }
    if (cursor?.isPinned === true) return;
    if (event.key === 'Enter' && cursor !== undefined) {
      event.preventDefault();
      open();
      return;
    }
    const next = movedBy(event.key, cursor, { rows, columns }, start);
    if (next === undefined) return;
    event.preventDefault();
    const place = placeOf(next.row, next.column);
    if (place !== undefined) setCursor({ ...next, ...place, isPinned: false });
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    const goesToTooltip = (relatedTarget?.closest(`[${TOOLTIP_MARK}]`) ?? null) !== null;
    if (!goesToTooltip) setCursor(undefined);
  };
  return {
    cursor,
    links,
    /** Told where the pointer is, with the value under it. */
    point: (row: number, column: number, { clientX: x, clientY: y }: { clientX: number; clientY: number }): void => {
      if (cursor?.isPinned !== true) setCursor({ row, column, x, y, isPinned: false });
    },
    leave,
    /** For the element that can have the focus, which also holds the tooltip. */
    handlers: {
      tabIndex: 0,
      onKeyDown,
      onBlur,
      onMouseLeave: leave,
      onClick: () => cursor?.isPinned !== true && open(),
    },
  };
}
