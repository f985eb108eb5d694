/**
 * A whole house: WHATs and HOWs in trees and of their own, any scale of relations, the roof, the plan and
 * competitors, where importance comes from, the workshop with its participants, and the rounds kept.
 */
export const houseStudio = {
  version: 4,
  name: 'house studio',
  sql: `
-- The levels of relations as JSON, strongest first: [{"value":9,"symbol":"◎"}, …].
ALTER TABLE house ADD COLUMN scale TEXT NOT NULL
  DEFAULT '[{"value":9,"symbol":"◎"},{"value":3,"symbol":"○"},{"value":1,"symbol":"△"}]';
ALTER TABLE house ADD COLUMN normalization TEXT NOT NULL DEFAULT 'none'
  CHECK (normalization IN ('none', 'lyman'));
-- Whether the weights of the WHATs are their importance alone or take the plan in.
ALTER TABLE house ADD COLUMN weighting TEXT NOT NULL DEFAULT 'importance'
  CHECK (weighting IN ('importance', 'plan'));
-- What the roof speaks of: the HOWs' values (one rises, the other falls) or their improvement.
ALTER TABLE house ADD COLUMN roof_reading TEXT NOT NULL DEFAULT 'improvement'
  CHECK (roof_reading IN ('values', 'improvement'));
ALTER TABLE house ADD COLUMN kano_adjusted INTEGER NOT NULL DEFAULT 0 CHECK (kano_adjusted IN (0, 1));
-- Where the importance in use was taken from.
ALTER TABLE house ADD COLUMN importance_source TEXT NOT NULL DEFAULT 'direct'
  CHECK (importance_source IN ('direct', 'evidence', 'ahp', 'groupAhp', 'survey', 'cascade'));
-- The house whose HOWs are the WHATs of this one; and the house and round that this one branched off.
ALTER TABLE house ADD COLUMN cascaded_from INTEGER REFERENCES house (id) ON DELETE SET NULL;
ALTER TABLE house ADD COLUMN branched_from INTEGER REFERENCES house (id) ON DELETE SET NULL;
ALTER TABLE house ADD COLUMN branched_round INTEGER REFERENCES house_round (id) ON DELETE SET NULL;

-- Ids that the logs of a workshop name (agenda_log, ballot_log) are never given out again: what was said
-- of one thing must not be taken for another that came after it.
CREATE TABLE what (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  -- A group of the same house; NULL at the first level. Up to three levels.
  parent_id INTEGER REFERENCES what (id) ON DELETE CASCADE,
  is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
  position INTEGER NOT NULL,
  -- A requirement, a HOW of the house before, or neither: then it has a name of its own.
  requirement_id INTEGER REFERENCES requirement (id) ON DELETE CASCADE,
  source_how_id INTEGER REFERENCES how (id) ON DELETE SET NULL,
  name TEXT NOT NULL DEFAULT '',
  -- Of a WHAT of the house's own; the Kano class of a requirement is kept with the requirement.
  kano TEXT CHECK (kano IN ('M', 'O', 'A', 'I', 'R', 'Q')),
  importance REAL NOT NULL DEFAULT 3 CHECK (importance > 0),
  current_level REAL CHECK (current_level > 0),
  target_level REAL CHECK (target_level > 0),
  sales_point REAL NOT NULL DEFAULT 1 CHECK (sales_point > 0),
  UNIQUE (house_id, requirement_id)
) STRICT;
CREATE INDEX what_by_house ON what (house_id, position);
CREATE INDEX what_by_requirement ON what (requirement_id) WHERE requirement_id IS NOT NULL;
CREATE INDEX what_by_parent ON what (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX what_by_source ON what (source_how_id) WHERE source_how_id IS NOT NULL;

INSERT INTO what (house_id, position, requirement_id, importance)
  SELECT house_id, position, requirement_id, importance FROM house_what
  ORDER BY house_id, position, requirement_id;

-- Made anew, because only a new table can promise that an id is never given out again.
CREATE TABLE new_how (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES how (id) ON DELETE CASCADE,
  is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down', 'target')),
  target_value TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  difficulty REAL CHECK (difficulty BETWEEN 1 AND 5),
  own_rating REAL CHECK (own_rating BETWEEN 1 AND 5)
) STRICT;
INSERT INTO new_how (id, house_id, position, name, unit, direction, target_value)
  SELECT id, house_id, position, name, unit, direction, target_value FROM how ORDER BY id;
DROP TABLE how;
ALTER TABLE new_how RENAME TO how;
CREATE INDEX how_by_house ON how (house_id, position);
CREATE INDEX how_by_parent ON how (parent_id) WHERE parent_id IS NOT NULL;

-- A cell without a relation may still hold a note: value 0.
CREATE TABLE house_cell (
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  how_id INTEGER NOT NULL REFERENCES how (id) ON DELETE CASCADE,
  value REAL NOT NULL CHECK (value >= 0),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (what_id, how_id)
) STRICT, WITHOUT ROWID;
INSERT INTO house_cell (what_id, how_id, value)
  SELECT what.id, relation.how_id, relation.strength
  FROM relation JOIN what USING (house_id, requirement_id);
CREATE INDEX house_cell_by_how ON house_cell (how_id);
DROP TABLE relation;
DROP TABLE house_what;

-- Each pair once, the smaller id first.
CREATE TABLE roof_cell (
  how_id INTEGER NOT NULL REFERENCES how (id) ON DELETE CASCADE,
  other_how_id INTEGER NOT NULL REFERENCES how (id) ON DELETE CASCADE,
  strength INTEGER NOT NULL CHECK (strength IN (-2, -1, 1, 2)),
  PRIMARY KEY (how_id, other_how_id),
  CHECK (how_id < other_how_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roof_cell_by_other ON roof_cell (other_how_id);

CREATE TABLE competitor (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX competitor_by_house ON competitor (house_id, position);
CREATE TABLE what_rating (
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  competitor_id INTEGER NOT NULL REFERENCES competitor (id) ON DELETE CASCADE,
  value REAL NOT NULL CHECK (value BETWEEN 1 AND 5),
  PRIMARY KEY (what_id, competitor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX what_rating_by_competitor ON what_rating (competitor_id);
CREATE TABLE how_rating (
  how_id INTEGER NOT NULL REFERENCES how (id) ON DELETE CASCADE,
  competitor_id INTEGER NOT NULL REFERENCES competitor (id) ON DELETE CASCADE,
  value REAL NOT NULL CHECK (value BETWEEN 1 AND 5),
  PRIMARY KEY (how_id, competitor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX how_rating_by_competitor ON how_rating (competitor_id);

-- Who takes part in the decisions about a house.
CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  team TEXT NOT NULL DEFAULT '',
  weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX participant_by_house ON participant (house_id, position);

-- How many times what_id matters as much as other_what_id; the smaller id first. NULL participant: the
-- judgement of the house itself.
CREATE TABLE comparison (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  participant_id INTEGER REFERENCES participant (id) ON DELETE CASCADE,
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  other_what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  ratio REAL NOT NULL CHECK (ratio > 0),
  CHECK (what_id < other_what_id)
) STRICT;
CREATE UNIQUE INDEX comparison_once
  ON comparison (house_id, coalesce(participant_id, 0), what_id, other_what_id);
CREATE INDEX comparison_by_participant ON comparison (participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX comparison_by_what ON comparison (what_id);
CREATE INDEX comparison_by_other ON comparison (other_what_id);

-- Importance by each source, kept so that they can be put side by side.
CREATE TABLE importance_value (
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('direct', 'evidence', 'ahp', 'groupAhp', 'survey', 'cascade')),
  value REAL NOT NULL CHECK (value >= 0),
  PRIMARY KEY (what_id, source)
) STRICT, WITHOUT ROWID;

-- A Kano survey's answers to both questions about a WHAT, 1 to 5 each.
CREATE TABLE kano_answer (
  id INTEGER PRIMARY KEY,
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  respondent TEXT NOT NULL,
  functional INTEGER NOT NULL CHECK (functional BETWEEN 1 AND 5),
  dysfunctional INTEGER NOT NULL CHECK (dysfunctional BETWEEN 1 AND 5),
  UNIQUE (what_id, respondent)
) STRICT;

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  facilitator TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'running', 'closed')),
  conclusion TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX workshop_by_house ON workshop (house_id);
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_item_by_workshop ON agenda_item (workshop_id, position);
-- What the clock of the room was told. Outside undo, as all logs: time that has passed is not taken back.
CREATE TABLE agenda_log (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('start', 'pause', 'finish')),
  -- Milliseconds since 1970.
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_log_by_item ON agenda_log (agenda_item_id, id);
CREATE TABLE attendance (
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  PRIMARY KEY (workshop_id, participant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_participant ON attendance (participant_id);

-- One round of blind scores: of relations, or of importance (how_id NULL).
CREATE TABLE vote_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('relations', 'importance')),
  -- What is asked, as JSON lists of ids; no HOWs for importance.
  what_ids TEXT NOT NULL,
  how_ids TEXT NOT NULL,
  -- Of the relations between them those that are asked, as pairs of ids; NULL asks all.
  cells TEXT,
  opened_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE INDEX vote_round_by_workshop ON vote_round (workshop_id, number);
-- What one participant scored of one WHAT, as a JSON list in the order of the round's how_ids, null where
-- left blank; of importance the one value. A score in a row of its own would make a million rows of a large
-- round, and half a minute of taking its end back.
CREATE TABLE vote (
  round_id INTEGER NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  what_id INTEGER NOT NULL REFERENCES what (id) ON DELETE CASCADE,
  scores TEXT NOT NULL CHECK (json_type(scores) = 'array'),
  PRIMARY KEY (round_id, participant_id, what_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_by_participant ON vote (participant_id);
CREATE INDEX vote_by_what ON vote (what_id);

-- The same as it comes in while a round is open, from the keyboard, a sheet or a phone: outside undo, for
-- nobody takes back what somebody else scored. Closing the round makes votes of it, as one step.
CREATE TABLE ballot_log (
  round_id INTEGER NOT NULL,
  participant_id INTEGER NOT NULL,
  what_id INTEGER NOT NULL,
  scores TEXT NOT NULL CHECK (json_type(scores) = 'array'),
  PRIMARY KEY (round_id, participant_id, what_id)
) STRICT, WITHOUT ROWID;

-- What the room decided, with why: a cell, an importance, or (both NULL) something else.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  -- The round whose votes were discussed.
  round_id INTEGER REFERENCES vote_round (id) ON DELETE SET NULL,
  what_id INTEGER REFERENCES what (id) ON DELETE CASCADE,
  how_id INTEGER REFERENCES how (id) ON DELETE CASCADE,
  -- Of a decision that is no cell and no importance.
  subject TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  before REAL,
  after REAL,
  reason TEXT NOT NULL DEFAULT '',
  consensus TEXT NOT NULL DEFAULT 'agreed' CHECK (consensus IN ('agreed', 'majority', 'facilitator', 'open')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_workshop ON decision (workshop_id, id);
CREATE INDEX decision_by_round ON decision (round_id) WHERE round_id IS NOT NULL;
CREATE INDEX decision_by_what ON decision (what_id) WHERE what_id IS NOT NULL;
CREATE INDEX decision_by_how ON decision (how_id) WHERE how_id IS NOT NULL;

-- A house as it was, whole, as JSON of HouseModel.
CREATE TABLE house_round (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  model TEXT NOT NULL
) STRICT;
CREATE INDEX house_round_by_house ON house_round (house_id, id);

-- How the ranks of a house were last put to the test. Outside undo, as all logs: it changes nothing, and the
-- fingerprint tells whether the counts are still about the house as it is.
CREATE TABLE stability_log (
  house_id INTEGER PRIMARY KEY,
  -- JSON of StabilityOptions.
  options TEXT NOT NULL,
  top_k INTEGER,
  fingerprint TEXT,
  -- Unsigned numbers of 32 bits, little-endian: in how many draws which HOW had which rank.
  counts BLOB
) STRICT;

CREATE TABLE csf_item (
  csf_id INTEGER NOT NULL REFERENCES csf (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES survey_item (id) ON DELETE CASCADE,
  PRIMARY KEY (csf_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX csf_item_by_item ON csf_item (item_id);
`,
} as const;
