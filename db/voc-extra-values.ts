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

/** The codes of the customers of one page of VOC, by VOC. */
export async function listCustomerCodes(
  db: WorkspaceDb,
  vocIds: readonly number[],
): Promise<(vocId: number) => string | null> {
  const found =
    vocIds.length === 0
      ? []
      : await db
          .selectFrom('voc')
          .innerJoin('customer', 'customer.id', 'voc.customer_id')
          .select(['voc.id', 'customer.code'])
          .where('voc.id', 'in', [...vocIds])
          .execute();
  const codes = new Map(found.map(({ id, code }) => [id, code]));
  return (vocId) => codes.get(vocId) ?? null;
}
