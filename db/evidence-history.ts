import type { RawDatabase } from './connection.ts';
import type { EditStamp } from './repositories/voc-edit.repository.ts';

/**
 * While `work` runs, every VOC that becomes evidence for a requirement or ceases to be gets an entry
 * in its history, whichever way the link came or went: triggers see also what a merge, a split or the
 * removal of a requirement did. They are temporary, so that other connections are not slowed, and
 * silent when an undo moves links: it takes the entries back by itself.
 *
 * Runs inside the caller's transaction, on its connection.
 */
export async function withEvidenceHistory<T>(
  raw: RawDatabase,
  { at, actor }: Pick<EditStamp, 'at' | 'actor'>,
  work: () => Promise<T>,
): Promise<T> {
  raw.exec(triggers);
  raw.prepare('INSERT INTO temp.evidence_edit (at, actor) VALUES (?, ?)').run(at, actor);
  const value = await work();
  // After an error the transaction takes this row back with everything else.
  raw.exec('DELETE FROM temp.evidence_edit');
  return value;
}

const watched = 'WHEN EXISTS (SELECT 1 FROM temp.evidence_edit)';

const triggers = `
  CREATE TEMP TABLE IF NOT EXISTS evidence_edit (at TEXT NOT NULL, actor TEXT NOT NULL);

  CREATE TEMP TRIGGER IF NOT EXISTS evidence_linked AFTER INSERT ON main.requirement_voc ${watched}
  BEGIN
    INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
    SELECT new.voc_id, at, actor, 'link', NULL, requirement.name
    FROM temp.evidence_edit JOIN requirement ON requirement.id = new.requirement_id;
  END;

  -- A VOC that is removed takes its history with it.
  CREATE TEMP TRIGGER IF NOT EXISTS evidence_unlinked AFTER DELETE ON main.requirement_voc ${watched}
  BEGIN
    INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
    SELECT voc.id, at, actor, 'unlink', requirement.name, NULL
    FROM temp.evidence_edit
      JOIN requirement ON requirement.id = old.requirement_id
      JOIN voc ON voc.id = old.voc_id;
  END;

  -- Its links go after it has gone itself and nobody knows its name any more.
  CREATE TEMP TRIGGER IF NOT EXISTS requirement_gone BEFORE DELETE ON main.requirement ${watched}
  BEGIN
    INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
    SELECT voc_id, at, actor, 'unlink', old.name, NULL
    FROM temp.evidence_edit CROSS JOIN requirement_voc
    WHERE requirement_id = old.id;
  END;
`;
