import type { WorkspaceDb } from './connection.ts';

export interface ExtraValue {
  fieldId: number;
  value: string;
}

/** The values of some imported columns for the VOC of one page, by VOC, in the order of the fields. */
export async function listExtraValues(
  db: WorkspaceDb,
  vocIds: readonly number[],
  fieldIds: readonly number[],
): Promise<(vocId: number) => ExtraValue[]> {
  const byVoc = new Map<number, ExtraValue[]>();
  if (vocIds.length > 0 && fieldIds.length > 0) {
    const found = await db
      .selectFrom('voc_extra')
      .select(['voc_id as vocId', 'field_id as fieldId', 'value'])
      .where('voc_id', 'in', [...vocIds])
      .where('field_id', 'in', [...fieldIds])
      .orderBy('field_id')
      .execute();
    for (const { vocId, ...extra } of found) {
      byVoc.set(vocId, [...(byVoc.get(vocId) ?? []), extra]);
    }
  }
  return (vocId) => byVoc.get(vocId) ?? [];
}
