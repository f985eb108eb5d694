import type { TFunction } from 'i18next';
import type { VocFilter, VocRow, VocSort } from '../../../core/contract/voc.contract.ts';
import { host } from '../../shared/host/host-client.ts';

const pageSize = 1000;
/** Up to so many are fetched one by one; more are read off the list page by page. */
const fewRows = 30;

/** The rows with these ids, as the list shows them and in its order. Text stays masked. */
export async function vocRows(
  ids: readonly number[],
  filter: VocFilter,
  sort: VocSort,
): Promise<VocRow[]> {
  if (ids.length <= fewRows) {
    return Promise.all(ids.map((id) => host.call('voc.get', { id })));
  }
  const wanted = new Set(ids);
  const rows: VocRow[] = [];
  for (let offset = 0; rows.length < wanted.size; offset += pageSize) {
    const page = await host.call('voc.listPage', { filter, sort, offset, limit: pageSize });
    rows.push(...page.rows.filter((row) => wanted.has(row.id)));
    if (page.rows.length < pageSize) break;
  }
  return rows;
}

/** A VOC as cells for a spreadsheet. */
export function vocCells(row: VocRow, t: TFunction): string[] {
  return [
    row.receivedAt.replace('T', ' '),
    t(`voc:channels.${row.channel}`),
    t(`voc:kinds.${row.kind}`),
    row.severity === null ? '' : String(row.severity),
    row.branch ?? '',
    row.product ?? '',
    row.text,
    t(`voc:statuses.${row.status}`),
    row.customerType ?? '',
    row.owner ?? '',
    row.externalId ?? '',
  ];
}
