import fc from 'fast-check';
import {
  type VocFilter,
  type VocSort,
  vocChannels,
  vocDueStates,
  vocKinds,
  vocSortFields,
  vocStatuses,
} from '../../core/contract/voc.contract.ts';
import { vocDueState } from '../../core/domain/voc/handling.ts';
import { matchesSearch } from '../../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from '../../db/connection.ts';
import type { VocCriteria } from '../../db/voc-conditions.ts';

/** Saturday: the week ends the day after. */
export const testToday = '2026-03-14';

const branches = ['강남', '부산', 'Zürich', '', null];
const products = ['정수기', '냉장고', 'TV', null];
const people = ['상담1팀', '상담2팀', '😀팀', null];
const types = ['개인', '법인', null];
const words = [
  '결제',
  '오류',
  '환불',
  'APP',
  '느려요',
  '굿',
  '이',
  '정말',
  '재미없음',
  'ㅋㅋ',
  '배송 지연',
];
const days = ['2026-01-31', '2026-02-01', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'];
const times = ['', 'T00:00', 'T10:30', 'T10:30:05', 'T23:59'];
const requirementIds = [1, 2, 3];
const fieldIds = [1, 2];

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(oneOf(values), { minLength: 0, maxLength: 3 }), { nil: undefined });
const given = (values: readonly (string | null)[]) => some(values.map((value) => value ?? ''));

const voc = fc.record({
  text: fc.array(oneOf(words), { minLength: 1, maxLength: 4 }).map((said) => said.join(' ')),
  received_at: fc.tuple(oneOf(days), oneOf(times)).map(([day, time]) => day + time),
  channel: oneOf(vocChannels.slice(0, 3)),
  kind: oneOf(vocKinds),
  status: oneOf(vocStatuses),
  branch: oneOf(branches),
  product: oneOf(products),
  customer_type: oneOf(types),
  owner: oneOf(people),
  severity: oneOf([1, 2, 3, 5, null]),
  due_on: oneOf([...days, null]),
  replied_at: oneOf([...days.map((day) => `${day}T09:00`), null]),
  closed_at: oneOf([...days, null]),
  escalated_at: oneOf(['2026-03-01T10:00', null]),
  customer_id: oneOf([1, 2, null]),
  import_id: oneOf([1, null]),
  respondent_id: oneOf([1, 2, null]),
});
export type RandomVoc = typeof voc extends fc.Arbitrary<infer T> ? T : never;
export const randomVoc = voc;

/** Where VOC can point to: customers, an import, two waves, requirements in a tree, extra fields. */
export function fillSurroundings(raw: RawDatabase): void {
  raw.exec(`
    INSERT INTO customer (id, code, created_at) VALUES (1, 'C1', ''), (2, 'C2', '');
    INSERT INTO import_batch (id, purpose, file_name, file_sha256, read_count, imported_count,
      duplicate_count, rejected_count, imported_at) VALUES (1, 'voc', 'a.csv', '', 0, 0, 0, 0, '');
    INSERT INTO wave (id, name, surveyed_on, created_at) VALUES (1, '1차', '', ''), (2, '2차', '', '');
    INSERT INTO respondent (id, wave_id, respondent_key) VALUES (1, 1, 'a'), (2, 2, 'b');
    INSERT INTO branch (name, region) VALUES ('강남', '서울'), ('부산', '영남'), ('Zürich', '');
    INSERT INTO requirement (id, parent_id, name, position, created_at)
      VALUES (1, NULL, '위', 0, ''), (2, 1, '아래', 0, ''), (3, NULL, '다른', 1, '');
    INSERT INTO extra_field (id, name) VALUES (1, '등급'), (2, '비고');
  `);
}

const columns = Object.keys(fc.sample(voc, 1)[0] ?? {});

