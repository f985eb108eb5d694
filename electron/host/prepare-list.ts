import { listVoc } from '../../db/repositories/voc.repository.ts';
import { vocPageIds } from '../../db/voc-page-query.ts';
import { localToday } from './local-date.ts';
import { maskingOf } from './voc-masking.ts';
import type { WorkspaceSession } from './workspace-session.ts';

const rowsLookedAt = 20;
/** In nearly every workspace, and quick where it is not. */
const frequentWord = '고객';

/**
 * Goes once through all that the first page and the first search need, while the workspace is being
 * opened: statements and expressions are compiled (30 ms), and the roots of the indexes are read.
 */
export async function prepareList({ raw, db }: WorkspaceSession): Promise<void> {
  for (const filter of [{}, { search: frequentWord }]) {
    const ids = vocPageIds(raw, {
      criteria: { filter, today: localToday(), keywordIds: null },
      sort: { field: 'receivedAt', direction: 'desc' },
      offset: 0,
      limit: rowsLookedAt,
    });
    const rows = await listVoc(db, ids);
    const masking = await maskingOf(db, ids);
    for (const { id, text } of rows) masking.text(id, text);
  }
}
