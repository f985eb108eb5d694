import type { KanoClass } from '../../../core/contract/requirement.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { setPlan } from '../../../db/repositories/house-importance.repository.ts';
import { setWhatKano, updateHow } from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';

type PlanMethod = 'house.setPlan' | 'house.setKano' | 'house.setHows';

/** What stands beside and below the relations: the plan of the WHATs, the facts of the HOWs. */
export const planHandlers: Pick<HandlersOf<'house'>, PlanMethod> = {
  'house.setPlan': async (context, { houseId, values }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    const kano = values.flatMap((value) =>
      value.kano === undefined ? [] : [{ whatId: value.whatId, kano: value.kano }],
    );
    await context.edit(
      { label: 'house:undo.setPlan', params: { house: name, count: values.length } },
      kano.length > 0 ? ['house', 'csf', 'requirement'] : ['house', 'csf'],
      async (trx) => {
        await requireLeaves(
          trx,
          'what',
          houseId,
          values.map(({ whatId }) => whatId),
        );
        await setPlan(trx, values);
        await setKano(trx, kano);
      },
    );
  },

  'house.setKano': async (context, { houseId, values }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setKano', params: { house: name, count: values.length } },
      ['house', 'csf', 'requirement'],
      async (trx) => {
        await requireLeaves(
          trx,
          'what',
          houseId,
          values.map(({ whatId }) => whatId),
        );
        await setKano(trx, values);
      },
    );
  },

  'house.setHows': async (context, { houseId, values }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setHows', params: { house: name, count: values.length } },
      ['house', 'csf', 'action'],
      async (trx) => {
        await requireLeaves(
          trx,
          'how',
          houseId,
          values.map(({ howId }) => howId),
        );
        for (const { howId, ...facts } of values) await updateHow(trx, howId, facts);
      },
    );
  },
};

async function setKano(
  trx: WorkspaceDb,
  values: readonly { whatId: number; kano: KanoClass | null }[],
): Promise<void> {
  for (const { whatId, kano } of values) await setWhatKano(trx, whatId, kano);
}
