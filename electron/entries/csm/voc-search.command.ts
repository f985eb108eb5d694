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
      const rows: VocRow[] = [];
      const { total } = await host.request('voc.count', { filter: { search } });
      do {
        const page = await host.request('voc.listPage', {
          filter: { search },
          offset: rows.length,
          limit: Math.max(1, Math.min(rowsPerPage, limit - rows.length)),
        });
        rows.push(...page.rows);
        if (page.rows.length === 0) break;
      } while (rows.length < Math.min(limit, total));
      return succeeded({ total, rows: rows.slice(0, limit) });
    });
  },
};
