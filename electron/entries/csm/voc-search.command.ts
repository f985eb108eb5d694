import { AppError } from '../../../core/contract/app-error.ts';
import type { VocRow } from '../../../core/contract/voc.contract.ts';
import { type Command, succeeded } from './command.ts';
import { withWorkspace } from './command-host.ts';

const defaultLimit = 50;
const rowsPerPage = 1000;

export const vocSearchCommand: Command = {
  name: 'voc search',
  synopsis: 'TEXT --workspace W [--limit N]',
  explanation: 'app:cli.vocSearch',
  options: { workspace: { type: 'string' }, limit: { type: 'string' } },
  run: async (given) => {
    // Several words must all occur, so they may stand quoted or not.
    const search = given.allPositionals().join(' ').trim();
    if (search === '') throw new AppError('app.argumentMissing', { name: 'TEXT' });
    const limit = given.wholeNumber('limit', { from: 0, to: 1_000_000 }) ?? defaultLimit;
    return withWorkspace(given.requiredText('workspace'), async (host) => {
      const pageAt = (offset: number) =>
        host.request('voc.listPage', {
          filter: { search },
          offset,
          limit: Math.max(1, Math.min(rowsPerPage, limit - offset)),
        });
      // The first page before the count: nobody waits for a figure to see what was found.
      const first = await pageAt(0);
      const count = await host.request('voc.count', { filter: { search } });
      const rows: VocRow[] = [...first.rows];
      while (rows.length > 0 && rows.length < Math.min(limit, count.total)) {
        const page = await pageAt(rows.length);
        if (page.rows.length === 0) break;
        rows.push(...page.rows);
      }
      return succeeded({
        total: count.total,
        rows: rows.slice(0, limit),
        elapsedMs: { firstPage: rounded(first.elapsedMs), total: rounded(count.elapsedMs) },
      });
    });
  },
};

/** To hundredths: what lies below is noise. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
