/** What is loaded, and what ends it. */
interface Loaded<Value> {
  readonly value: Value;
  unload(): void;
}

/** Loads something when it is first asked for, and unloads it when nobody has asked for it for a while. */
export class OnDemand<Value> {
  readonly #load: () => Loaded<Value>;
  readonly #unloadedMs: number;
  #loaded: Loaded<Value> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(load: () => Loaded<Value>, unloadedMs: number) {
    this.#load = load;
    this.#unloadedMs = unloadedMs;
  }

  get(): Value {
    this.#loaded ??= this.#load();
    this.#timer ??= setTimeout(() => this.#unload(), this.#unloadedMs).unref();
    this.#timer.refresh();
    return this.#loaded.value;
  }

  #unload(): void {
    this.#loaded?.unload();
    this.#loaded = undefined;
    this.#timer = undefined;
  }
}
