/**
 * The first schema. STRICT everywhere: SQLite then keeps '00123' a string and refuses a word in a
 * number column. Dates are ISO text, so that they sort and compare as they stand.
 */
export const firstWorkspace = {
  version: 1,
  name: 'first workspace',
  sql: `
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE branch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('voc', 'survey')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  encoding TEXT,
  sheet TEXT,
  read_count INTEGER NOT NULL,
  imported_count INTEGER NOT NULL,
  duplicate_count INTEGER NOT NULL,
  rejected_count INTEGER NOT NULL,
  wave_id INTEGER REFERENCES wave (id) ON DELETE SET NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('voc', 'survey')),
  signature TEXT NOT NULL,
  used_at TEXT NOT NULL,
  UNIQUE (purpose, signature)
) STRICT;

CREATE TABLE import_mapping_column (
  mapping_id INTEGER NOT NULL REFERENCES import_mapping (id) ON DELETE CASCADE,
  header TEXT NOT NULL,
  target TEXT NOT NULL,
  label TEXT,
  scale_min REAL,
  scale_max REAL,
  reversed INTEGER CHECK (reversed IN (0, 1)),
  PRIMARY KEY (mapping_id, header)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping_default (
  mapping_id INTEGER NOT NULL REFERENCES import_mapping (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (mapping_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE wave (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  surveyed_on TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE survey_item (
  id INTEGER PRIMARY KEY,
  header TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  scale_min REAL NOT NULL,
  scale_max REAL NOT NULL,
  reversed INTEGER NOT NULL DEFAULT 0 CHECK (reversed IN (0, 1)),
  position INTEGER NOT NULL,
  CHECK (scale_max > scale_min)
) STRICT;

CREATE TABLE segment (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE respondent (
  id INTEGER PRIMARY KEY,
  wave_id INTEGER NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
  respondent_key TEXT NOT NULL,
  branch TEXT,
  weight REAL NOT NULL DEFAULT 1 CHECK (weight >= 0),
  UNIQUE (wave_id, respondent_key)
) STRICT;

CREATE TABLE respondent_segment (
  respondent_id INTEGER NOT NULL REFERENCES respondent (id) ON DELETE CASCADE,
  segment_id INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (respondent_id, segment_id)
) STRICT, WITHOUT ROWID;

-- Which items a wave asked, also when nobody answered one.
CREATE TABLE wave_item (
  wave_id INTEGER NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES survey_item (id) ON DELETE CASCADE,
  PRIMARY KEY (wave_id, item_id)
) STRICT, WITHOUT ROWID;

-- Reversed items are stored turned round, so that more is always better. No row: no answer.
CREATE TABLE answer (
  respondent_id INTEGER NOT NULL REFERENCES respondent (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES survey_item (id) ON DELETE CASCADE,
  value REAL NOT NULL,
  PRIMARY KEY (respondent_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_item ON answer (item_id);

CREATE TABLE voc (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  text TEXT NOT NULL CHECK (length(text) > 0),
  received_at TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'received',
  branch TEXT,
  customer_type TEXT,
  severity INTEGER CHECK (severity BETWEEN 1 AND 5),
  product TEXT,
  owner TEXT,
  import_id INTEGER REFERENCES import_batch (id) ON DELETE SET NULL,
  respondent_id INTEGER REFERENCES respondent (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX voc_by_external_id ON voc (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX voc_by_received_at ON voc (received_at, id);
CREATE INDEX voc_by_channel ON voc (channel, received_at);
CREATE INDEX voc_by_kind ON voc (kind, received_at);
CREATE INDEX voc_by_status ON voc (status, received_at);
CREATE INDEX voc_by_branch ON voc (branch, received_at);
CREATE INDEX voc_by_product ON voc (product, received_at);
CREATE INDEX voc_by_severity ON voc (severity, received_at);
CREATE INDEX voc_by_customer_type ON voc (customer_type, received_at);
CREATE INDEX voc_by_owner ON voc (owner, received_at);
CREATE INDEX voc_by_import ON voc (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX voc_by_respondent ON voc (respondent_id) WHERE respondent_id IS NOT NULL;

CREATE TABLE extra_field (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE voc_extra (
  voc_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (voc_id, field_id)
) STRICT, WITHOUT ROWID;

-- Columns of a survey file that were given no meaning: kept with the respondent, never dropped.
CREATE TABLE respondent_extra (
  respondent_id INTEGER NOT NULL REFERENCES respondent (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (respondent_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE requirement (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES requirement (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX requirement_by_parent ON requirement (parent_id, position);

CREATE TABLE requirement_voc (
  requirement_id INTEGER NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  voc_id INTEGER NOT NULL REFERENCES voc (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (requirement_id, voc_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX requirement_voc_by_voc ON requirement_voc (voc_id);

CREATE TABLE requirement_item (
  requirement_id INTEGER NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES survey_item (id) ON DELETE CASCADE,
  PRIMARY KEY (requirement_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX requirement_item_by_item ON requirement_item (item_id);

CREATE TABLE house (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE house_what (
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  importance REAL NOT NULL DEFAULT 3 CHECK (importance > 0),
  position INTEGER NOT NULL,
  PRIMARY KEY (house_id, requirement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX house_what_by_requirement ON house_what (requirement_id);

CREATE TABLE how (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down', 'target')),
  target_value TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX how_by_house ON how (house_id, position);

CREATE TABLE relation (
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  requirement_id INTEGER NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  how_id INTEGER NOT NULL REFERENCES how (id) ON DELETE CASCADE,
  strength INTEGER NOT NULL CHECK (strength IN (1, 3, 9)),
  PRIMARY KEY (house_id, requirement_id, how_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_how ON relation (how_id);
CREATE INDEX relation_by_requirement ON relation (requirement_id);

CREATE TABLE csf (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  how_id INTEGER NOT NULL UNIQUE REFERENCES how (id) ON DELETE CASCADE,
  status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed', 'retired')),
  reason TEXT NOT NULL DEFAULT '',
  kpi TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  target_value TEXT NOT NULL DEFAULT '',
  chosen_weight REAL NOT NULL,
  chosen_rank INTEGER NOT NULL,
  chosen_at TEXT NOT NULL
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  csf_id INTEGER REFERENCES csf (id) ON DELETE SET NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  due_date TEXT,
  status TEXT NOT NULL DEFAULT 'planned',
  expected_effect TEXT NOT NULL DEFAULT '',
  completed_on TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX action_by_csf ON action (csf_id);
CREATE INDEX action_by_due_date ON action (due_date);

CREATE TABLE csi_index (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE csi_component (
  id INTEGER PRIMARY KEY,
  index_id INTEGER NOT NULL REFERENCES csi_index (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  weight REAL NOT NULL,
  score TEXT NOT NULL CHECK (score IN ('mean-0-100', 'top-1', 'top-2')),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX csi_component_by_index ON csi_component (index_id, position);

CREATE TABLE csi_component_item (
  component_id INTEGER NOT NULL REFERENCES csi_component (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES survey_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (component_id, item_id)
) STRICT, WITHOUT ROWID;

-- Overlapping two-character grams of every text: finds any substring of two or more characters,
-- which the trigram tokenizer cannot do for two-syllable Korean words. csm_grams() is ours.
CREATE VIRTUAL TABLE voc_search USING fts5 (
  grams, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cs Cn Cf'"
);
CREATE TRIGGER voc_search_insert AFTER INSERT ON voc BEGIN
  INSERT INTO voc_search (rowid, grams) VALUES (new.id, csm_grams(new.text));
END;
CREATE TRIGGER voc_search_delete AFTER DELETE ON voc BEGIN
  DELETE FROM voc_search WHERE rowid = old.id;
END;
CREATE TRIGGER voc_search_update AFTER UPDATE OF text ON voc WHEN new.text <> old.text BEGIN
  DELETE FROM voc_search WHERE rowid = old.id;
  INSERT INTO voc_search (rowid, grams) VALUES (new.id, csm_grams(new.text));
END;
`,
} as const;