export function insertRandomVoc(raw: RawDatabase, row: RandomVoc): number {
  const insert = raw.prepare(
    `INSERT INTO voc (${columns.join(', ')}, created_at, updated_at)
     VALUES (${columns.map((column) => `@${column}`).join(', ')}, '', '')`,
  );
  return Number(insert.run(row).lastInsertRowid);
}

/** Makes of a few numbers what VOC are evidence for and which extra values they hold. */
export function linkRandomly(raw: RawDatabase, id: number, seed: number): void {
  const link = raw.prepare(
    "INSERT OR IGNORE INTO requirement_voc (requirement_id, voc_id, created_at) VALUES (?, ?, '')",
  );
  const hold = raw.prepare(
    'INSERT OR REPLACE INTO voc_extra (voc_id, field_id, value) VALUES (?, ?, ?)',
  );
  for (const [place, requirementId] of requirementIds.entries()) {
    if ((seed >> place) % 3 === 0) link.run(requirementId, id);
  }
  for (const [place, fieldId] of fieldIds.entries()) {
    if ((seed >> (place + 3)) % 2 === 0) hold.run(id, fieldId, ['', '가', '나'][seed % 3]);
  }
}

const searches = [
  '결제',
  '이',
  '결제 오류',
  '"결제 오류"',
  '오류 -환불',
  '-결제',
  'ㅎㅂ',
  'ㄱ',
  'app',
  '"배송 지연" 정말',
  '없는말',
  ' ',
];

/** Filters of up to a few parts, as the contract takes them. */
export const randomFilter: fc.Arbitrary<VocFilter> = fc
  .record(
    {
      search: oneOf(searches),
      channels: some(vocChannels.slice(0, 3)),
      kinds: some(vocKinds),
      statuses: some(vocStatuses),
      severities: some([0, 1, 2, 3, 5]),
      branches: given(branches),
      regions: some(['서울', '영남', '']),
      products: given(products),
      customerTypes: given(types),
      owners: given(people),
      due: some(vocDueStates),
      open: fc.boolean(),
      escalated: fc.boolean(),
      customerId: oneOf([1, 2]),
      extras: fc.array(
        fc.record({
          fieldId: oneOf(fieldIds),
          values: fc.uniqueArray(oneOf(['', '가', '나']), { minLength: 1 }),
        }),
        { maxLength: 2 },
      ),
      months: some(['2026-01', '2026-02', '2026-03']),
      receivedFrom: oneOf(days),
      receivedTo: oneOf(days),
      requirementId: oneOf(requirementIds),
      requirementIds: some(requirementIds),
      unassigned: fc.boolean(),
      importId: oneOf([1, 2]),
      waveId: oneOf([1, 2]),
      respondentId: oneOf([1, 2]),
    },
    { requiredKeys: [] },
  )
  .chain((parts) => {
    const names = Object.keys(parts) as (keyof typeof parts)[];
    // All at once would select nothing nearly always.
    return fc
      .shuffledSubarray(names, { maxLength: Math.min(4, names.length) })
      .map((kept) => Object.fromEntries(kept.map((name) => [name, parts[name]])) as VocFilter);
  });

export const randomSort: fc.Arbitrary<VocSort> = fc.record({
  field: oneOf(vocSortFields),
  direction: oneOf(['asc', 'desc'] as const),
});

/** A VOC as a filter sees it, read without any of the program's queries. */
export interface PlainVoc extends RandomVoc {
  id: number;
  region: string;
  requirements: number[];
  extras: Map<number, string>;
  wave: number | null;
}

export function plainVoc(raw: RawDatabase): PlainVoc[] {
  const regions = new Map(
    raw.prepare('SELECT name, region FROM branch').raw().all() as [string, string][],
  );
  const waves = new Map(
    raw.prepare('SELECT id, wave_id FROM respondent').raw().all() as [number, number][],
  );
  const links = raw.prepare('SELECT requirement_id FROM requirement_voc WHERE voc_id = ?').pluck();
  const extras = raw.prepare('SELECT field_id, value FROM voc_extra WHERE voc_id = ?').raw();
  return (raw.prepare('SELECT * FROM voc').all() as (RandomVoc & { id: number })[]).map((row) => ({
    ...row,
    region: regions.get(row.branch ?? '') ?? '',
    requirements: links.all(row.id) as number[],
    extras: new Map(extras.all(row.id) as [number, string][]),
    wave: waves.get(row.respondent_id ?? 0) ?? null,
  }));
}

