import type { RespondentRecord, SurveyItemColumn } from '../core/domain/import/survey-row.ts';
import type { VocRecord } from '../core/domain/import/voc-row.ts';
import { openRaw, type RawDatabase } from './connection.ts';

/** A row that was not taken, with what is needed to hand it back. */
export interface StagedRejection {
  rowNumber: number;
  reason: string;
  params: Record<string, string | number>;
  cells: string[];
}

const rowsPerTransaction = 10_000;

/**
 * Where an import gathers its rows before the workspace sees any of them: a SQLite file of its own in
 * the temporary folder, so that a million rows need no memory and a crash leaves the workspace alone.
 * The first row with an identifier keeps it; a later one with the same is told as a duplicate.
 */
export class ImportStaging {
  readonly #raw: RawDatabase;
  readonly #statements: Statements;
  readonly #fieldIds = new Map<string, number>();
  #sinceCommit = 0;

  constructor(file: string) {
    this.#raw = openRaw(file, { create: true });
    // Nothing here survives a crash on purpose: the file is removed when the next host starts.
    this.#raw.pragma('journal_mode = MEMORY');
    this.#raw.pragma('synchronous = OFF');
    // Enough for the identifiers of a million rows; the rows themselves are written and let go.
    this.#raw.pragma('cache_size = -32768');
    this.#raw.exec(stagingTables);
    this.#statements = prepareStatements(this.#raw);
    this.#raw.exec('BEGIN');
  }

  /** False: the row is a duplicate within the file and was left out. */
  addVoc(voc: VocRecord): boolean {
    const { changes, lastInsertRowid } = this.#statements.voc.run(
      voc.externalId,
      voc.text,
      voc.receivedAt,
      voc.channel,
      voc.kind,
      voc.branch,
      voc.customerType,
      voc.severity,
      voc.product,
      voc.owner,
      voc.customerCode,
    );
    if (changes === 0) return false;
    this.#addExtras(Number(lastInsertRowid), voc.extras);
    this.#commitNowAndThen();
    return true;
  }

  /** False: the row is a duplicate within the file and was left out. */
  addRespondent(respondent: RespondentRecord): boolean {
    const { changes, lastInsertRowid } = this.#statements.respondent.run(
      respondent.respondentKey,
      respondent.branch,
      respondent.weight,
    );
    if (changes === 0) return false;
    const row = Number(lastInsertRowid);
    for (const { item, value } of respondent.answers) this.#statements.answer.run(row, item, value);
    for (const { segment, value } of respondent.segments) {
      this.#statements.segment.run(row, segment, value);
    }
    for (const { question, text } of respondent.openAnswers) {
      this.#statements.openAnswer.run(row, question, text);
    }
    this.#addExtras(row, respondent.extras);
    this.#commitNowAndThen();
    return true;
  }

  /** What the columns of a survey mean; `item`, `segment` and `question` are places in these lists. */
  setColumns(columns: {
    items: readonly SurveyItemColumn[];
    segments: readonly string[];
    openQuestions: readonly string[];
  }): void {
    const item = this.#raw.prepare('INSERT INTO item_column VALUES (?, ?, ?, ?, ?, ?, NULL)');
    for (const [place, column] of columns.items.entries()) {
      const { header, label, scaleMin, scaleMax, reversed } = column;
      item.run(place, header, label, scaleMin, scaleMax, reversed ? 1 : 0);
    }
    const segment = this.#raw.prepare('INSERT INTO segment_column VALUES (?, ?, NULL)');
    for (const [place, name] of columns.segments.entries()) segment.run(place, name);
    const question = this.#raw.prepare('INSERT INTO question_column VALUES (?, ?)');
    for (const [place, header] of columns.openQuestions.entries()) question.run(place, header);
  }

  addRejection(rejection: StagedRejection): void {
    const { rowNumber, reason, params, cells } = rejection;
    this.#statements.rejection.run(
      rowNumber,
      reason,
      JSON.stringify(params),
      JSON.stringify(cells),
    );
    this.#commitNowAndThen();
  }

  *rejections(): Generator<StagedRejection> {
    this.#commit();
    const rows = this.#raw
      .prepare('SELECT row_number, reason, params, cells FROM rejection ORDER BY row_number')
      .iterate() as IterableIterator<
      Record<'reason' | 'params' | 'cells', string> & { row_number: number }
    >;
    for (const row of rows) {
      yield {
        rowNumber: row.row_number,
        reason: row.reason,
        params: JSON.parse(row.params),
        cells: JSON.parse(row.cells),
      };
    }
  }

  close(): void {
    if (this.#raw.inTransaction) this.#raw.exec('COMMIT');
    this.#raw.close();
  }

  #addExtras(row: number, extras: readonly { name: string; value: string }[]): void {
    for (const { name, value } of extras) {
      this.#statements.extra.run(row, this.#fieldId(name), value);
    }
  }

  #fieldId(name: string): number {
    let id = this.#fieldIds.get(name);
    if (id === undefined) {
      id = this.#fieldIds.size + 1;
      this.#statements.field.run(id, name);
      this.#fieldIds.set(name, id);
    }
    return id;
  }

  #commitNowAndThen(): void {
    this.#sinceCommit++;
    if (this.#sinceCommit >= rowsPerTransaction) this.#commit();
  }

  #commit(): void {
    this.#sinceCommit = 0;
    this.#raw.exec('COMMIT; BEGIN');
  }
}

