/** An `alerts.yaml` that cannot be used. The message has a sentence for each fault: file and line, what is wrong, and what to write. */
export class AlertConfigError extends Error {
  override readonly name = 'AlertConfigError';
}
