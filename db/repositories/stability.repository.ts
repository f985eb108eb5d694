import type { StabilityOptions } from '../../core/contract/stability.contract.ts';
import { stabilityOptionsSchema } from '../../core/contract/stability.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** What is kept of how firmly a house's ranks stand. */
export interface KeptStability {
  /** null: none kept, or none that can be read. */
  options: StabilityOptions | null;
  topK: number | null;
  fingerprint: string | null;
  /** As `rankCountsOf` answers them. */
  counts: Uint32Array | null;
}

const nothingKept: KeptStability = { options: null, topK: null, fingerprint: null, counts: null };

export async function findStability(db: WorkspaceDb, houseId: number): Promise<KeptStability> {
  const row = await db
    .selectFrom('stability_log')
    .selectAll()
    .where('house_id', '=', houseId)
    .executeTakeFirst();
  if (row === undefined) return nothingKept;
  return {
    options: optionsOf(row.options),
    topK: row.top_k,
    fingerprint: row.fingerprint,
    counts: row.counts === null ? null : countsOf(row.counts),
  };
}

export async function keepStabilityOptions(
  db: WorkspaceDb,
  houseId: number,
  options: StabilityOptions,
  topK: number | null,
): Promise<void> {
  const kept = { options: JSON.stringify(options), top_k: topK };
  await db
    .insertInto('stability_log')
    .values({ house_id: houseId, ...kept, fingerprint: null, counts: null })
    .onConflict((conflict) => conflict.column('house_id').doUpdateSet(kept))
    .execute();
}

export async function keepStabilityCounts(
  db: WorkspaceDb,
  houseId: number,
  options: StabilityOptions,
  fingerprint: string,
  counts: Uint32Array,
): Promise<void> {
  const kept = { fingerprint, counts: bytesOf(counts) };
  await db
    .insertInto('stability_log')
    .values({ house_id: houseId, options: JSON.stringify(options), top_k: null, ...kept })
    .onConflict((conflict) => conflict.column('house_id').doUpdateSet(kept))
    .execute();
}

/** The number of a house that was removed may be given out again: what was asked of that one goes. */
export async function forgetStability(db: WorkspaceDb, houseId: number): Promise<void> {
  await db.deleteFrom('stability_log').where('house_id', '=', houseId).execute();
}

function optionsOf(text: string): StabilityOptions | null {
  try {
    return stabilityOptionsSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function bytesOf(counts: Uint32Array): Buffer {
  const bytes = Buffer.alloc(counts.length * 4);
  for (const [place, count] of counts.entries()) bytes.writeUInt32LE(count, place * 4);
  return bytes;
}

function countsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, place) =>
    view.getUint32(place * 4, true),
  );
}
