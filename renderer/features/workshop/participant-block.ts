import { rowsFromTsv } from '../../shared/grid/tsv.ts';

export interface NamedParticipant {
  name: string;
  team: string;
}

/** What stands above a column of names, and above one of teams. */
const nameHead =
  /^((참가|참석|참여)자)?(이름|성명|성함|명)$|^(참가|참석|참여)자$|^(full)?name$|^(participant|attendee)s?$/;
const teamHead =
  /^(소속|부서|팀|조직|회사)+명?$|^(team|department|dept\.?|organi[sz]ation|affiliation)$/;

/**
 * Names with their teams as people paste them: a line each, from Excel (name, team, or as its head says) or
 * typed with a comma or a slash or the team in brackets. Who is known or named twice comes once.
 */
export function participantsInBlock(
  block: string,
  known: readonly string[] = [],
): NamedParticipant[] {
  const met = new Set(known.map(folded));
  const lines = rowsFromTsv(block).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const head = lines[0] === undefined ? null : headOf(lines[0]);
  return lines.slice(head === null ? 0 : 1).flatMap((cells) => {
    const participant = head === null ? participantOfLine(cells) : participantBelow(head, cells);
    const key = folded(participant.name);
    if (key === '' || met.has(key)) return [];
    met.add(key);
    return [participant];
  });
}

/** In which columns names and teams stand; -1 for none. */
interface Head {
  name: number;
  team: number;
}

/** null: the line is a participant as all others. */
function headOf(cells: readonly string[]): Head | null {
  const words = (cells.length === 1 ? Object.values(participantOfLine(cells)) : cells).map((cell) =>
    folded(cell).replaceAll(/\s/g, ''),
  );
  const name = words.findIndex((word) => nameHead.test(word));
  return name < 0 ? null : { name, team: words.findIndex((word) => teamHead.test(word)) };
}

function participantBelow({ name, team }: Head, cells: readonly string[]): NamedParticipant {
  if (cells.length === 1) return participantOfLine(cells);
  return cut({ name: cells[name] ?? '', team: cells[team] ?? '' });
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
