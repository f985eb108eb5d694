import type { SurveyColumns } from '../../core/domain/index/survey-columns.ts';
import { readChangeMark, readWaveColumns } from '../../db/wave-columns.ts';
import type { WorkspaceSession } from './workspace-session.ts';

interface Remembered {
  changeMark: string;
  waves: Map<number, SurveyColumns>;
}

/** Columns of the waves last looked at; a session that is closed takes its own along. */
const remembered = new WeakMap<WorkspaceSession, Remembered>();

/**
 * A wave's columns, read again after any change to the file. One screen asks for the same wave three
 * times over; nothing is worth being wrong after an undo for, so any write at all drops them.
 */
export async function waveColumnsOf(
  session: WorkspaceSession,
  waveId: number,
): Promise<SurveyColumns> {
  // Kysely lends its one connection to nobody else meanwhile: no half-done edit can be seen.
  return session.db.connection().execute(async () => {
    const changeMark = readChangeMark(session.raw);
    let memory = remembered.get(session);
    if (memory?.changeMark !== changeMark) {
      memory = { changeMark, waves: new Map() };
      remembered.set(session, memory);
    }
    const known = memory.waves.get(waveId);
    if (known !== undefined) return known;
    const columns = readWaveColumns(session.raw, waveId);
    memory.waves.set(waveId, columns);
    return columns;
  });
}
