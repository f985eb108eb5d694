import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import { isNameField, namesAmong } from '../../core/domain/voc/personal-field.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { customerNamesOf } from '../../db/repositories/customer.repository.ts';
import { listMergedNames } from '../../db/repositories/duplicate.repository.ts';
import { listExtraValues } from '../../db/voc-extra-values.ts';

/**
 * Masks what leaves the host of these VOC. Beside what the words themselves give away, the names of
 * the VOC's own customer are known: from the customer file and from imported columns of names.
 */
export interface VocMasking {
  text(vocId: number, text: string): string;
  extra<Extra extends { fieldId: number; value: string }>(vocId: number, extra: Extra): Extra;
}

export async function maskingOf(db: WorkspaceDb, vocIds: readonly number[]): Promise<VocMasking> {
  const customers = await customerNamesOf(db, vocIds);
  const extras = await listExtraValues(db, vocIds, await listNameFieldIds(db));
  const namesOf = (vocId: number): string[] => {
    const customer = customers.get(vocId);
    return [...(customer ? [customer] : []), ...extras(vocId).map(({ value }) => value)];
  };
  return {
    text: (vocId, text) => maskPersonalData(text, namesOf(vocId)),
    extra: (vocId, extra) => ({ ...extra, value: maskPersonalData(extra.value, namesOf(vocId)) }),
  };
}

/** The same for VOC that were set aside as duplicates: their names were set aside with them. */
export async function maskingOfMerged(
  db: WorkspaceDb,
  vocIds: readonly number[],
): Promise<Pick<VocMasking, 'text'>> {
  const { customers, extras } = await listMergedNames(db, vocIds);
  const byVoc = Map.groupBy(extras, ({ vocId }) => vocId);
  return {
    text: (vocId, text) => {
      const customer = customers.get(vocId);
      const names = namesAmong(byVoc.get(vocId) ?? []);
      return maskPersonalData(text, [...(customer ? [customer] : []), ...names]);
    },
  };
}

async function listNameFieldIds(db: WorkspaceDb): Promise<number[]> {
  const fields = await db.selectFrom('extra_field').select(['id', 'name']).execute();
  return fields.filter(({ name }) => isNameField(name)).map(({ id }) => id);
}
