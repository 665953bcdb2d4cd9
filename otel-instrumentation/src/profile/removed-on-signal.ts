const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `use`; a signal meanwhile removes what it leaves, and then ends the process as it would have.
 *
 * @param remove - removes it at once, without waiting for anything
 */
export async function removedOnSignal<T>(remove: () => void, use: () => Promise<T>): Promise<T> {
  const onSignal = (signal: NodeJS.Signals): void => {
    remove();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await use();
  } finally {
    release();
  }
}
