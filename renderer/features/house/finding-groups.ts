import type {
  FindingCode,
  FindingSeverity,
  HouseFinding,
} from '../../../core/domain/house/house-finding.ts';

/** Findings of one kind and severity. */
export interface FindingGroup {
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly findings: readonly HouseFinding[];
}

/** By kind, in the order in which they come: serious first. */
export function findingGroups(findings: readonly HouseFinding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ code, severity }) => `${severity} ${code}`);
  return [...groups].flatMap(([key, own]) => {
    const first = own[0];
    return first === undefined
      ? []
      : [{ key, code: first.code, severity: first.severity, findings: own }];
  });
}

/** Of a kind that is found all over the house, so many leave the other kinds in view. */
const unfolded = 3;
/** More than this at once helps nobody; mended ones make room for the next. */
const mostShown = 200;

interface FoldedGroup {
  readonly shown: readonly HouseFinding[];
  /** How many unfolding shows, or folding hides; 0 when there is nothing to fold. */
  readonly folded: number;
  /** Too many even for an open group. */
  readonly beyond: number;
}

/** What is seen of a kind. One alone is never folded: its button would take the same room. */
export function foldedGroup(findings: readonly HouseFinding[], isOpen: boolean): FoldedGroup {
  const more = findings.length - unfolded;
  if (more <= 1) return { shown: findings, folded: 0, beyond: 0 };
  if (!isOpen) return { shown: findings.slice(0, unfolded), folded: more, beyond: 0 };
  return {
    shown: findings.slice(0, mostShown),
    folded: more,
    beyond: Math.max(0, findings.length - mostShown),
  };
}
