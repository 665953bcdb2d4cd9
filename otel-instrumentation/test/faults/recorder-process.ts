import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const RECORDER = fileURLToPath(new URL('./child-recorder.ts', import.meta.url));

export interface RecorderSettings {
  readonly otlpUrl: string;
  readonly rows: number;
  readonly rowsASecond?: number;
  readonly intervalMs?: number;
  readonly model?: string;
  readonly clockOffMs?: number;
  readonly then?: 'shutdown' | 'stay';
}

export function environmentOf(settings: RecorderSettings): Record<string, string> {
  return {
    OTLP_URL: settings.otlpUrl,
    ROWS: String(settings.rows),
    ROWS_A_SECOND: String(settings.rowsASecond ?? 1000),
    INTERVAL_MS: String(settings.intervalMs ?? 500),
    MODEL: settings.model ?? 'income',
    CLOCK_OFF_MS: String(settings.clockOffMs ?? 0),
    THEN: settings.then ?? 'shutdown',
  };
}

/** Starts a recorder; `recorded` resolves when it has recorded all its rows. */
export function startRecorder(settings: RecorderSettings): { child: ChildProcess; recorded: Promise<unknown> } {
  const child = spawn(process.execPath, ['--conditions=driftline-source', RECORDER], {
    env: { ...process.env, ...environmentOf(settings) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, recorded: once(child.stdout, 'data') };
}
