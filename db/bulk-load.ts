import { AppError } from '../core/contract/app-error.ts';
import type { DuplicateChoice } from '../core/contract/import.contract.ts';
import { refuseBeyondWorkspace } from '../core/domain/import/row-limit.ts';
import { openRaw, type RawDatabase } from './connection.ts';
import { dueOnExpression } from './due-on.ts';
import { customerIdExpression, isKnownRow, StagedDuplicates } from './import-duplicates.ts';
import { lastId, Marks } from './import-marks.ts';
import { IndexesAside } from './indexes-aside.ts';
import { type RememberedMapping, rememberMapping } from './remembered-mapping.ts';
import { refuseOtherScales } from './survey-check.ts';
import type { WrittenRows } from './written-rows.ts';

/** What is known of an import before its rows reach the workspace. */
export interface ImportBatch {
  purpose: 'voc' | 'survey';
  fileName: string;
  fileSha256: string;
  encoding: string | null;
  sheet: string | null;
  read: number;
  /** Duplicates found within the file. */
  duplicates: number;
  rejected: number;
  /** ISO, UTC. */
  importedAt: string;
  /** Only for a survey. */
  wave: { name: string; surveyedOn: string } | null;
  /** Extra field that says which open question a VOC answers. */
  questionField: string;
  mapping: RememberedMapping;
  /** What becomes of rows that a check found to say what another says. */
  choice: DuplicateChoice;
}

export interface Promotion {
  importId: number;
  imported: number;
  duplicates: number;
  /** Of `duplicates`, those of the same text. */
  leftOut: number;
  merged: number;
  vocFromOpenAnswers: number;
  waveId: number | null;
  /** Parents before children. */
  written: WrittenRows[];
}

/** Told how many rows are in the workspace's transaction; throws to give it up. */
export type OnRowsSaved = (done: number, total: number) => void;

/**
 * Takes what was staged into the workspace in one transaction: all of it or, on any error and on a
 * killed process, nothing.
 *
 * Rows go over by `INSERT … SELECT`, some thousand at a time. One statement for each row would make
 * the search index write itself out at every row (measured: 2.4 s instead of 1.0 s for 50,000 texts);
 * one statement for all could be neither cancelled nor watched.
 */
export function promote(
  workspaceFile: string,
  stagingFile: string,
  batch: ImportBatch,
  onRowsSaved: OnRowsSaved,
): Promotion {
  const raw = openRaw(workspaceFile);
  try {
    // Sorting for an index takes as much memory as the page cache may have and goes on in a file.
    raw.pragma('temp_store = FILE');
    raw.pragma('cache_size = -32768');
    raw.prepare('ATTACH ? AS staging').run(stagingFile);
    const work = batch.purpose === 'voc' ? promoteVoc : promoteSurvey;
    const promotion = raw
      .transaction(() => {
        rememberMapping(raw, batch.mapping, batch.importedAt);
        return work(raw, batch, onRowsSaved);
      })
      .immediate();
    foldLogBack(raw);
    return promotion;
  } finally {
    raw.close();
  }
}

/**
 * Moves what was written from the write-ahead log into the workspace. Left there, it would be moved at
 * the host's next commit, hundreds of megabytes on the thread that answers people. Committed it is
 * either way: where a reader stays too long, the rest stays in the log.
 */
function foldLogBack(raw: RawDatabase): void {
  raw.pragma('wal_checkpoint(TRUNCATE)');
}

const rowsAtOnce = 2_000;

/**
 * From how many rows on, and from what share of the rows that are there, indexes are made anew. Measured
 * with 100,000 rows on top of a million: 22.7 s of processor time anew, 28.0 s row by row.
 */
const largeImport = 20_000;
const largeShare = 0.1;
/** How much of a large import are the rows themselves; the rest are their indexes. */
const rowsShare = 0.1;

