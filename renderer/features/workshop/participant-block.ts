import { rowsFromTsv } from '../../shared/grid/tsv.ts';

export interface NamedParticipant {
  name: string;
  team: string;
}

/**
 * Names with their teams as people paste them: a line each, from Excel (name, team) or typed with a comma
 * or a slash or the team in brackets. Who is known or named twice comes once.
 */
export function participantsInBlock(
  block: string,
  known: readonly string[] = [],
): NamedParticipant[] {
  const met = new Set(known.map(folded));
  return rowsFromTsv(block).flatMap((cells) => {
    const participant = participantOfLine(cells);
    const key = folded(participant.name);
    if (key === '' || met.has(key)) return [];
    met.add(key);
    return [participant];
  });
}

function participantOfLine(cells: readonly string[]): NamedParticipant {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = '', second] = filled;
  if (second !== undefined) return cut({ name: first, team: second });
  const bracketed = /^(.+?)\s*[([（](.+?)[)\]）]$/.exec(first);
  const parted = bracketed ?? /^(.+?)\s*[,，/·;]\s*(.+)$/.exec(first);
  return cut({ name: parted?.[1] ?? first, team: parted?.[2] ?? '' });
}

function cut({ name, team }: NamedParticipant): NamedParticipant {
  return { name: name.trim().slice(0, 200), team: team.trim().slice(0, 200) };
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
