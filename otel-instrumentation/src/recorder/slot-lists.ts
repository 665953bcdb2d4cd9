import { withRoomFor } from './with-room-for.ts';

/**
 * Several lists of slots, each slot in at most one: linked both ways in typed arrays, so that a slot leaves from the middle
 * of a list at no cost. The first slots are no members but the heads of the lists, by their numbers.
 */
export class SlotLists {
  #next: Int32Array = new Int32Array(0);
  #previous: Int32Array = new Int32Array(0);
  #lists: Uint8Array = new Uint8Array(0);

  /** @param lists - number of lists */
  constructor(lists: number) {
    this.grow(lists);
    for (let head = 0; head < lists; head++) this.#next[head] = this.#previous[head] = head;
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    this.#next = withRoomFor(this.#next, capacity);
    this.#previous = withRoomFor(this.#previous, capacity);
    this.#lists = withRoomFor(this.#lists, capacity);
  }

  /** The slot that has been in a list for longest; the number of the list itself if it is empty. */
  first(list: number): number {
    return this.#next[list] as number;
  }

  /** The list that a slot is in, or was in. */
  listOf(slot: number): number {
    return this.#lists[slot] as number;
  }

  /** Puts a slot that is in no list at the end of one. */
  append(list: number, slot: number): void {
    const last = this.#previous[list] as number;
    this.#next[last] = slot;
    this.#previous[slot] = last;
    this.#next[slot] = list;
    this.#previous[list] = slot;
    this.#lists[slot] = list;
  }

  /** Takes a slot out of its list. */
  remove(slot: number): void {
    const next = this.#next[slot] as number;
    const previous = this.#previous[slot] as number;
    this.#next[previous] = next;
    this.#previous[next] = previous;
  }
}