function promoteVoc(raw: RawDatabase, batch: ImportBatch, onRowsSaved: OnRowsSaved): Promotion {
  const already = raw.prepare(`DELETE FROM staging.voc_row WHERE ${isKnownRow}`).run().changes;
  const repeated = new StagedDuplicates(raw, batch.choice);
  const leftOut = repeated.leaveOut();
  if (already + leftOut > 0) {
    raw.exec('DELETE FROM staging.extra_row WHERE row NOT IN (SELECT id FROM staging.voc_row)');
  }
  const marks = new Marks(raw);
  const merged = repeated.toMerge();
  const imported = count(raw, 'staging.voc_row') - merged;
  refuseBeyondWorkspace(count(raw, 'main.voc'), imported);
  const duplicates = batch.duplicates + already + leftOut;
  addBranches(raw, 'voc_row');
  addCustomers(raw, batch.importedAt);
  const importId = addBatch(raw, batch, { imported, duplicates, merged, waveId: null });
  addFields(raw);
  if (merged > 0) repeated.setAside();

  const base = marks.before('voc');
  const vocRows = raw.prepare(
    `INSERT INTO main.voc (id, external_id, text, received_at, channel, kind, branch, customer_type,
       severity, product, owner, customer_id, due_on, import_id, created_at, updated_at)
     SELECT id + @base, external_id, text, received_at, channel, kind, branch, customer_type,
       severity, product, owner, ${customerIdExpression}, ${dueOnExpression(raw)}, @importId, @at, @at
     FROM staging.voc_row WHERE id > @after AND id <= @upTo ORDER BY id`,
  );
  const extraRows = raw.prepare(
    `INSERT INTO main.voc_extra (voc_id, field_id, value)
     SELECT row + @base, field_id, value
     FROM staging.extra_row JOIN staging.field ON field.id = field
     WHERE row > @after AND row <= @upTo ORDER BY row`,
  );
  const isLarge = imported >= largeImport && imported >= marks.before('voc') * largeShare;
  const aside = isLarge ? new IndexesAside(raw, ['voc', 'voc_extra']) : null;
  const onRows: OnRowsSaved = isLarge
    ? (done, total) => onRowsSaved(Math.floor(done * rowsShare), total)
    : onRowsSaved;
  inSteps(raw, 'staging.voc_row', onRows, (after, upTo) => {
    vocRows.run({ base, importId, at: batch.importedAt, after, upTo });
    extraRows.run({ base, after, upTo });
  });
  if (aside !== null) {
    const last = lastId(raw, 'staging.voc_row');
    for (const share of aside.restore(base, base + last)) {
      onRowsSaved(Math.floor(last * (rowsShare + (1 - rowsShare) * share)), last);
    }
  }
  const tables = ['branch', 'customer', 'import_batch', 'extra_field', 'voc'] as const;
  const written = [...marks.written(tables), marks.writtenBelow('voc_extra', 'voc_id', 'voc')];
  if (merged > 0) written.push(...repeated.merge({ base, importId, at: batch.importedAt }));
  const counts = { imported, duplicates, leftOut, merged, vocFromOpenAnswers: 0 };
  return { importId, ...counts, waveId: null, written };
}

function promoteSurvey(raw: RawDatabase, batch: ImportBatch, onRowsSaved: OnRowsSaved): Promotion {
  const marks = new Marks(raw);
  const imported = count(raw, 'staging.respondent_row');
  const { duplicates } = batch;
  addBranches(raw, 'respondent_row');
  const waveId = imported === 0 ? null : addWave(raw, batch);
  const none = { leftOut: 0, merged: 0 };
  const importId = addBatch(raw, batch, { imported, duplicates, merged: 0, waveId });
  if (waveId === null) {
    const written = marks.written(['import_batch']);
    return { importId, imported, duplicates, ...none, vocFromOpenAnswers: 0, waveId, written };
  }
  addItems(raw, waveId);
  addSegments(raw);
  addFields(raw);
  addRespondents(raw, waveId, marks.before('respondent'), onRowsSaved);
  const vocFromOpenAnswers = addOpenAnswers(raw, batch, importId, marks);
  const tables = [
    'branch',
    'wave',
    'import_batch',
    'extra_field',
    'segment',
    'survey_item',
    'respondent',
    'voc',
  ] as const;
  const written: WrittenRows[] = [
    ...marks.written(tables),
    { table: 'wave_item', key: 'wave_id', after: waveId - 1, upTo: waveId },
    marks.writtenBelow('answer', 'respondent_id', 'respondent'),
    marks.writtenBelow('respondent_segment', 'respondent_id', 'respondent'),
    marks.writtenBelow('respondent_extra', 'respondent_id', 'respondent'),
    marks.writtenBelow('voc_extra', 'voc_id', 'voc'),
  ];
  return { importId, imported, duplicates, ...none, vocFromOpenAnswers, waveId, written };
}

