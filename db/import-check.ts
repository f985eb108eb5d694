import { duplicateCriteriaSchema } from '../core/contract/duplicate.contract.ts';
import type {
  DuplicateSample,
  DuplicatesFound,
  ImportCheck,
  NamesFound,
} from '../core/contract/import.contract.ts';
import { maskPersonalData } from '../core/domain/voc/mask-personal-data.ts';
import {
  type DuplicateCandidate,
  DuplicateFinder,
  type DuplicateOf,
} from '../core/domain/voc/near-duplicates.ts';
import { namesAmong } from '../core/domain/voc/personal-field.ts';
import { openRaw, type RawDatabase } from './connection.ts';
import { personColumn, type ScannedVoc } from './duplicate-scan.ts';
import { isKnownRow } from './import-duplicates.ts';
import { countOf, namesOf, rejectionsByReason } from './staged-figures.ts';

/** What the staged rows of a VOC file show, before any of them reaches the workspace. */
export type StagedCheck = Pick<
  ImportCheck,
  | 'importable'
  | 'rejectedByReason'
  | 'exact'
  | 'near'
  | 'newBranches'
  | 'newProducts'
  | 'newExtraFields'
  | 'dateFrom'
  | 'dateTo'
  | 'futureDates'
> & {
  /** Rows whose original number the workspace knows. */
  knownIds: number;
  /** By field of a VOC, how many rows say something. */
  filledFields: Record<string, number>;
  /** The same by the name of an extra field. */
  filledExtras: Record<string, number>;
};

const samplesShown = 10;
const reportEvery = 5_000;

interface StagedFile {
  stagingFile: string;
  workspaceFile: string;
  /** `today`: the person's calendar date. */
  target: { purpose: 'survey' } | { purpose: 'voc'; today: string };
}

/**
 * Compares the staged rows with each other and with the workspace, and notes in the staging file which
 * repeat another. The workspace is only read. `report` may throw to give up.
 *
 * Duplicates are told by the usual criteria, for which only VOC of the same days matter.
 */
export function checkStaged(
  { stagingFile, workspaceFile, target }: StagedFile,
  report: (done: number, total: number) => void,
): StagedCheck {
  // Attached the same way round as for the promotion, so that the same conditions hold in both.
  const raw = openRaw(workspaceFile);
  try {
    // What an index of a million rows needs to be sorted lies in a file.
    raw.pragma('temp_store = FILE');
    raw.prepare('ATTACH ? AS staging').run(stagingFile);
    const known = countOf(raw, `SELECT count(*) FROM staging.voc_row WHERE ${isKnownRow}`);
    const { exact, near } = findRepeated(raw, report);
    const range = raw
      .prepare('SELECT min(received_at) AS first, max(received_at) AS last FROM staging.voc_row')
      .get() as { first: string | null; last: string | null };
    return {
      importable: countOf(raw, 'SELECT count(*) FROM staging.voc_row') - known,
      knownIds: known,
      rejectedByReason: rejectionsByReason(raw),
      exact,
      near,
      newBranches: newNames(raw, 'branch', 'SELECT name FROM main.branch'),
      newProducts: newNames(raw, 'product', 'SELECT DISTINCT product FROM main.voc'),
      newExtraFields: namesOf(
        raw,
        `SELECT name FROM staging.field WHERE name NOT IN (SELECT name FROM main.extra_field)
         ORDER BY id`,
      ),
      dateFrom: range.first?.slice(0, 10) ?? null,
      dateTo: range.last?.slice(0, 10) ?? null,
      futureDates:
        target.purpose === 'voc'
          ? Number(
              raw
                .prepare('SELECT count(*) FROM staging.voc_row WHERE received_at > ?')
                .pluck()
                .get(`${target.today}~`),
            )
          : 0,
      filledFields: filledFields(raw),
      filledExtras: filledExtras(raw),
    };
  } finally {
    raw.close();
  }
}

