import type { TFunction } from 'i18next';
import type { VocHistoryEntry } from '../../../../core/contract/handling.contract.ts';
import { type VocStatus, vocStatuses } from '../../../../core/contract/voc.contract.ts';
import { isReopening } from '../../../../core/domain/voc/handling.ts';

/** Entries of one moment by one person, as one thing that was done. */
export interface HistoryStep {
  id: number;
  at: string;
  /** Empty for what nobody did. */
  actor: string;
  entries: VocHistoryEntry[];
}

/** Newest first; within a step in the order it happened. */
export function historySteps(entries: readonly VocHistoryEntry[]): HistoryStep[] {
  const steps: HistoryStep[] = [];
  for (const entry of entries) {
    const last = steps.at(-1);
    if (last !== undefined && last.at === entry.at && last.actor === entry.actor) {
      last.entries.push(entry);
    } else {
      steps.push({ id: entry.id, at: entry.at, actor: entry.actor, entries: [entry] });
    }
  }
  return steps.reverse();
}

/** What happened, in a sentence; `quote` is what was written about it. */
export function historyWords(
  entry: VocHistoryEntry,
  t: TFunction,
): { words: string; quote: string | null } {
  const { kind } = entry;
  const before = valueWords(kind, entry.before, t);
  const after = valueWords(kind, entry.after, t);
  const say = (key: string, quote: string | null = null) => ({
    words: t(`handling:history.${key}`, { before, after }),
    quote,
  });
  switch (kind) {
    case 'imported':
      return { words: t('handling:history.imported', { file: entry.after ?? '' }), quote: null };
    case 'status':
      return say(wasReopened(entry) ? 'reopened' : 'status');
    case 'owner':
      return say('assigned');
    case 'reply':
      return say('reply', entry.after);
    case 'escalate':
      return entry.actor === '' ? say('escalatedByRule') : say('escalate', entry.after);
    case 'created':
    case 'text':
    case 'handlingSatisfaction':
    case 'deescalate':
    case 'link':
    case 'unlink':
    case 'merge':
    case 'unmerge':
    case 'anonymise':
      return say(kind);
    default: {
      const words = t('handling:history.changed', { field: fieldWord(kind, t), before, after });
      return { words, quote: null };
    }
  }
}

function wasReopened({ before, after }: VocHistoryEntry): boolean {
  const from = statusOf(before);
  const to = statusOf(after);
  return from !== null && to !== null && isReopening(from, to);
}

function statusOf(code: string | null): VocStatus | null {
  return vocStatuses.find((status) => status === code) ?? null;
}

function fieldWord(kind: string, t: TFunction): string {
  if (kind === 'dueOn') return t('handling:due.label');
  if (kind === 'customerId') return t('handling:pane.customer');
  return t(`voc:fields.${kind}`);
}

const codedWords: Record<string, string> = {
  status: 'voc:statuses',
  channel: 'voc:channels',
  kind: 'voc:kinds',
  severity: 'voc:severities',
  handlingSatisfaction: 'handling:satisfactions',
};

function valueWords(kind: string, value: string | null, t: TFunction): string {
  if (value === null || value === '') return t('handling:history.empty');
  const words = codedWords[kind];
  if (words !== undefined) return t(`${words}.${value}`);
  return kind === 'receivedAt' ? value.replace('T', ' ') : value;
}
