/** Name of the instrumentation scope under which every metric leaves. */
export const SCOPE = '@driftline/otel';