function findRepeated(
  raw: RawDatabase,
  report: (done: number, total: number) => void,
): { exact: DuplicatesFound; near: DuplicatesFound } {
  raw.exec(`CREATE TABLE IF NOT EXISTS staging.duplicate_row (
    row INTEGER PRIMARY KEY, same_voc INTEGER, same_row INTEGER, first_voc INTEGER,
    first_row INTEGER, similarity REAL NOT NULL) STRICT`);
  raw.exec(
    'CREATE INDEX IF NOT EXISTS staging.voc_row_day ON voc_row (substr(received_at, 1, 10))',
  );
  const columns = 'id, text, received_at, channel, branch';
  // A plus keeps SQLite from walking the whole table in order of its ids.
  const there = raw.prepare(`SELECT ${columns}, ${personColumn} FROM main.voc
    WHERE received_at >= @first AND received_at < @last || '~' ORDER BY +id`);
  const staged = raw.prepare(`SELECT ${columns}, NULL AS person FROM staging.voc_row
    WHERE substr(received_at, 1, 10) BETWEEN @first AND @last
      AND (external_id IS NULL OR NOT (${isKnownRow})) ORDER BY +id`);
  const total = countOf(raw, 'SELECT count(*) FROM staging.voc_row');
  let done = 0;
  let seen = 0;
  const step = () => {
    if (seen++ % reportEvery === 0) report(done, total);
  };
  const found = new RepeatedRows(raw);
  for (const days of spansOfDays(raw)) {
    // VOC of different days are never duplicates by these criteria: the finder forgets the days before.
    const finder = new DuplicateFinder(duplicateCriteriaSchema.parse({}));
    for (const voc of eachVoc(there, days)) {
      step();
      finder.add(voc.id, candidateOf(voc));
    }
    // Rows are known by negative numbers, VOC by their ids.
    for (const row of eachVoc(staged, days)) {
      step();
      done++;
      const repeated = finder.add(-row.id, candidateOf(row));
      if (repeated !== null) found.note(row.id, repeated);
    }
  }
  raw.exec('BEGIN');
  found.write();
  raw.exec('COMMIT');
  return found.described();
}

interface DaySpan {
  first: string;
  last: string;
}

/** So many rows are compared at a time, as far as whole days allow. */
const rowsAtOnce = 50_000;
const daysAtOnce = 31;

/** The days of the staged rows in order, some together. */
function spansOfDays(raw: RawDatabase): DaySpan[] {
  const days = raw
    .prepare(
      `SELECT substr(received_at, 1, 10) AS day, count(*) AS rows FROM staging.voc_row
       GROUP BY 1 ORDER BY 1`,
    )
    .all() as { day: string; rows: number }[];
  const spans: (DaySpan & { rows: number; days: number })[] = [];
  for (const { day, rows } of days) {
    const latest = spans.at(-1);
    if (latest !== undefined && latest.days < daysAtOnce && latest.rows + rows <= rowsAtOnce) {
      latest.last = day;
      latest.rows += rows;
      latest.days++;
    } else spans.push({ first: day, last: day, rows, days: 1 });
  }
  return spans.map(({ first, last }) => ({ first, last }));
}

function candidateOf(voc: ScannedVoc): DuplicateCandidate {
  const { text, received_at: receivedAt, channel, branch, person } = voc;
  return { text, receivedAt, channel, branch, person };
}

function eachVoc(
  statement: ReturnType<RawDatabase['prepare']>,
  span: DaySpan,
): IterableIterator<ScannedVoc> {
  return statement.iterate(span) as IterableIterator<ScannedVoc>;
}

/** Rows that repeat another, in flat lists: there may be a million. */
class RepeatedRows {
  readonly #raw: RawDatabase;
  readonly #rows: number[] = [];
  readonly #same: (number | null)[] = [];
  readonly #first: number[] = [];
  readonly #similarity: number[] = [];

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  note(row: number, { same, first, similarity }: DuplicateOf): void {
    this.#rows.push(row);
    this.#same.push(same);
    this.#first.push(first);
    this.#similarity.push(similarity);
  }

