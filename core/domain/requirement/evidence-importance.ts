import type { RequirementImportance } from '../../contract/requirement.contract.ts';

interface Branch {
  id: number;
  parentId: number | null;
}

/** A VOC that is evidence for a requirement; severity 1 to 5, null when nobody judged it. */
export type EvidenceLink = readonly [vocId: number, requirementId: number, severity: number | null];

/** Counts of distinct VOC, and the sum of the severities of the judged ones. */
export interface EvidenceCount {
  vocCount: number;
  judged: number;
  severitySum: number;
}

export interface EvidenceTally {
  /** Of each requirement that has evidence of its own or below it. */
  byRequirement: Map<number, EvidenceCount & { ownVocCount: number }>;
  /** Of all evidence together, each VOC once. */
  all: EvidenceCount;
}

/** Counts as this where nobody judged any evidence: the middle of the five-point scale. */
const middleSeverity = 3;

/**
 * Counts the evidence of every requirement together with that of those below it. A VOC linked to
 * several requirements of one branch counts once for the branch, and once for all; duplicates that
 * were merged are no VOC of their own and count once with the one that stands for them.
 *
 * `links` come VOC by VOC (all links of one VOC side by side), in one pass, so that a list of any
 * length may be streamed. Links to requirements that are not in `tree` are left out.
 */
export function tallyEvidence(
  tree: readonly Branch[],
  links: Iterable<EvidenceLink>,
): EvidenceTally {
  const lines = linesUpwards(tree);
  const byRequirement: EvidenceTally['byRequirement'] = new Map();
  const all: EvidenceCount = { vocCount: 0, judged: 0, severitySum: 0 };
  const met = new Set<number>();
  let current: number | null = null;
  for (const [vocId, requirementId, severity] of links) {
    const line = lines.get(requirementId);
    if (line === undefined) continue;
    if (vocId !== current) {
      current = vocId;
      met.clear();
      count(all, severity);
    }
    for (const id of line) {
      const tally = byRequirement.get(id) ?? noEvidence();
      byRequirement.set(id, tally);
      if (id === requirementId) tally.ownVocCount++;
      if (met.has(id)) continue;
      met.add(id);
      count(tally, severity);
    }
  }
  return { byRequirement, all };
}

/** What VOC nobody judged count as: the mean of all judged evidence, or the middle of the scale. */
export function assumedSeverityOf({ judged, severitySum }: EvidenceCount): number {
  return judged === 0 ? middleSeverity : severitySum / judged;
}

/** Frequency × severity of so many VOC: the sum of their severities. 0 without VOC. */
export function weightOfEvidence(
  { vocCount, judged, severitySum }: EvidenceCount,
  assumedSeverity: number,
): number {
  return severitySum + (vocCount - judged) * assumedSeverity;
}

/**
 * Importance from the evidence: frequency × severity.
 *
 * value = Σ severity over the distinct VOC of a requirement and those below it = n × mean severity.
 * A VOC nobody judged counts as the mean severity of all judged evidence of the workspace. That
 * leaves the mean of the whole where it is; the mean of the requirement itself would let a single
 * grave VOC speak for a hundred unjudged ones. With nothing judged, 3 of 5.
 *
 * share = value ÷ the value of all evidence, each VOC once: shares add up to more than 1 where VOC
 * stand for several requirements. siblingShare = value ÷ Σ value of the siblings and itself.
 *
 * Example: evidence of severities 5 and 3 (judged) and one unjudged; assumed = 4, value = 5 + 3 + 4 = 12
 * = 3 × 4.
 */
export function evidenceImportance(
  tree: readonly Branch[],
  tally: EvidenceTally,
): Map<number, RequirementImportance> {
  const assumedSeverity = assumedSeverityOf(tally.all);
  const whole = weightOfEvidence(tally.all, assumedSeverity);
  const evidenceOf = (id: number) => tally.byRequirement.get(id) ?? noEvidence();
  const importanceOf = (id: number) => weightOfEvidence(evidenceOf(id), assumedSeverity);
  const ofSiblings = new Map<number | null, number>();
  for (const { id, parentId } of tree) {
    ofSiblings.set(parentId, (ofSiblings.get(parentId) ?? 0) + importanceOf(id));
  }
  return new Map(
    tree.map(({ id, parentId }) => {
      const { vocCount, judged } = evidenceOf(id);
      const value = importanceOf(id);
      return [
        id,
        {
          value,
          meanSeverity: quotient(value, vocCount),
          judged,
          assumedSeverity,
          share: quotient(value, whole),
          siblingShare: quotient(value, ofSiblings.get(parentId) ?? 0),
        },
      ];
    }),
  );
}

function noEvidence(): EvidenceCount & { ownVocCount: number } {
  return { ownVocCount: 0, vocCount: 0, judged: 0, severitySum: 0 };
}

function count(tally: EvidenceCount, severity: number | null): void {
  tally.vocCount++;
  if (severity === null) return;
  tally.judged++;
  tally.severitySum += severity;
}

function quotient(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Each requirement with all above it, itself first. */
function linesUpwards(tree: readonly Branch[]): Map<number, number[]> {
  const parents = new Map(tree.map((branch) => [branch.id, branch.parentId]));
  const lines = new Map<number, number[]>();
  for (const { id } of tree) {
    const line: number[] = [];
    let next: number | null | undefined = id;
    while (next !== null && next !== undefined && parents.has(next) && !line.includes(next)) {
      line.push(next);
      next = parents.get(next);
    }
    lines.set(id, line);
  }
  return lines;
}
