import type { RetentionPreview, RetentionRule } from '../core/contract/privacy.contract.ts';
import { anonymise } from '../core/domain/voc/anonymise.ts';
import { namesAmong } from '../core/domain/voc/personal-field.ts';
import type { RawDatabase } from './connection.ts';
import { mergeTerms } from './search-tables.ts';

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

/** What the rule would change. Walks the VOC received before the cut-off and no others. */
export function previewRetention(
  raw: RawDatabase,
  rule: RetentionRule,
  cutOff: string,
): RetentionPreview {
  const years = raw
    .prepare(
      `SELECT substr(received_at, 1, 4) AS year, count(*) AS count, min(received_at) AS oldest
       FROM voc WHERE ${beyond(rule)} GROUP BY year ORDER BY year`,
    )
    .all({ cutOff }) as { year: string; count: number; oldest: string }[];
  const evidence = raw
    .prepare(
      `SELECT count(*) FROM voc WHERE ${beyond(rule)}
         AND EXISTS (SELECT 1 FROM requirement_voc WHERE voc_id = voc.id)`,
    )
    .pluck()
    .get({ cutOff }) as number;
  const keptOpen = rule.closedOnly
    ? (raw
        .prepare(`SELECT count(*) FROM voc WHERE ${old(rule)} AND status <> 'closed'`)
        .pluck()
        .get({ cutOff }) as number)
    : 0;
  return {
    cutOff,
    count: years.reduce((sum, { count }) => sum + count, 0),
    keptOpen,
    evidence,
    oldest: years[0]?.oldest ?? null,
    byYear: years.map(({ year, count }) => ({ year, count })),
  };
}

/**
 * Takes personal data out of what lies beyond the rule, or the VOC as a whole, in one transaction.
 * What is deleted is overwritten with zeros in the file. Answers how many VOC were changed.
 */
export function applyRetention(raw: RawDatabase, order: RetentionOrder, onDone: OnDone): number {
  raw.pragma('secure_delete = ON');
  return raw
    .transaction(() => {
      const { rule, cutOff, at, actor } = order;
      const ids = raw
        .prepare(`SELECT id FROM voc WHERE ${beyond(rule)} ORDER BY received_at, id`)
        .pluck()
        .all({ cutOff }) as number[];
      const change = rule.action === 'purge' ? purge(raw) : anonymiser(raw, at);
      onDone(0, ids.length);
      for (let from = 0; from < ids.length; from += atOnce) {
        for (const id of ids.slice(from, from + atOnce)) change(id);
        onDone(Math.min(from + atOnce, ids.length), ids.length);
      }
      mergeTerms(raw);
      raw
        .prepare(
          'INSERT INTO retention_log (at, actor, action, cut_off, count) VALUES (?, ?, ?, ?, ?)',
        )
        .run(at, actor, rule.action, cutOff, ids.length);
      return ids.length;
    })
    .immediate();
}

/** A VOC received later cannot have been closed before, so the index on receipt bounds the walk. */
function old({ action }: RetentionRule): string {
  const untouched = action === 'anonymise' ? 'AND anonymised_at IS NULL' : '';
  return `received_at < @cutOff AND coalesce(closed_at, received_at) < @cutOff ${untouched}`;
}

function beyond(rule: RetentionRule): string {
  return rule.closedOnly ? `${old(rule)} AND status = 'closed'` : old(rule);
}

function purge(raw: RawDatabase): (id: number) => void {
  const quotes = raw.prepare("UPDATE requirement SET quote = '' WHERE quote_voc_id = ?");
  const voc = raw.prepare('DELETE FROM voc WHERE id = ?');
  return (id) => {
    quotes.run(id);
    // Its extra fields, history, merged duplicates and links go with it.
    voc.run(id);
  };
}

interface PersonalVoc {
  text: string;
  reply: string;
  customer: string | null;
}

function anonymiser(raw: RawDatabase, at: string): (id: number) => void {
  const read = raw.prepare(
    `SELECT text, reply_note AS reply,
       (SELECT name FROM customer WHERE customer.id = voc.customer_id) AS customer
     FROM voc WHERE id = ?`,
  );
  const extras = raw.prepare(
    `SELECT field_id AS fieldId, name, value FROM voc_extra
     JOIN extra_field ON extra_field.id = field_id WHERE voc_id = ?`,
  );
  const writeExtra = raw.prepare(
    'UPDATE voc_extra SET value = @value WHERE voc_id = @id AND field_id = @fieldId',
  );
  const write = raw.prepare(
    `UPDATE voc SET text = @text, reply_note = @reply, external_id = NULL, customer_id = NULL,
       respondent_id = NULL, anonymised_at = @at WHERE id = @id`,
  );
  const history = raw.prepare(
    `UPDATE voc_history SET before = NULL, after = NULL
     WHERE voc_id = ? AND kind NOT IN ('status', 'severity', 'kind', 'channel', 'dueOn')`,
  );
  const merged = raw.prepare('DELETE FROM merged_voc WHERE survivor_id = ?');
  const contacts = raw.prepare("UPDATE contact SET note = '' WHERE voc_id = ?");
  const quote = raw.prepare('UPDATE requirement SET quote = @quote WHERE quote_voc_id = @id');
  const quoted = raw.prepare('SELECT quote FROM requirement WHERE quote_voc_id = ?').pluck();
  return (id) => {
    const voc = read.get(id) as PersonalVoc;
    const fields = extras.all(id) as { fieldId: number; name: string; value: string }[];
    const names = [...namesAmong(fields), ...(voc.customer ? [voc.customer] : [])];
    for (const { fieldId, value } of fields) {
      const clean = names.includes(value.trim()) ? '***' : anonymise(value, names);
      if (clean !== value) writeExtra.run({ id, fieldId, value: clean });
    }
    const words = quoted.get(id) as string | undefined;
    if (words !== undefined) quote.run({ id, quote: anonymise(words, names) });
    history.run(id);
    merged.run(id);
    contacts.run(id);
    write.run({
      id,
      at,
      text: anonymise(voc.text, names),
      reply: anonymise(voc.reply, names),
    });
  };
}
