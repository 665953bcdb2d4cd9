import { useLayoutEffect, useState, type ReactNode } from 'react';
import { Router, type Location, type NavigationType, type Navigator } from 'react-router-dom';
import { locationService } from '@grafana/runtime';

/** What is used of version 4 of the package `history`, whose types are not at hand. */
interface History {
  readonly location: Location;
  readonly action: NavigationType;
  listen(listener: (location: Location, action: NavigationType) => void): () => void;
}

/** React Router over Grafana's own history, so that links, the back button and `locationService` are one. */
export function LocationRouter({ children }: { readonly children: ReactNode }) {
  const history = locationService.getHistory() as History;
  const [{ location, action }, setState] = useState({ location: history.location, action: history.action });
  useLayoutEffect(() => history.listen((next, how) => setState({ location: next, action: how })), [history]);
  return (
    <Router location={location} navigationType={action} navigator={navigator}>
      {children}
    </Router>
  );
}

/** What React Router expects of a history, by the methods of Grafana's. */
const navigator: Navigator = {
  createHref: (to) => locationService.getHistory().createHref(typeof to === 'string' ? { pathname: to } : to),
  go: (steps) => locationService.getHistory().go(steps),
  push: (to, state) => locationService.getHistory().push(to, state),
  replace: (to, state) => locationService.getHistory().replace(to, state),
};