const stagingTables = `
CREATE TABLE voc_row (
  id INTEGER PRIMARY KEY, external_id TEXT UNIQUE, text TEXT NOT NULL, received_at TEXT NOT NULL,
  channel TEXT NOT NULL, kind TEXT NOT NULL, branch TEXT, customer_type TEXT, severity INTEGER,
  product TEXT, owner TEXT, customer_code TEXT
) STRICT;
CREATE TABLE respondent_row (
  id INTEGER PRIMARY KEY, respondent_key TEXT NOT NULL UNIQUE, branch TEXT, weight REAL NOT NULL
) STRICT;
CREATE TABLE answer_row (
  row INTEGER NOT NULL, item INTEGER NOT NULL, value REAL NOT NULL, PRIMARY KEY (row, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE segment_row (
  row INTEGER NOT NULL, segment INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (row, segment)
) STRICT, WITHOUT ROWID;
CREATE TABLE open_answer (
  id INTEGER PRIMARY KEY, row INTEGER NOT NULL, question INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE extra_row (
  row INTEGER NOT NULL, field INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE field (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, field_id INTEGER) STRICT;
CREATE TABLE item_column (
  place INTEGER PRIMARY KEY, header TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  scale_min REAL NOT NULL, scale_max REAL NOT NULL, reversed INTEGER NOT NULL, item_id INTEGER
) STRICT;
CREATE TABLE segment_column (
  place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, segment_id INTEGER
) STRICT;
CREATE TABLE question_column (place INTEGER PRIMARY KEY, header TEXT NOT NULL) STRICT;
CREATE TABLE rejection (
  row_number INTEGER PRIMARY KEY, reason TEXT NOT NULL, params TEXT NOT NULL, cells TEXT NOT NULL
) STRICT;
`;

function prepareStatements(raw: RawDatabase) {
  return {
    voc: raw.prepare(
      `INSERT INTO voc_row (external_id, text, received_at, channel, kind, branch, customer_type,
         severity, product, owner, customer_code)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (external_id) DO NOTHING`,
    ),
    respondent: raw.prepare(
      `INSERT INTO respondent_row (respondent_key, branch, weight)
       VALUES (?, ?, ?) ON CONFLICT (respondent_key) DO NOTHING`,
    ),
    answer: raw.prepare('INSERT INTO answer_row VALUES (?, ?, ?)'),
    segment: raw.prepare('INSERT INTO segment_row VALUES (?, ?, ?)'),
    openAnswer: raw.prepare('INSERT INTO open_answer (row, question, text) VALUES (?, ?, ?)'),
    extra: raw.prepare('INSERT INTO extra_row VALUES (?, ?, ?)'),
    field: raw.prepare('INSERT INTO field (id, name) VALUES (?, ?)'),
    rejection: raw.prepare('INSERT INTO rejection VALUES (?, ?, ?, ?)'),
  };
}

type Statements = ReturnType<typeof prepareStatements>;
