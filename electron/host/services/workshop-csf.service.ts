import { updateCsf } from '../../../db/repositories/csf.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { recordInWords } from '../workshop/record-in-words.ts';
import { requireOpenWorkshop } from '../workshop/workshop-guard.ts';
import { chooseCsfs } from './csf.service.ts';

export const csfAgreementHandlers: Pick<HandlersOf<'workshop'>, 'workshop.agreeCsfs'> = {
  'workshop.agreeCsfs': async (context, { workshopId, howIds, subject, outcome, reason }) => {
    const { houseId } = await requireOpenWorkshop(context.session.db, workshopId);
    return context.edit(
      { label: 'workshop:undo.agreeCsfs', params: { count: new Set(howIds).size } },
      ['workshop', 'csf'],
      async (trx) => {
        const { ids } = await chooseCsfs(trx, { houseId, howIds, reason });
        for (const id of ids) await updateCsf(trx, id, { status: 'agreed' });
        await recordInWords(trx, workshopId, { subject, outcome, reason, consensus: 'agreed' });
        return { ids };
      },
    );
  },
};