  write(): void {
    const insert = this.#raw.prepare('INSERT INTO staging.duplicate_row VALUES (?, ?, ?, ?, ?, ?)');
    const voc = (number: number | null) => (number !== null && number > 0 ? number : null);
    const row = (number: number | null) => (number !== null && number < 0 ? -number : null);
    for (const [at, repeated] of this.#rows.entries()) {
      const same = this.#same[at] ?? null;
      const first = this.#first[at] ?? null;
      const similarity = this.#similarity[at] ?? 1;
      insert.run(repeated, voc(same), row(same), voc(first), row(first), similarity);
    }
  }

  described(): { exact: DuplicatesFound; near: DuplicatesFound } {
    const exact: DuplicatesFound = { count: 0, inWorkspace: 0, samples: [] };
    const near: DuplicatesFound = { count: 0, inWorkspace: 0, samples: [] };
    for (const [at, row] of this.#rows.entries()) {
      const same = this.#same[at] ?? null;
      const other = same ?? this.#first[at] ?? 0;
      const found = same === null ? near : exact;
      found.count++;
      if (other > 0) found.inWorkspace++;
      if (found.samples.length >= samplesShown) continue;
      const similarity = same === null ? (this.#similarity[at] ?? 1) : 1;
      found.samples.push(this.#sample(row, other, similarity));
    }
    return { exact, near };
  }

  #sample(row: number, other: number, similarity: number): DuplicateSample {
    return {
      text: this.#textOf('staging.voc_row', row),
      other: other > 0 ? this.#textOf('main.voc', other) : this.#textOf('staging.voc_row', -other),
      inWorkspace: other > 0,
      similarity,
    };
  }

  /** Personal data are hidden, the names too that only the row's own columns tell. */
  #textOf(table: keyof typeof namesSources, id: number): string {
    const text = String(
      this.#raw.prepare(`SELECT text FROM ${table} WHERE id = ?`).pluck().get(id),
    );
    const { extras, customer } = namesSources[table];
    const fields = this.#raw.prepare(extras).all(id) as { name: string; value: string }[];
    const known = this.#raw.prepare(customer).pluck().get(id) as string | undefined;
    return maskPersonalData(text, [...namesAmong(fields), ...(known ? [known] : [])]);
  }
}

/** Where the names of the customers of staged and of present VOC may stand. */
const namesSources = {
  'staging.voc_row': {
    extras: `SELECT name, value FROM staging.extra_row JOIN staging.field ON field.id = field
      WHERE row = ?`,
    customer: `SELECT name FROM main.customer
      WHERE code = (SELECT customer_code FROM staging.voc_row WHERE id = ?)`,
  },
  'main.voc': {
    extras: `SELECT name, value FROM main.voc_extra
      JOIN main.extra_field ON extra_field.id = field_id WHERE voc_id = ?`,
    customer: `SELECT name FROM main.customer
      WHERE id = (SELECT customer_id FROM main.voc WHERE id = ?)`,
  },
};

function newNames(raw: RawDatabase, column: 'branch' | 'product', known: string): NamesFound {
  return namesOf(
    raw,
    `SELECT ${column} FROM staging.voc_row
     WHERE ${column} IS NOT NULL AND ${column} NOT IN (${known} WHERE ${
       column === 'branch' ? 'name' : 'product'
     } IS NOT NULL)
     GROUP BY ${column} ORDER BY min(id)`,
  );
}

function filledFields(raw: RawDatabase): Record<string, number> {
  return raw
    .prepare(
      `SELECT count(*) AS text, count(received_at) AS receivedAt, count(channel) AS channel,
         count(kind) AS kind, count(branch) AS branch, count(customer_type) AS customerType,
         count(severity) AS severity, count(product) AS product, count(owner) AS owner,
         count(external_id) AS externalId, count(customer_code) AS customerCode
       FROM staging.voc_row`,
    )
    .get() as Record<string, number>;
}

function filledExtras(raw: RawDatabase): Record<string, number> {
  const rows = raw
    .prepare(
      `SELECT name, count(*) AS count FROM staging.extra_row JOIN staging.field ON field.id = field
       GROUP BY field`,
    )
    .all() as { name: string; count: number }[];
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
