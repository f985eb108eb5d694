import type { RetentionPreview, RetentionRule } from '../core/contract/privacy.contract.ts';
import { anonymise } from '../core/domain/voc/anonymise.ts';
import { namesAmong } from '../core/domain/voc/personal-field.ts';
import type { RawDatabase } from './connection.ts';
import { mergeTerms } from './search-tables.ts';
import { unmergeVoc } from './voc-merging.ts';

export interface RetentionOrder {
  rule: RetentionRule;
  /** The first day that is still kept. */
  cutOff: string;
  /** ISO, UTC. */
  at: string;
  actor: string;
}

/** Told how many VOC are done; throws to give it up, and nothing has happened. */
type OnDone = (done: number, total: number) => void;

const atOnce = 1_000;

/**
 * What the rule would change. Walks the VOC received before the cut-off and no others, and all that
 * were merged: a duplicate has an age of its own.
 */
export function previewRetention(
  raw: RawDatabase,
  rule: RetentionRule,
  cutOff: string,
): RetentionPreview {
  const years = raw
    .prepare(
      `SELECT substr(received_at, 1, 4) AS year, count(*) AS count, min(received_at) AS oldest
       FROM (SELECT received_at FROM voc WHERE ${beyond(rule)}
         UNION ALL SELECT merged.received_at FROM ${mergedBeyond(rule)})
       GROUP BY year ORDER BY year`,
    )
    .all({ cutOff }) as { year: string; count: number; oldest: string }[];
  const count = (sql: string) => raw.prepare(sql).pluck().get({ cutOff }) as number;
  return {
    cutOff,
    count: years.reduce((sum, year) => sum + year.count, 0),
    merged: count(`SELECT count(*) FROM ${mergedBeyond(rule)}`),
    parted: rule.action === 'purge' ? count(`SELECT count(*) FROM ${outliving(rule)}`) : 0,
    keptOpen: rule.closedOnly
      ? count(`SELECT (SELECT count(*) FROM voc WHERE ${old(rule, 'voc')} AND status <> 'closed')
          + (SELECT count(*) FROM ${mergedBeyond({ ...rule, closedOnly: false })}
             WHERE ${stillOpen})`)
      : 0,
    evidence: count(`SELECT count(*) FROM voc WHERE ${beyond(rule)}
      AND EXISTS (SELECT 1 FROM requirement_voc WHERE voc_id = voc.id)`),
    oldest: years[0]?.oldest ?? null,
    byYear: years.map((year) => ({ year: year.year, count: year.count })),
  };
}

/**
 * Takes personal data out of what lies beyond the rule, or the VOC as a whole, in one transaction.
 * What is deleted is overwritten with zeros in the file. Answers how many texts were changed.
 */
export function applyRetention(raw: RawDatabase, order: RetentionOrder, onDone: OnDone): number {
  raw.pragma('secure_delete = ON');
  return raw
    .transaction(() => {
      const { rule, cutOff, at, actor } = order;
      const idsOf = (sql: string) => raw.prepare(sql).pluck().all({ cutOff }) as number[];
      const ids = idsOf(`SELECT id FROM voc WHERE ${beyond(rule)} ORDER BY received_at, id`);
      const merged = idsOf(`SELECT merged.id FROM ${mergedBeyond(rule)} ORDER BY merged.id`);
      const total = ids.length + merged.length;
      onDone(0, total);
      let done = 0;
      const each = (chosen: readonly number[], change: (id: number) => void) => {
        for (let from = 0; from < chosen.length; from += atOnce) {
          const slice = chosen.slice(from, from + atOnce);
          for (const id of slice) change(id);
          done += slice.length;
          onDone(done, total);
        }
      };
      if (rule.action === 'purge') {
        partYounger(raw, order);
        each(merged, mergedPurger(raw));
        each(ids, purger(raw));
      } else {
        each(merged, anonymiser(raw, at, mergedTables));
        each(ids, anonymiser(raw, at, vocTables));
      }
      mergeTerms(raw);
      raw
        .prepare(
          'INSERT INTO retention_log (at, actor, action, cut_off, count) VALUES (?, ?, ?, ?, ?)',
        )
        .run(at, actor, rule.action, cutOff, total);
      return total;
    })
    .immediate();
}

/** A VOC received later cannot have been closed before, so the index on receipt bounds the walk. */
function old({ action }: RetentionRule, table: string): string {
  const untouched = action === 'anonymise' ? `AND ${table}.anonymised_at IS NULL` : '';
  return `${table}.received_at < @cutOff
    AND coalesce(${table}.closed_at, ${table}.received_at) < @cutOff ${untouched}`;
}

function beyond(rule: RetentionRule): string {
  return rule.closedOnly ? `${old(rule, 'voc')} AND voc.status = 'closed'` : old(rule, 'voc');
}

/** Whoever handled the survivor handled what was merged into it. */
const stillOpen = "merged.status <> 'closed' AND survivor.status <> 'closed'";

const mergedWithSurvivor = 'merged_voc AS merged JOIN voc AS survivor ON survivor.id = survivor_id';

/** Merged VOC that lie beyond the rule by their own dates, whatever the age of the survivor. */
function mergedBeyond(rule: RetentionRule): string {
  const closed = rule.closedOnly ? `AND NOT (${stillOpen})` : '';
  return `${mergedWithSurvivor} AND ${old(rule, 'merged')} ${closed}`;
}

