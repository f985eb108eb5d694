/** What the page is shown of the workshop; see the host's voting room. */
export interface View {
  tag: string;
  workshop: string;
  me: { id: number; name: string } | null;
  /** Whose names there are to choose from, until one is chosen. */
  people: { id: number; name: string; team: string; taken: boolean }[];
  question: Question | null;
}

export interface Question {
  roundId: number;
  number: number;
  subject: 'relations' | 'importance';
  whats: { id: number; name: string }[];
  hows: { id: number; name: string }[];
  /** The relations among them that are asked; null: all. */
  cells: { whatId: number; howId: number }[] | null;
  levels: { value: number; symbol: string }[];
}

export interface PageScore {
  whatId: number;
  howId: number | null;
  value: number | null;
}

/** What was scored on this device, and where else its owner has scored: those scores are not shown. */
export interface OwnBallot {
  scores: PageScore[];
  hidden: { whatId: number; howId: number | null }[];
}

/** Why a call was refused. `seconds`: how long to wait before the next try. */
export interface Refused {
  status: number;
  error: string;
  seconds: number;
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; refused: Refused };

/** Rejects when the network, or the other computer, is not there. */
export async function ask<Value>(path: string, body?: unknown): Promise<Answer<Value>> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
  const said = (await response.json()) as Value & { error?: string; seconds?: number };
  if (response.ok) return { ok: true, value: said };
  const { error = 'fault', seconds = 0 } = said;
  return { ok: false, refused: { status: response.status, error, seconds } };
}

/** Ends early when the network comes back. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
  });
}
