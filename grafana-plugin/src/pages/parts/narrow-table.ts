/** What holds in a table that is narrower than this, in pixels: a query of its container, for styles. */
export const below = (width: number): string => `@container (width < ${width}px)`;
