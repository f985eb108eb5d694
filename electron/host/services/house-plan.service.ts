import type { Area } from '../../../core/contract/method.ts';
import type { KanoClass } from '../../../core/contract/requirement.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { setPlan } from '../../../db/repositories/house-importance.repository.ts';
import {
  type HouseSide,
  setWhatKano,
  updateHow,
} from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';

type PlanMethod = 'house.setPlan' | 'house.setKano' | 'house.setHows';

/** What stands beside and below the relations: the plan of the WHATs, the facts of the HOWs. */
export const planHandlers: Pick<HandlersOf<'house'>, PlanMethod> = {
  'house.setPlan': (context, { houseId, values }) => {
    const kano = values.flatMap((value) =>
      value.kano === undefined ? [] : [{ whatId: value.whatId, kano: value.kano }],
    );
    const leaves = { side: 'what', ids: values.map(({ whatId }) => whatId) } as const;
    const areas: Area[] = kano.length > 0 ? ['house', 'csf', 'requirement'] : ['house', 'csf'];
    return editLeaves(context, houseId, { ...leaves, label: 'setPlan', areas }, async (trx) => {
      await setPlan(trx, values);
      await setKano(trx, kano);
    });
  },

  'house.setKano': (context, { houseId, values }) => {
    const leaves = { side: 'what', ids: values.map(({ whatId }) => whatId) } as const;
    const areas: Area[] = ['house', 'csf', 'requirement'];
    return editLeaves(context, houseId, { ...leaves, label: 'setKano', areas }, (trx) =>
      setKano(trx, values),
    );
  },

  'house.setHows': (context, { houseId, values }) => {
    const leaves = { side: 'how', ids: values.map(({ howId }) => howId) } as const;
    const areas: Area[] = ['house', 'csf', 'action'];
    return editLeaves(context, houseId, { ...leaves, label: 'setHows', areas }, async (trx) => {
      for (const { howId, ...facts } of values) await updateHow(trx, howId, facts);
    });
  },
};

interface LeafEdit {
  side: HouseSide;
  ids: readonly number[];
  /** Below `house:undo`. */
  label: 'setPlan' | 'setKano' | 'setHows';
  areas: Area[];
}

/** One step to undo that changes WHATs or HOWs with rows or columns of their own. */
async function editLeaves(
  context: HostContext,
  houseId: number,
  { side, ids, label, areas }: LeafEdit,
  work: (trx: WorkspaceDb) => Promise<void>,
): Promise<void> {
  const { name } = await requireHouse(context.session.db, houseId);
  await context.edit(
    { label: `house:undo.${label}`, params: { house: name, count: ids.length } },
    areas,
    async (trx) => {
      await requireLeaves(trx, side, houseId, ids);
      await work(trx);
    },
  );
}

async function setKano(
  trx: WorkspaceDb,
  values: readonly { whatId: number; kano: KanoClass | null }[],
): Promise<void> {
  for (const { whatId, kano } of values) await setWhatKano(trx, whatId, kano);
}
