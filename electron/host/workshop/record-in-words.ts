import type { DecisionRow } from '../../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { insertDecision } from '../../../db/repositories/workshop-decision.repository.ts';

type Words = Pick<DecisionRow, 'subject' | 'outcome' | 'reason' | 'consensus'>;

/** What was decided beside the cells of the house: nothing is entered into it. */
export function recordInWords(trx: WorkspaceDb, workshopId: number, words: Words): Promise<number> {
  return insertDecision(trx, {
    workshopId,
    roundId: null,
    whatId: null,
    howId: null,
    before: null,
    after: null,
    at: new Date().toISOString(),
    ...words,
  });
}
