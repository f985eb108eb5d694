/**
 * What a VOC team needs beside the words themselves: who handles a VOC by when and what was answered,
 * what was done to it, duplicates set aside, customers, saved views, and the rules about all of these.
 */
export const listeningAtScale = {
  version: 2,
  name: 'listening at scale',
  sql: `
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  -- How the customer wants to be reached; 'none' is a refusal.
  preference TEXT NOT NULL DEFAULT 'any' CHECK (preference IN ('any', 'phone', 'sms', 'email', 'post', 'none')),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

ALTER TABLE voc ADD COLUMN customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL;
-- Calendar date by which the customer is to be answered.
ALTER TABLE voc ADD COLUMN due_on TEXT;
-- Moments of handling are local time without a zone (YYYY-MM-DDTHH:MM:SS), as received_at and due_on
-- are: on time or late is then the same wherever the file is opened.
ALTER TABLE voc ADD COLUMN replied_at TEXT;
ALTER TABLE voc ADD COLUMN closed_at TEXT;
ALTER TABLE voc ADD COLUMN reply_note TEXT NOT NULL DEFAULT '';
-- The customer's own verdict on how the VOC was handled, 1 to 5.
ALTER TABLE voc ADD COLUMN handling_satisfaction INTEGER CHECK (handling_satisfaction BETWEEN 1 AND 5);
ALTER TABLE voc ADD COLUMN escalated_at TEXT;
-- When the retention rule took the personal data out of it; NULL for a VOC as it came.
ALTER TABLE voc ADD COLUMN anonymised_at TEXT;
CREATE INDEX voc_by_due_on ON voc (due_on, received_at);
CREATE INDEX voc_by_customer ON voc (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX voc_extra_by_value ON voc_extra (field_id, value);

-- The first rule that fits gives a VOC its due date; an empty condition fits everything.
CREATE TABLE due_rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 3650),
  working_days INTEGER NOT NULL DEFAULT 0 CHECK (working_days IN (0, 1)),
  channel TEXT,
  kind TEXT,
  min_severity INTEGER CHECK (min_severity BETWEEN 1 AND 5),
  position INTEGER NOT NULL
) STRICT;

-- Escalating by itself what nobody answered in time; no row: on, from the day after the due date.
CREATE TABLE escalation_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
  days_after_due INTEGER NOT NULL CHECK (days_after_due BETWEEN 0 AND 3650)
) STRICT;

CREATE TABLE voc_history (
  id INTEGER PRIMARY KEY,
  voc_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  -- What changed: a field's name, or what was done (reply, reopen, escalate, merge, unmerge …).
  kind TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX voc_history_by_voc ON voc_history (voc_id, id);

-- Duplicates set aside: out of every list and count, and whole enough to come back as they were.
CREATE TABLE merged_voc (
  id INTEGER PRIMARY KEY,
  survivor_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  -- 1 for the same text, less for a near-duplicate (Jaccard similarity of shingles).
  similarity REAL NOT NULL,
  merged_at TEXT NOT NULL,
  external_id TEXT,
  text TEXT NOT NULL,
  received_at TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  branch TEXT,
  customer_type TEXT,
  severity INTEGER,
  product TEXT,
  owner TEXT,
  import_id INTEGER REFERENCES import_batch (id) ON DELETE SET NULL,
  respondent_id INTEGER REFERENCES respondent (id) ON DELETE SET NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
  due_on TEXT,
  replied_at TEXT,
  closed_at TEXT,
  reply_note TEXT NOT NULL DEFAULT '',
  handling_satisfaction INTEGER,
  escalated_at TEXT,
  anonymised_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX merged_voc_by_survivor ON merged_voc (survivor_id);
CREATE UNIQUE INDEX merged_voc_by_external_id ON merged_voc (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX merged_voc_by_import ON merged_voc (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE merged_voc_extra (
  voc_id INTEGER NOT NULL REFERENCES merged_voc (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (voc_id, field_id)
) STRICT, WITHOUT ROWID;

-- What a merged VOC was evidence for itself; the survivor took the links over.
CREATE TABLE merged_voc_requirement (
  voc_id INTEGER NOT NULL REFERENCES merged_voc (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  -- 1 when the survivor had no such link before and lets go of it when they part again.
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  PRIMARY KEY (voc_id, requirement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE merged_voc_history (
  id INTEGER PRIMARY KEY,
  voc_id INTEGER NOT NULL REFERENCES merged_voc (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX merged_voc_history_by_voc ON merged_voc_history (voc_id, id);

-- What pointed at a VOC before it was merged and points at the survivor now: a contact, a requirement
-- that quotes it, a VOC merged into it; or a VOC it was found distinct from.
CREATE TABLE merged_voc_reference (
  voc_id INTEGER NOT NULL REFERENCES merged_voc (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'quote', 'merged', 'distinct')),
  target_id INTEGER NOT NULL,
  PRIMARY KEY (voc_id, kind, target_id)
) STRICT, WITHOUT ROWID;

-- Pairs that a person looked at and found to be different: not suggested again.
CREATE TABLE distinct_voc (
  first_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE import_batch ADD COLUMN merged_count INTEGER NOT NULL DEFAULT 0;
CREATE INDEX import_batch_by_sha256 ON import_batch (file_sha256);

-- A mapping somebody named, to use it for other files; as JSON, checked by the contract's schema.
CREATE TABLE import_template (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('voc', 'survey')),
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  options TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (purpose, name)
) STRICT;

-- A list as somebody wants to see it again; filter, sort and columns as JSON.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL,
  sort TEXT NOT NULL,
  columns TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- What a person taught the keyword extraction: not a word of interest, another word for one, a word.
CREATE TABLE word_rule (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('stop', 'synonym', 'keep')),
  word TEXT NOT NULL UNIQUE,
  stands_for TEXT CHECK ((kind = 'synonym') = (stands_for IS NOT NULL))
) STRICT;

ALTER TABLE requirement ADD COLUMN kano TEXT CHECK (kano IN ('M', 'O', 'A', 'I', 'R', 'Q'));
-- Given directly, or NULL when importance comes from the evidence.
ALTER TABLE requirement ADD COLUMN weight REAL CHECK (weight > 0);
ALTER TABLE requirement ADD COLUMN quote_voc_id INTEGER REFERENCES voc (id) ON DELETE SET NULL;
ALTER TABLE requirement ADD COLUMN quote TEXT NOT NULL DEFAULT '';
CREATE INDEX requirement_by_quote_voc ON requirement (quote_voc_id) WHERE quote_voc_id IS NOT NULL;

-- Logs are written once: no undo takes them back (tables named *_log are not recorded).
CREATE TABLE unmask_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL CHECK (length(purpose) > 0),
  scope TEXT NOT NULL CHECK (scope IN ('voc', 'copy', 'export', 'customer')),
  voc_id INTEGER,
  customer_id INTEGER,
  count INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE retention_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
  action TEXT NOT NULL CHECK (action IN ('anonymise', 'purge')),
  closed_only INTEGER NOT NULL DEFAULT 1 CHECK (closed_only IN (0, 1))
) STRICT;
CREATE TABLE retention_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL,
  cut_off TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  voc_id INTEGER REFERENCES voc (id) ON DELETE SET NULL,
  at TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'sms', 'email', 'post', 'visit')),
  purpose TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL DEFAULT '',
  -- Why it was done although the policy warned; empty when it did not.
  override_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_by_customer ON contact (customer_id, at);
CREATE INDEX contact_by_voc ON contact (voc_id) WHERE voc_id IS NOT NULL;
CREATE TABLE contact_policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  max_contacts INTEGER NOT NULL CHECK (max_contacts BETWEEN 1 AND 1000),
  window_days INTEGER NOT NULL CHECK (window_days BETWEEN 1 AND 3650),
  quiet_days INTEGER NOT NULL DEFAULT 0 CHECK (quiet_days BETWEEN 0 AND 3650)
) STRICT;

-- Letters and digits in full width read as those in half width from here on.
DELETE FROM voc_search WHERE rowid IN (SELECT id FROM voc WHERE text GLOB '*[！-～]*');
INSERT INTO voc_search (rowid, grams)
  SELECT id, csm_grams(text) FROM voc WHERE text GLOB '*[！-～]*';
`,
} as const;
