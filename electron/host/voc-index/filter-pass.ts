import type { VocFacetName } from '../../../core/contract/voc.contract.ts';

/** One part of a filter: a VOC passes when its code is allowed. */
export interface Condition {
  /** The facet that this part is a choice in; it is counted without it. */
  facet: VocFacetName | null;
  /** By id of the VOC. */
  codes: Uint8Array | Uint32Array;
  /** By code: 1 passes. */
  allowed: Uint8Array;
}

/** For a condition over a mask: what is marked passes, or what is not. */
export const marked = Uint8Array.of(0, 1);
export const unmarked = Uint8Array.of(1, 0);

/** As far as a filter needs to know which ids are VOC. */
export interface PresentVoc {
  present: Uint8Array;
  lastId: number;
  capacity: number;
}

/** More failures than this are not told apart. */
const many = 2;

/**
 * What became of every VOC in a filter. For each it is known how many parts it failed (up to two) and,
 * when it was one, which: so all facets are counted from one pass, each without its own part.
 */
export class FilterPass {
  readonly #failures: Uint8Array;
  /** Place of the condition failed last. */
  readonly #failed: Uint8Array;
  readonly #conditions: readonly Condition[];
  #ids: Uint32Array | null = null;
  readonly #voc: PresentVoc;
  readonly lastId: number;

  constructor(voc: PresentVoc, conditions: readonly Condition[]) {
    const { present, lastId, capacity } = voc;
    this.#voc = voc;
    this.lastId = lastId;
    this.#conditions = conditions;
    const failures = new Uint8Array(capacity);
    const failed = new Uint8Array(capacity);
    for (let id = 0; id <= lastId; id++) failures[id] = present[id] === 1 ? 0 : many;
    for (const [place, { codes, allowed }] of conditions.entries()) {
      for (let id = 1; id <= lastId; id++) {
        if (allowed[codes[id] ?? 0] === 1) continue;
        if ((failures[id] ?? 0) < many) failures[id] = (failures[id] ?? 0) + 1;
        failed[id] = place;
      }
    }
    this.#failures = failures;
    this.#failed = failed;
  }

  passes(id: number): boolean {
    return this.#failures[id] === 0;
  }

  count(): number {
    return this.ids().length;
  }

  /** In ascending order. */
  ids(): Uint32Array {
    this.#ids ??= this.#collected((id) => this.#failures[id] === 0);
    return this.#ids;
  }

  /** What passes every part but those that are a choice in `facet`, in ascending order. */
  idsBeside(facet: VocFacetName): Uint32Array {
    const own = this.#conditions.flatMap((condition, place) =>
      condition.facet === facet ? [place] : [],
    );
    const [only] = own;
    if (only === undefined) return this.ids();
    // With two parts of its own, a VOC that fails both would count as failing elsewhere.
    if (own.length > 1) return this.#idsWithout(facet);
    const failures = this.#failures;
    const failed = this.#failed;
    return this.#collected(
      (id) => failures[id] === 0 || (failures[id] === 1 && failed[id] === only),
    );
  }

  #idsWithout(facet: VocFacetName): Uint32Array {
    const others = this.#conditions.filter((condition) => condition.facet !== facet);
    return new FilterPass(this.#voc, others).ids();
  }

  #collected(takes: (id: number) => boolean): Uint32Array {
    const ids = new Uint32Array(this.lastId);
    let count = 0;
    for (let id = 1; id <= this.lastId; id++) if (takes(id)) ids[count++] = id;
    return ids.slice(0, count);
  }
}
