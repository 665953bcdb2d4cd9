import { TextDecoder, TextEncoder } from 'node:util';

/**
 * What @grafana/ui expects of a browser and jsdom lacks. A test imports it before any component, in a jsdom environment.
 */

/** What @grafana/ui loads that is no module, or that asks a server. */
const REPLACED = {
  'uplot/dist/uPlot.min.css': {},
  '@rc-component/slider/assets/index.css': {},
  'react-inlinesvg': { __esModule: true, default: () => null, cacheStore: { get: () => undefined } },
};

for (const [path, replacement] of Object.entries(REPLACED)) jest.mock(path, () => replacement);

/** A line that was drawn on a canvas. */
export interface Stroke {
  readonly color: string;
  readonly dash: readonly number[];
}

/** Lines that canvases drew since the last `clearDrawing`. */
export const strokes: Stroke[] = [];

/** Texts that canvases wrote since the last `clearDrawing`. */
export const texts: string[] = [];

export function clearDrawing(): void {
  strokes.length = 0;
  texts.length = 0;
}

/** A canvas context that keeps the strokes and the texts, and draws nothing. */
export function recordingContext(canvas?: HTMLCanvasElement): CanvasRenderingContext2D {
  let dash: number[] = [];
  const context: Record<string, unknown> = {
    canvas,
    strokeStyle: '#000000',
    setLineDash: (segments: number[]) => {
      dash = segments;
    },
    getLineDash: () => dash,
    measureText: (text: string) => ({ width: text.length * 6 }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    stroke: () => strokes.push({ color: String(context['strokeStyle']), dash }),
    fillText: (text: string) => texts.push(text),
  };
  return new Proxy(context, {
    get: (target, name: string) => (name in target ? target[name] : () => undefined),
  }) as unknown as CanvasRenderingContext2D;
}

const SIZE = { width: 300, height: 150 };

/** jsdom lays nothing out: every element that is measured has the same size, at once. */
class SizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    const boxSize = [{ inlineSize: SIZE.width, blockSize: SIZE.height }];
    const entry = {
      target,
      contentRect: new DOMRect(0, 0, SIZE.width, SIZE.height),
      borderBoxSize: boxSize,
      contentBoxSize: boxSize,
      devicePixelContentBoxSize: boxSize,
    };
    this.#callback([entry], this);
  }

  unobserve(): void {}
  disconnect(): void {}
}

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class NoPath {
  moveTo(): void {}
  lineTo(): void {}
  rect(): void {}
  arc(): void {}
  bezierCurveTo(): void {}
  closePath(): void {}
  addPath(): void {}
}

const contexts = new WeakMap<HTMLCanvasElement, CanvasRenderingContext2D>();

Object.assign(HTMLCanvasElement.prototype, {
  getContext(this: HTMLCanvasElement) {
    const context = contexts.get(this) ?? recordingContext(this);
    contexts.set(this, context);
    return context;
  },
});

Object.assign(Element.prototype, { scrollIntoView: () => undefined });
Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: SIZE.width });
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: SIZE.height });

Object.assign(globalThis, {
  __webpack_get_script_filename__: (chunk: string | number) => `${chunk}.js`,
  ImageData: class {
    readonly data: Uint8ClampedArray;

    constructor(data: Uint8ClampedArray) {
      this.data = data;
    }
  },
  TextDecoder,
  TextEncoder,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
  ResizeObserver: SizeObserver,
  IntersectionObserver: NoObserver,
  Path2D: NoPath,
});