function addBatch(
  raw: RawDatabase,
  batch: ImportBatch,
  result: { imported: number; duplicates: number; merged: number; waveId: number | null },
): number {
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO main.import_batch (purpose, file_name, file_sha256, encoding, sheet, read_count,
         imported_count, duplicate_count, merged_count, rejected_count, wave_id, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      batch.purpose,
      batch.fileName,
      batch.fileSha256,
      batch.encoding,
      batch.sheet,
      batch.read,
      result.imported,
      result.duplicates,
      result.merged,
      batch.rejected,
      result.waveId,
      batch.importedAt,
    );
  return Number(lastInsertRowid);
}

/** A code that is new begins a customer file, of which only the code is known yet. */
function addCustomers(raw: RawDatabase, importedAt: string): void {
  raw
    .prepare(
      `INSERT INTO main.customer (code, created_at)
       SELECT customer_code, ? FROM staging.voc_row
       WHERE customer_code IS NOT NULL AND customer_code NOT IN (SELECT code FROM main.customer)
       GROUP BY customer_code ORDER BY min(id)`,
    )
    .run(importedAt);
}

function addBranches(raw: RawDatabase, table: 'voc_row' | 'respondent_row'): void {
  raw.exec(
    `INSERT INTO main.branch (name)
     SELECT branch FROM staging.${table}
     WHERE branch IS NOT NULL AND branch NOT IN (SELECT name FROM main.branch)
     GROUP BY branch ORDER BY min(id)`,
  );
}

/** Only fields that a row which is still there uses: a file of duplicates leaves no new names. */
function addFields(raw: RawDatabase): void {
  raw.exec(
    `INSERT INTO main.extra_field (name)
     SELECT name FROM staging.field
     WHERE id IN (SELECT field FROM staging.extra_row)
       AND name NOT IN (SELECT name FROM main.extra_field)
     ORDER BY id;
     UPDATE staging.field
     SET field_id = (SELECT id FROM main.extra_field WHERE extra_field.name = field.name)`,
  );
}

function addWave(raw: RawDatabase, { wave, importedAt }: ImportBatch): number {
  if (wave === null) throw new Error('a survey has a wave');
  const taken = raw.prepare('SELECT 1 FROM main.wave WHERE name = ?').get(wave.name);
  if (taken !== undefined) throw new AppError('import.waveExists', { name: wave.name });
  const { lastInsertRowid } = raw
    .prepare('INSERT INTO main.wave (name, surveyed_on, created_at) VALUES (?, ?, ?)')
    .run(wave.name, wave.surveyedOn, importedAt);
  return Number(lastInsertRowid);
}

function addItems(raw: RawDatabase, waveId: number): void {
  refuseOtherScales(raw);
  raw.exec(
    `INSERT INTO main.survey_item (header, label, scale_min, scale_max, reversed, position)
     SELECT header, label, scale_min, scale_max, reversed,
       (SELECT coalesce(max(position), -1) FROM main.survey_item) + row_number() OVER (ORDER BY place)
     FROM staging.item_column
     WHERE header NOT IN (SELECT header FROM main.survey_item) ORDER BY place;
     UPDATE staging.item_column SET item_id =
       (SELECT id FROM main.survey_item WHERE survey_item.header = item_column.header)`,
  );
  raw.prepare('INSERT INTO main.wave_item SELECT ?, item_id FROM staging.item_column').run(waveId);
}

