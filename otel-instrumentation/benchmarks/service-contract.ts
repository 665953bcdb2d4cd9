/** Features in the body of each request. */
export const SERVED_FEATURES = 30;

/** What the service answers: without a monitor, twice, since their difference is what cannot be measured; and with one. */
export const PATHS = ['/plain', '/plain-again', '/monitored'] as const;

export type Path = (typeof PATHS)[number];
