import { withRoomFor } from './with-room-for.ts';

/** What {@link SlotTable.find} gives for a hash that no slot has; no slot is 0. */
export const NO_SLOT = 0;

/**
 * Finds slots by a hash of 64 bits: a hash table with linear probing in typed arrays, at most half full (Knuth, The Art of
 * Computer Programming 3, section 6.4, algorithms L and R). JavaScript's own `Map` costs several microseconds an entry from
 * some hundred thousand on, where entries come and go.
 */
export class SlotTable {
  /** Two numbers a cell: low half of the hash, and the slot. */
  #cells = new Int32Array(2);
  #mask = 0;
  /** Halves of the hash by slot. */
  #high = new Int32Array(0);
  #low = new Int32Array(0);
  #size = 0;

  /** Slots in the table. */
  get size(): number {
    return this.#size;
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    this.#high = withRoomFor(this.#high, capacity);
    this.#low = withRoomFor(this.#low, capacity);
    const cells = 2 ** Math.ceil(Math.log2(2 * capacity));
    const slots = this.#cells.filter((_, i) => i % 2 === 1).filter((slot) => slot !== NO_SLOT);
    this.#cells = new Int32Array(2 * cells);
    this.#mask = cells - 1;
    for (const slot of slots) this.#place(slot);
  }

  /** The slot with this hash, or {@link NO_SLOT}. */
  find(high: number, low: number): number {
    for (let cell = low & this.#mask; ; cell = (cell + 1) & this.#mask) {
      const slot = this.#slotAt(cell);
      if (slot === NO_SLOT || (this.#cells[2 * cell] === low && this.#high[slot] === high)) return slot;
    }
  }

  /** Adds a slot that is not in the table, for a hash that it does not have. */
  add(slot: number, high: number, low: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#place(slot);
    this.#size++;
  }

  /** Removes a slot that is in the table. */
  remove(slot: number): void {
    let gap = (this.#low[slot] as number) & this.#mask;
    while (this.#slotAt(gap) !== slot) gap = (gap + 1) & this.#mask;
    // Those behind the gap close it, unless they would come before the cell in which they belong.
    for (let cell = (gap + 1) & this.#mask; this.#slotAt(cell) !== NO_SLOT; cell = (cell + 1) & this.#mask) {
      const home = (this.#cells[2 * cell] as number) & this.#mask;
      if (((cell - home) & this.#mask) < ((cell - gap) & this.#mask)) continue;
      this.#fill(gap, this.#cells[2 * cell] as number, this.#slotAt(cell));
      gap = cell;
    }
    this.#fill(gap, 0, NO_SLOT);
    this.#size--;
  }

  #place(slot: number): void {
    const low = this.#low[slot] as number;
    let cell = low & this.#mask;
    while (this.#slotAt(cell) !== NO_SLOT) cell = (cell + 1) & this.#mask;
    this.#fill(cell, low, slot);
  }

  #slotAt(cell: number): number {
    return this.#cells[2 * cell + 1] as number;
  }

  #fill(cell: number, low: number, slot: number): void {
    this.#cells[2 * cell] = low;
    this.#cells[2 * cell + 1] = slot;
  }
}
