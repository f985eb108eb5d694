import type { RawDatabase } from '../../../db/connection.ts';

/** Which VOC are evidence for which requirement, read when first asked for. */
export class EvidenceColumns {
  readonly #raw: RawDatabase;
  readonly #idsOf = new Map<number, Uint32Array>();
  #assigned: Uint8Array | null = null;

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  /** The VOC that are evidence for this requirement itself. */
  idsOf(requirementId: number): Uint32Array {
    const known = this.#idsOf.get(requirementId);
    if (known !== undefined) return known;
    const ids = Uint32Array.from(
      this.#raw
        .prepare('SELECT voc_id FROM requirement_voc WHERE requirement_id = ?')
        .pluck()
        .all(requirementId) as number[],
    );
    this.#idsOf.set(requirementId, ids);
    return ids;
  }

  /** 1 at the place of every VOC that is evidence for some requirement. */
  assigned(capacity: number): Uint8Array {
    if (this.#assigned !== null && this.#assigned.length >= capacity) return this.#assigned;
    const assigned = new Uint8Array(capacity);
    for (const requirementId of this.requirementIds()) {
      for (const id of this.idsOf(requirementId)) assigned[id] = 1;
    }
    this.#assigned = assigned;
    return assigned;
  }

  /** Every requirement, in the order of ids. */
  requirementIds(): number[] {
    return this.#raw.prepare('SELECT id FROM requirement ORDER BY id').pluck().all() as number[];
  }

  /** A requirement and all below it. */
  branchOf(requirementId: number): number[] {
    return this.#raw
      .prepare(
        `WITH RECURSIVE below (id) AS (
          VALUES (?) UNION SELECT requirement.id FROM requirement JOIN below ON parent_id = below.id
        ) SELECT id FROM below`,
      )
      .pluck()
      .all(requirementId) as number[];
  }

  forget(requirementIds: readonly number[]): void {
    if (requirementIds.length === 0) return;
    for (const id of requirementIds) this.#idsOf.delete(id);
    this.#assigned = null;
  }

  clear(): void {
    this.#idsOf.clear();
    this.#assigned = null;
  }
}
