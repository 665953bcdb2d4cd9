const DURATION = /^(\d+(ms|[smhdwy]))+$/;

/** Whether a text is a duration as PromQL writes it, such as `5m` or `1h30m`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}
