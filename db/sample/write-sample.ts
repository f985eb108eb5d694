import type { VocFilter, VocSort } from '../../core/contract/voc.contract.ts';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';
import type { SampleDataset } from '../../core/sample/sample-types.ts';
import type { RawDatabase } from '../connection.ts';
import { insertAll, startOf } from './insert-all.ts';
import { writeHandling } from './write-handling.ts';
import { writeHouses } from './write-houses.ts';
import { writeJudgement, writeWorkshop } from './write-workshop.ts';

/**
 * Fills a new, empty workspace with the sample in one transaction. Ids are those of the dataset, so
 * the workspace must hold no rows yet besides its own one in `workspace`.
 */
export function writeSampleWorkspace(
  raw: RawDatabase,
  options: { seed: number; today: string },
): void {
  const sample = generateSampleDataset(options);
  const writtenAt = `${options.today}T00:00:00.000Z`;
  raw.transaction(() => {
    writeBranches(raw, sample);
    writeSurvey(raw, sample, writtenAt);
    writeVoc(raw, sample);
    writeHandling(raw, sample, options);
    writeRequirements(raw, sample);
    writeHouses(raw, sample);
    writeJudgement(raw, sample);
    writeWorkshop(raw, sample);
    writeCsfsAndActions(raw, sample);
    writeIndex(raw, sample, writtenAt);
    writeViews(raw, writtenAt);
  })();
}

/** Lists a team of this company comes back to every day. */
const views = [
  {
    name: '처리할 불만',
    filter: { kinds: ['complaint'], open: true },
    sort: { field: 'severity', direction: 'desc' },
  },
  {
    name: '기한이 지난 VOC',
    filter: { due: ['overdue'] },
    sort: { field: 'dueOn', direction: 'asc' },
  },
  {
    name: '요구가 없는 제안',
    filter: { kinds: ['suggestion'], unassigned: true },
    sort: { field: 'receivedAt', direction: 'desc' },
  },
] satisfies readonly { name: string; filter: VocFilter; sort: VocSort }[];

/** Without columns of their own, the views show those that everybody begins with. */
function writeViews(raw: RawDatabase, createdAt: string): void {
  insertAll(
    raw,
    'saved_view',
    ['id', 'name', 'filter', 'sort', 'columns', 'position', 'created_at'],
    views.map(({ name, filter, sort }, i) => [
      i + 1,
      name,
      JSON.stringify(filter),
      JSON.stringify(sort),
      '[]',
      i,
      createdAt,
    ]),
  );
}

function writeBranches(raw: RawDatabase, { branches }: SampleDataset): void {
  insertAll(
    raw,
    'branch',
    ['id', 'name', 'region'],
    branches.map(({ name, region }, i) => [i + 1, name, region]),
  );
}

function writeSurvey(raw: RawDatabase, sample: SampleDataset, writtenAt: string): void {
  insertAll(
    raw,
    'wave',
    ['id', 'name', 'surveyed_on', 'created_at'],
    sample.waves.map(({ name, surveyedOn }, i) => [i + 1, name, surveyedOn, writtenAt]),
  );
  insertAll(
    raw,
    'survey_item',
    ['id', 'header', 'label', 'scale_min', 'scale_max', 'reversed', 'position'],
    sample.surveyItems.map((item, i) => [
      i + 1,
      item.header,
      item.label,
      item.scaleMin,
      item.scaleMax,
      item.reversed ? 1 : 0,
      i,
    ]),
  );
  insertAll(
    raw,
    'wave_item',
    ['wave_id', 'item_id'],
    sample.waves.flatMap((_, wave) => sample.surveyItems.map((__, item) => [wave + 1, item + 1])),
  );
  insertAll(
    raw,
    'segment',
    ['id', 'name'],
    sample.segments.map((name, i) => [i + 1, name]),
  );
  writeRespondents(raw, sample);
}

function writeRespondents(raw: RawDatabase, { respondents }: SampleDataset): void {
  insertAll(
    raw,
    'respondent',
    ['id', 'wave_id', 'respondent_key', 'branch', 'weight'],
    respondents.map(({ waveId, key, branch, weight }, i) => [i + 1, waveId, key, branch, weight]),
  );
  insertAll(
    raw,
    'respondent_segment',
    ['respondent_id', 'segment_id', 'value'],
    respondents.flatMap(({ segmentValues }, i) =>
      segmentValues.map((value, segment) => [i + 1, segment + 1, value]),
    ),
  );
  insertAll(
    raw,
    'answer',
    ['respondent_id', 'item_id', 'value'],
    respondents.flatMap(({ answers }, i) =>
      answers.flatMap((value, item) => (value === null ? [] : [[i + 1, item + 1, value]])),
    ),
  );
}