export function dueStateOf(row: PlainVoc): string {
  return vocDueState(
    { status: row.status, dueOn: row.due_on, repliedAt: row.replied_at, closedAt: row.closed_at },
    testToday,
  );
}

/** Whether a VOC is in the filter, part by part as the contract words it. */
export function plainlySelects(filter: VocFilter, row: PlainVoc): boolean {
  const search = parseSearch(filter.search ?? '');
  const among = <T>(values: readonly T[] | undefined, value: T) =>
    values === undefined || values.length === 0 || values.includes(value);
  const same = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  const below = (id: number) => (id === 1 ? [1, 2] : [id]);
  const day = row.received_at.slice(0, 10);
  return (
    (search === null || matchesSearch(search, row.text)) &&
    among(filter.channels, row.channel) &&
    among(filter.kinds, row.kind) &&
    among(filter.statuses, row.status) &&
    among(filter.severities, row.severity ?? 0) &&
    among(filter.branches, row.branch ?? '') &&
    among(filter.regions, row.region) &&
    among(filter.products, row.product ?? '') &&
    among(filter.customerTypes, row.customer_type ?? '') &&
    among(filter.owners, row.owner ?? '') &&
    among(filter.due, dueStateOf(row) as never) &&
    same(filter.open, row.status !== 'closed') &&
    same(filter.escalated, row.escalated_at !== null) &&
    same(filter.customerId as number | null | undefined, row.customer_id) &&
    (filter.extras ?? []).every(({ fieldId, values }) =>
      values.includes(row.extras.get(fieldId) ?? ''),
    ) &&
    among(filter.months, day.slice(0, 7)) &&
    (filter.receivedFrom === undefined || day >= filter.receivedFrom) &&
    (filter.receivedTo === undefined || day <= filter.receivedTo) &&
    (filter.requirementId === undefined ||
      below(filter.requirementId).some((id) => row.requirements.includes(id))) &&
    (filter.requirementIds === undefined ||
      filter.requirementIds.length === 0 ||
      filter.requirementIds.some((id) => row.requirements.includes(id))) &&
    (filter.unassigned !== true || row.requirements.length === 0) &&
    same(filter.importId as number | null | undefined, row.import_id) &&
    same(filter.waveId as number | null | undefined, row.wave) &&
    same(filter.respondentId as number | null | undefined, row.respondent_id)
  );
}

/** The ids in order, by comparing what SQLite would compare: bytes of text, none first. */
export function plainOrder(rows: readonly PlainVoc[], { field, direction }: VocSort): number[] {
  const keyOf: Record<VocSort['field'], (row: PlainVoc) => string | number | null> = {
    id: ({ id }) => id,
    receivedAt: (row) => row.received_at,
    channel: ({ channel }) => channel,
    kind: ({ kind }) => kind,
    branch: ({ branch }) => branch,
    severity: ({ severity }) => severity,
    product: ({ product }) => product,
    status: ({ status }) => status,
    customerType: (row) => row.customer_type,
    owner: ({ owner }) => owner,
    dueOn: (row) => row.due_on,
  };
  const key = keyOf[field];
  const sorted = [...rows].sort(
    (one, other) =>
      compared(key(one), key(other)) ||
      (field === 'id' ? 0 : compared(one.received_at, other.received_at)) ||
      one.id - other.id,
  );
  const ids = sorted.map(({ id }) => id);
  return direction === 'asc' ? ids : ids.reverse();
}

function compared(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

export function criteriaFor(filter: VocFilter): VocCriteria {
  return { filter, today: testToday, keywordIds: null };
}
