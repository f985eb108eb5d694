import type { KanoClass, RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { childrenOf } from './tree-moves.ts';

/** One cell of a level column and how many lines it spans; null where a cell above spans this line. */
export interface DeploymentCell {
  requirement: RequirementRow;
  span: number;
}

/** One line of the CS요소 전개표: the path to one lowest requirement. */
export interface DeploymentLine {
  cells: (DeploymentCell | null)[];
  /** The lowest requirement of the line. */
  leaf: RequirementRow;
}

/** The tree as the wide table of workshops: a column for each level, merged downwards. */
export function deploymentLines(rows: readonly RequirementRow[]): DeploymentLine[] {
  return linesBelow(rows, null);
}

function linesBelow(rows: readonly RequirementRow[], parentId: number | null): DeploymentLine[] {
  return childrenOf(rows, parentId).flatMap((requirement) => {
    const below = linesBelow(rows, requirement.id);
    const lines = below.length === 0 ? [{ cells: [], leaf: requirement }] : below;
    return lines.map((line, index) => ({
      leaf: line.leaf,
      cells: [index === 0 ? { requirement, span: lines.length } : null, ...line.cells],
    }));
  });
}

/** What a line says of its lowest requirement, for other programs: figures without grouping. */
export function leafFacts(
  { vocCount, itemIds, importance, kano, weight, quote }: RequirementRow,
  wordsOfKano: (kano: KanoClass) => string,
): string[] {
  return [
    String(vocCount),
    String(itemIds.length),
    importance.meanSeverity === null ? '' : String(Number(importance.value.toFixed(2))),
    kano === null ? '' : wordsOfKano(kano),
    weight === null ? '' : String(weight),
    quote?.text ?? '',
  ];
}
