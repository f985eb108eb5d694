import { AppError } from '../../../core/contract/app-error.ts';
import type { VocDetail, VocFilter } from '../../../core/contract/voc.contract.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import { listRequirementHeads } from '../../../db/repositories/requirement.repository.ts';
import { findVoc, listRequirementIdsOf, listVoc } from '../../../db/repositories/voc.repository.ts';
import { listCustomerCodes, listExtraValues } from '../../../db/voc-extra-values.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { labelledCrossCounts, labelledFacets } from '../voc-index/labelled-facets.ts';
import { maskingOf } from '../voc-masking.ts';
import { vocEditHandlers } from './voc-edit.service.ts';

const mostIds = 100_000;

export const vocHandlers: HandlersOf<'voc'> = {
  'voc.listPage': async ({ session }, { filter, sort, offset, limit, extraFieldIds }) => {
    const startedMs = performance.now();
    const { db } = session;
    const ids = await session.vocIndex.pageIds(filter, sort, { offset, limit });
    const rows = await listVoc(db, ids);
    const masking = await maskingOf(db, ids);
    const extraValues = await listExtraValues(db, ids, extraFieldIds ?? []);
    const customerCode = await listCustomerCodes(db, ids);
    return {
      rows: rows.map((row) => ({
        ...row,
        text: masking.text(row.id, row.text),
        customerCode: customerCode(row.id),
        extraValues: extraValues(row.id).map((extra) => masking.extra(row.id, extra)),
      })),
      elapsedMs: performance.now() - startedMs,
    };
  },
  'voc.count': async ({ session }, { filter }) => {
    const startedMs = performance.now();
    const total = await session.vocIndex.count(filter);
    return { total, elapsedMs: performance.now() - startedMs };
  },
  'voc.facets': async ({ session }, { filter, facets, limit }) => {
    const startedMs = performance.now();
    const counted = await session.vocIndex.facets(filter, facets, limit);
    return {
      facets: await labelledFacets(session.db, counted.facets),
      total: counted.total,
      elapsedMs: performance.now() - startedMs,
    };
  },
  'voc.crossCounts': async ({ session }, { filter, ...asked }) =>
    labelledCrossCounts(session.db, asked, await session.vocIndex.crossCounts(filter, asked)),
  'voc.countByPeriod': ({ session }, { filter, unit }) => session.vocIndex.periods(filter, unit),
  'voc.listExtraFields': ({ session }) => session.vocIndex.extraFields(),
  'voc.listIds': (context, { filter }) => selectedIds(context, filter),
  'voc.get': (context, { id }) => describeVoc(context, id),
  'voc.listChoices': ({ session }) => session.vocIndex.choices(),
  ...vocEditHandlers,
};

async function selectedIds(
  { session }: HostContext,
  filter: VocFilter,
): Promise<{ ids: number[]; total: number }> {
  const total = await session.vocIndex.count(filter);
  const sort = { field: 'receivedAt', direction: 'desc' } as const;
  const range = { offset: 0, limit: mostIds };
  return { ids: await session.vocIndex.pageIds(filter, sort, range), total };
}

async function describeVoc({ session: { db } }: HostContext, id: number): Promise<VocDetail> {
  const voc = await findVoc(db, id);
  if (voc === null) throw new AppError('voc.unknown');
  const requirementIds = new Set(await listRequirementIdsOf(db, id));
  const requirements = (await listRequirementHeads(db)).filter((head) =>
    requirementIds.has(head.id),
  );
  const masking = await maskingOf(db, [id]);
  const text = masking.text(id, voc.text);
  const replyNote = masking.text(id, voc.replyNote);
  const extras = voc.extras.map((extra) => masking.extra(id, extra));
  const replyMasked = replyNote !== voc.replyNote;
  const extraMasked = extras.some(({ value }, place) => value !== voc.extras[place]?.value);
  return {
    ...voc,
    text,
    masked: text !== voc.text || replyMasked || extraMasked,
    replyNote,
    replyMasked,
    customer: voc.customer && {
      ...voc.customer,
      name: maskPersonalData(voc.customer.name, [voc.customer.name]),
    },
    extras,
    requirements,
  };
}
