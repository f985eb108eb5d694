import type { IndexDefinition, IndexFields } from '../../core/contract/csi.contract.ts';
import type { ItemScale } from '../../core/domain/index/index-definition.ts';
import type { WorkspaceDb } from '../connection.ts';

/** In order of making. */
export function listIndexes(db: WorkspaceDb): Promise<IndexDefinition[]> {
  return readIndexes(db);
}

export async function findIndex(db: WorkspaceDb, id: number): Promise<IndexDefinition | null> {
  const [index] = await readIndexes(db, id);
  return index ?? null;
}

export async function findIndexByName(db: WorkspaceDb, name: string): Promise<number | null> {
  const row = await db
    .selectFrom('csi_index')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertIndex(
  db: WorkspaceDb,
  index: IndexFields & { createdAt: string },
): Promise<number> {
  const { id } = await db
    .insertInto('csi_index')
    .values({ name: index.name, version: 1, created_at: index.createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertComponents(db, id, index.components);
  return id;
}

export async function updateIndexHead(
  db: WorkspaceDb,
  id: number,
  head: { name: string; version: number },
): Promise<void> {
  await db.updateTable('csi_index').set(head).where('id', '=', id).execute();
}

export async function replaceComponents(
  db: WorkspaceDb,
  indexId: number,
  components: IndexFields['components'],
): Promise<void> {
  await db.deleteFrom('csi_component').where('index_id', '=', indexId).execute();
  await insertComponents(db, indexId, components);
}

export async function deleteIndex(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('csi_index').where('id', '=', id).execute();
}

export async function readItemScales(db: WorkspaceDb): Promise<Map<number, ItemScale>> {
  const rows = await db
    .selectFrom('survey_item')
    .select(['id', 'label', 'scale_min as scaleMin', 'scale_max as scaleMax'])
    .execute();
  return new Map(rows.map(({ id, ...scale }) => [id, scale]));
}

export interface WaveHead {
  waveId: number;
  waveName: string;
  surveyedOn: string;
  /** Items the wave asked. */
  itemIds: ReadonlySet<number>;
}

/** Oldest first. */
export async function listWaveHeads(db: WorkspaceDb): Promise<WaveHead[]> {
  const waves = await db
    .selectFrom('wave')
    .select(['id as waveId', 'name as waveName', 'surveyed_on as surveyedOn'])
    .orderBy('surveyed_on')
    .orderBy('id')
    .execute();
  const asked = await db.selectFrom('wave_item').select(['wave_id', 'item_id']).execute();
  const byWave = Map.groupBy(asked, (row) => row.wave_id);
  return waves.map((wave) => ({
    ...wave,
    itemIds: new Set((byWave.get(wave.waveId) ?? []).map((row) => row.item_id)),
  }));
}

export async function listItemRequirements(db: WorkspaceDb): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('requirement_item')
    .select(['item_id', 'requirement_id'])
    .orderBy('requirement_id')
    .execute();
  const byItem = Map.groupBy(rows, (row) => row.item_id);
  return new Map([...byItem].map(([id, links]) => [id, links.map((link) => link.requirement_id)]));
}

async function readIndexes(db: WorkspaceDb, id?: number): Promise<IndexDefinition[]> {
  let heads = db.selectFrom('csi_index').select(['id', 'name', 'version']).orderBy('id');
  if (id !== undefined) heads = heads.where('id', '=', id);
  const indexes = await heads.execute();
  const components = await db
    .selectFrom('csi_component')
    .select(['id', 'index_id', 'name', 'weight', 'score'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const items = await db
    .selectFrom('csi_component_item')
    .select(['component_id', 'item_id'])
    .orderBy('position')
    .execute();
  const componentsByIndex = Map.groupBy(components, (row) => row.index_id);
  const itemsByComponent = Map.groupBy(items, (row) => row.component_id);
  return indexes.map((index) => ({
    ...index,
    components: (componentsByIndex.get(index.id) ?? []).map(({ id, name, weight, score }) => ({
      name,
      weight,
      score,
      itemIds: (itemsByComponent.get(id) ?? []).map((row) => row.item_id),
    })),
  }));
}

async function insertComponents(
  db: WorkspaceDb,
  indexId: number,
  components: IndexFields['components'],
): Promise<void> {
  for (const [position, { name, weight, score, itemIds }] of components.entries()) {
    const { id } = await db
      .insertInto('csi_component')
      .values({ index_id: indexId, name, weight, score, position })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('csi_component_item')
      .values(
        itemIds.map((itemId, place) => ({ component_id: id, item_id: itemId, position: place })),
      )
      .execute();
  }
}
