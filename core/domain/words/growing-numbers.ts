/** Whole numbers 0 to 2³² − 1 in an array that grows by half as it fills. */
export class GrowingNumbers {
  #held = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const wider = new Uint32Array(Math.ceil(this.#held.length * 1.5));
      wider.set(this.#held);
      this.#held = wider;
    }
    this.#held[this.#length] = value;
    this.#length += 1;
  }

  /** What was pushed, without the room to grow. */
  values(): Uint32Array {
    return this.#held.slice(0, this.#length);
  }
}