/** Merged VOC that are to be kept although their survivor goes. */
function outliving(rule: RetentionRule): string {
  const survivorGoes = `merged.survivor_id IN (SELECT id FROM voc WHERE ${beyond(rule)})`;
  return `${mergedWithSurvivor} AND ${survivorGoes} AND NOT (${old(rule, 'merged')})`;
}

/** They come back as VOC of their own, as somebody would part them by hand. */
function partYounger(raw: RawDatabase, { rule, cutOff, at, actor }: RetentionOrder): void {
  const rows = raw
    .prepare(`SELECT merged.survivor_id AS survivorId, merged.id FROM ${outliving(rule)}`)
    .all({ cutOff }) as { survivorId: number; id: number }[];
  for (const [survivorId, group] of Map.groupBy(rows, (row) => row.survivorId)) {
    const ids = group.map(({ id }) => id);
    unmergeVoc(raw, survivorId, ids, { at, actor });
  }
}

function purger(raw: RawDatabase): (id: number) => void {
  const quotes = raw.prepare("UPDATE requirement SET quote = '' WHERE quote_voc_id = ?");
  const voc = raw.prepare('DELETE FROM voc WHERE id = ?');
  return (id) => {
    quotes.run(id);
    // Its extra fields, history and links go with it.
    voc.run(id);
  };
}

/** The survivor keeps the evidence it was given: it stands for what it says itself. */
function mergedPurger(raw: RawDatabase): (id: number) => void {
  const quotes = raw.prepare(
    `UPDATE requirement SET quote = '', quote_voc_id = NULL WHERE ${mergedTables.quotes}`,
  );
  const voc = raw.prepare('DELETE FROM merged_voc WHERE id = @id');
  return (id) => {
    quotes.run({ id });
    voc.run({ id });
  };
}

/** Where the rows of a VOC lie, and what it said elsewhere. */
interface VocTables {
  voc: string;
  extra: string;
  history: string;
  /** Conditions on contacts and requirements that are its own. */
  contacts: string;
  quotes: string;
}

const vocTables: VocTables = {
  voc: 'voc',
  extra: 'voc_extra',
  history: 'voc_history',
  contacts: 'voc_id = @id',
  quotes: 'quote_voc_id = @id',
};

const targetsOf = (kind: string) =>
  `id IN (SELECT target_id FROM merged_voc_reference WHERE voc_id = @id AND kind = '${kind}')`;

const mergedTables: VocTables = {
  voc: 'merged_voc',
  extra: 'merged_voc_extra',
  history: 'merged_voc_history',
  contacts: targetsOf('contact'),
  quotes: `${targetsOf('quote')}
    AND quote_voc_id = (SELECT survivor_id FROM merged_voc WHERE id = @id)`,
};

interface PersonalVoc {
  text: string;
  reply: string;
  customer: string | null;
}

function anonymiser(raw: RawDatabase, at: string, tables: VocTables): (id: number) => void {
  const read = raw.prepare(
    `SELECT text, reply_note AS reply,
       (SELECT name FROM customer WHERE customer.id = ${tables.voc}.customer_id) AS customer
     FROM ${tables.voc} WHERE id = ?`,
  );
  const extras = raw.prepare(
    `SELECT field_id AS fieldId, name, value FROM ${tables.extra}
     JOIN extra_field ON extra_field.id = field_id WHERE voc_id = ?`,
  );
  const writeExtra = raw.prepare(
    `UPDATE ${tables.extra} SET value = @value WHERE voc_id = @id AND field_id = @fieldId`,
  );
  const write = raw.prepare(
    `UPDATE ${tables.voc} SET text = @text, reply_note = @reply, external_id = NULL,
       customer_id = NULL, respondent_id = NULL, anonymised_at = @at WHERE id = @id`,
  );
  const history = raw.prepare(
    `UPDATE ${tables.history} SET before = NULL, after = NULL
     WHERE voc_id = ? AND kind NOT IN ('status', 'severity', 'kind', 'channel', 'dueOn')`,
  );
  const contacts = raw.prepare(`UPDATE contact SET note = '' WHERE ${tables.contacts}`);
  const quoted = raw.prepare(`SELECT id, quote FROM requirement WHERE ${tables.quotes}`);
  const quote = raw.prepare('UPDATE requirement SET quote = ? WHERE id = ?');
  return (id) => {
    const voc = read.get(id) as PersonalVoc;
    const fields = extras.all(id) as { fieldId: number; name: string; value: string }[];
    const names = [...namesAmong(fields), ...(voc.customer ? [voc.customer] : [])];
    for (const { fieldId, value } of fields) {
      const clean = names.includes(value.trim()) ? '***' : anonymise(value, names);
      if (clean !== value) writeExtra.run({ id, fieldId, value: clean });
    }
    for (const each of quoted.all({ id }) as { id: number; quote: string }[]) {
      quote.run(anonymise(each.quote, names), each.id);
    }
    history.run(id);
    contacts.run({ id });
    write.run({
      id,
      at,
      text: anonymise(voc.text, names),
      reply: anonymise(voc.reply, names),
    });
  };
}
