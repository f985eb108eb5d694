import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import { isNameField } from '../../core/domain/voc/personal-field.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { customerNamesOf } from '../../db/repositories/customer.repository.ts';
import { listExtraValues } from '../../db/voc-extra-values.ts';

/**
 * Masks what leaves the host of these VOC. Beside what the words themselves give away, the names of
 * the VOC's own customer are known: from the customer file and from imported columns of names.
 */
export interface VocMasking {
  text(vocId: number, text: string): string;
  extra<Extra extends { fieldId: number; value: string }>(extra: Extra): Extra;
}

export async function maskingOf(db: WorkspaceDb, vocIds: readonly number[]): Promise<VocMasking> {
  const customers = await customerNamesOf(db, vocIds);
  const nameFields = new Set(await listNameFieldIds(db));
  const extras = await listExtraValues(db, vocIds, [...nameFields]);
  const namesOf = (vocId: number): string[] => {
    const customer = customers.get(vocId);
    return [...(customer ? [customer] : []), ...extras(vocId).map(({ value }) => value)];
  };
  return {
    text: (vocId, text) => maskPersonalData(text, namesOf(vocId)),
    extra: (extra) => {
      const names = nameFields.has(extra.fieldId) ? [extra.value] : [];
      return { ...extra, value: maskPersonalData(extra.value, names) };
    },
  };
}

async function listNameFieldIds(db: WorkspaceDb): Promise<number[]> {
  const fields = await db.selectFrom('extra_field').select(['id', 'name']).execute();
  return fields.filter(({ name }) => isNameField(name)).map(({ id }) => id);
}
