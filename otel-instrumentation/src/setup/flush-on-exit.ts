const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Runs `flush` once when the process is asked to end. A service that handles the signal itself keeps doing so; if
 * none does, the process ends by the same signal after the flush, as it would without this.
 *
 * @returns a function that removes the handlers
 */
export function flushOnExit(flush: () => Promise<void>): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    const alone = process.listenerCount(signal) === 1;
    void flush().finally(() => {
      release();
      if (alone) process.kill(process.pid, signal);
    });
  };
  const onEmptyLoop = (): void => void flush().finally(release);
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('beforeExit', onEmptyLoop);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('beforeExit', onEmptyLoop);
  return release;
}