function addSegments(raw: RawDatabase): void {
  raw.exec(
    `INSERT INTO main.segment (name)
     SELECT name FROM staging.segment_column
     WHERE name NOT IN (SELECT name FROM main.segment) ORDER BY place;
     UPDATE staging.segment_column SET segment_id =
       (SELECT id FROM main.segment WHERE segment.name = segment_column.name)`,
  );
}

function addRespondents(
  raw: RawDatabase,
  waveId: number,
  base: number,
  onRowsSaved: OnRowsSaved,
): void {
  const statements = [
    `INSERT INTO main.respondent (id, wave_id, respondent_key, branch, weight)
     SELECT id + @base, @waveId, respondent_key, branch, weight
     FROM staging.respondent_row WHERE id > @after AND id <= @upTo ORDER BY id`,
    `INSERT INTO main.answer (respondent_id, item_id, value)
     SELECT row + @base, item_id, value
     FROM staging.answer_row JOIN staging.item_column ON place = item
     WHERE row > @after AND row <= @upTo`,
    `INSERT INTO main.respondent_segment (respondent_id, segment_id, value)
     SELECT row + @base, segment_id, value
     FROM staging.segment_row JOIN staging.segment_column ON place = segment
     WHERE row > @after AND row <= @upTo`,
    `INSERT INTO main.respondent_extra (respondent_id, field_id, value)
     SELECT row + @base, field_id, value
     FROM staging.extra_row JOIN staging.field ON field.id = field
     WHERE row > @after AND row <= @upTo`,
  ].map((sql) => raw.prepare(sql));
  inSteps(raw, 'staging.respondent_row', onRowsSaved, (after, upTo) => {
    for (const [place, statement] of statements.entries()) {
      statement.run(place === 0 ? { base, waveId, after, upTo } : { base, after, upTo });
    }
  });
}

/** Each answer to an open question is a VOC of its respondent, and says which question it answers. */
function addOpenAnswers(
  raw: RawDatabase,
  { wave, importedAt, questionField }: ImportBatch,
  importId: number,
  marks: Marks,
): number {
  const answers = count(raw, 'staging.open_answer');
  if (answers === 0) return 0;
  const base = marks.before('voc');
  raw
    .prepare(
      `INSERT INTO main.voc (id, text, received_at, channel, kind, branch, import_id, respondent_id,
         created_at, updated_at)
       SELECT open_answer.id + @base, text, @surveyedOn, 'survey', 'other', branch, @importId,
         row + @respondents, @at, @at
       FROM staging.open_answer JOIN staging.respondent_row ON respondent_row.id = row
       ORDER BY open_answer.id`,
    )
    .run({
      base,
      surveyedOn: wave?.surveyedOn ?? '',
      importId,
      respondents: marks.before('respondent'),
      at: importedAt,
    });
  raw
    .prepare('INSERT INTO main.extra_field (name) VALUES (?) ON CONFLICT (name) DO NOTHING')
    .run(questionField);
  raw
    .prepare(
      `INSERT INTO main.voc_extra (voc_id, field_id, value)
       SELECT open_answer.id + ?, (SELECT id FROM main.extra_field WHERE name = ?), header
       FROM staging.open_answer JOIN staging.question_column ON place = question`,
    )
    .run(base, questionField);
  return answers;
}

/** Rows are taken over in the order of the file, so ids rise with it. */
function inSteps(
  raw: RawDatabase,
  table: 'staging.voc_row' | 'staging.respondent_row',
  onRowsSaved: OnRowsSaved,
  save: (after: number, upTo: number) => void,
): void {
  const last = lastId(raw, table);
  onRowsSaved(0, last);
  for (let after = 0; after < last; after += rowsAtOnce) {
    save(after, after + rowsAtOnce);
    onRowsSaved(Math.min(after + rowsAtOnce, last), last);
  }
}

function count(raw: RawDatabase, table: string): number {
  return raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}
