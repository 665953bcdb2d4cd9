import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import { locationService } from '@grafana/runtime';

/**
 * A text that the address keeps, so that a link shows the same and the back button takes it back.
 *
 * @param replaces - whether a change takes the place of the present address, as each letter of a search does
 */
export function useUrlState(key: string, replaces = false): [value: string, set: (value: string) => void] {
  const { search } = useLocation();
  const set = useCallback(
    (value: string) => locationService.partial({ [key]: value === '' ? null : value }, replaces),
    [key, replaces],
  );
  return [new URLSearchParams(search).get(key) ?? '', set];
}