function writeVoc(raw: RawDatabase, { voc }: SampleDataset): void {
  insertAll(
    raw,
    'voc',
    [
      'id',
      'external_id',
      'text',
      'received_at',
      'channel',
      'kind',
      'status',
      'branch',
      'customer_type',
      'severity',
      'product',
      'owner',
      'respondent_id',
      'created_at',
      'updated_at',
    ],
    voc.map((row, i) => [
      i + 1,
      row.externalId,
      row.text,
      row.receivedAt,
      row.channel,
      row.kind,
      row.status,
      row.branch,
      row.customerType,
      row.severity,
      row.product,
      row.owner,
      row.respondentId,
      `${row.receivedAt}:00.000Z`,
      `${row.receivedAt}:00.000Z`,
    ]),
  );
}

function writeRequirements(raw: RawDatabase, sample: SampleDataset): void {
  const { requirements, evidence, requirementItems } = sample;
  insertAll(
    raw,
    'requirement',
    [
      'id',
      'parent_id',
      'name',
      'description',
      'position',
      'created_at',
      'kano',
      'quote_voc_id',
      'quote',
    ],
    requirements.map((row, i) => [
      i + 1,
      row.parentId,
      row.name,
      row.description,
      row.position,
      startOf(row.createdOn),
      row.kano,
      row.quote?.vocId ?? null,
      row.quote?.text ?? '',
    ]),
  );
  insertAll(
    raw,
    'requirement_voc',
    ['requirement_id', 'voc_id', 'created_at'],
    evidence.map(({ requirementId, vocId }) => [
      requirementId,
      vocId,
      `${sample.voc[vocId - 1]?.receivedAt ?? ''}:00.000Z`,
    ]),
  );
  insertAll(
    raw,
    'requirement_item',
    ['requirement_id', 'item_id'],
    requirementItems.map(({ requirementId, itemId }) => [requirementId, itemId]),
  );
}

function writeCsfsAndActions(raw: RawDatabase, { csfs, actions }: SampleDataset): void {
  insertAll(
    raw,
    'csf',
    [
      'id',
      'house_id',
      'how_id',
      'status',
      'reason',
      'kpi',
      'owner',
      'target_value',
      'chosen_weight',
      'chosen_rank',
      'chosen_at',
    ],
    csfs.map((csf, i) => [
      i + 1,
      1,
      csf.howId,
      csf.status,
      csf.reason,
      csf.kpi,
      csf.owner,
      csf.targetValue,
      csf.chosenWeight,
      csf.chosenRank,
      startOf(csf.chosenOn),
    ]),
  );
  insertAll(
    raw,
    'csf_item',
    ['csf_id', 'item_id'],
    csfs.flatMap(({ itemIds }, i) => itemIds.map((itemId) => [i + 1, itemId])),
  );
  insertAll(
    raw,
    'action',
    [
      'id',
      'csf_id',
      'title',
      'description',
      'owner',
      'department',
      'due_date',
      'status',
      'expected_effect',
      'completed_on',
      'created_at',
    ],
    actions.map((action, i) => [
      i + 1,
      action.csfId,
      action.title,
      action.description,
      action.owner,
      action.department,
      action.dueDate,
      action.status,
      action.expectedEffect,
      action.completedOn,
      startOf(action.createdOn),
    ]),
  );
}

function writeIndex(raw: RawDatabase, { index }: SampleDataset, writtenAt: string): void {
  insertAll(
    raw,
    'csi_index',
    ['id', 'name', 'version', 'created_at'],
    [[1, index.name, 1, writtenAt]],
  );
  insertAll(
    raw,
    'csi_component',
    ['id', 'index_id', 'name', 'weight', 'score', 'position'],
    index.components.map(({ name, weight, score }, i) => [i + 1, 1, name, weight, score, i]),
  );
  insertAll(
    raw,
    'csi_component_item',
    ['component_id', 'item_id', 'position'],
    index.components.flatMap(({ itemIds }, i) =>
      itemIds.map((itemId, position) => [i + 1, itemId, position]),
    ),
  );
}
