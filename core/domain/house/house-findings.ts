import { alikeHows, nameKey } from './alike-hows.ts';
import { separateBlocks } from './house-blocks.ts';
import {
  type FindingCode,
  type FindingSeverity,
  findingCodes,
  findingSeverities,
  type HouseFinding,
} from './house-finding.ts';
import type { HouseModel, ModelHow, ModelWhat } from './house-model.ts';
import { leavesOf } from './house-tree.ts';
import { type RoofReading, roofFindings } from './roof-findings.ts';

/** From which share of strong relations on a house is remarked upon. */
export interface FindingLimits {
  /** Strong relations among all cells of a row or column, and of the whole house. */
  readonly strongLine: number;
  readonly strongHouse: number;
  /** Rows and columns with fewer cells are left alone. */
  readonly leastCells: number;
}

/**
 * QFD looks for the few HOWs that matter (Cohen, "Quality Function Deployment", Addison-Wesley, 1995):
 * where everything is strongly related to everything, weights tell nothing apart. The literature
 * agrees on no limit; these are a convention of this program.
 */
export const usualFindingLimits: FindingLimits = {
  strongLine: 0.5,
  strongHouse: 1 / 3,
  leastCells: 5,
};

export interface FindingContext {
  /** HOWs chosen as CSFs: conflicts in the roof matter between these. */
  readonly chosenHowIds: ReadonlySet<number>;
  /** How the roof's signs are meant. */
  readonly roofReading: RoofReading;
  /**
   * Evidence behind each WHAT's weight (VOC, comparisons, answers), by id; null when nobody asks for
   * evidence. A WHAT that is not in it has none.
   */
  readonly evidence: ReadonlyMap<number, number> | null;
  readonly limits: FindingLimits;
}

/**
 * What one looks for before trusting a house: serious first, then in the order of `findingCodes`, then in
 * display order.
 *
 * Sources: empty and weak rows and columns, Yang & El-Haik, "Design for Six Sigma", McGraw-Hill, 2003,
 * section 7.4.3, and Cohen 1995; conflicts in the roof, Hauser & Clausing, "The House of Quality", Harvard
 * Business Review 66(3), 1988. A house without WHATs or without HOWs has no findings about relations.
 */
export function houseFindings(model: HouseModel, context: FindingContext): HouseFinding[] {
  const house: Lines = {
    model,
    whats: leavesOf(model.whats),
    hows: leavesOf(model.hows),
    strongest: model.scale.levels[0]?.value ?? 0,
    weakest: model.scale.levels.at(-1)?.value ?? 0,
  };
  const findings = [
    ...emptyLines(house),
    ...weightFindings(house, context),
    ...offScale(house),
    ...roofFindings(model, house.hows, context),
    ...weakRows(house),
    ...alikeFindings(house),
    ...strongFindings(house, context.limits),
    ...patternFindings(house),
  ];
  const order = (finding: HouseFinding) =>
    findingSeverities.indexOf(finding.severity) * findingCodes.length +
    findingCodes.indexOf(finding.code);
  return findings.toSorted((a, b) => order(a) - order(b));
}

interface Lines {
  readonly model: HouseModel;
  readonly whats: readonly ModelWhat[];
  readonly hows: readonly ModelHow[];
  readonly strongest: number;
  readonly weakest: number;
}

function finding(
  code: FindingCode,
  severity: FindingSeverity,
  at: { whatIds?: readonly number[]; howIds?: readonly number[] },
  params: Readonly<Record<string, number>> = {},
): HouseFinding {
  return { code, severity, whatIds: at.whatIds ?? [], howIds: at.howIds ?? [], params };
}

function cellsOf({ model }: Lines, row: number): readonly number[] {
  return model.relations[row] ?? [];
}

function emptyLines(house: Lines): HouseFinding[] {
  const { whats, hows } = house;
  if (whats.length === 0 || hows.length === 0) return [];
  const filled = hows.map((_, column) =>
    whats.some((_, row) => (cellsOf(house, row)[column] ?? 0) !== 0),
  );
  return [
    ...whats
      .filter((_, row) => cellsOf(house, row).every((value) => value === 0))
      .map(({ id }) => finding('emptyRow', 'serious', { whatIds: [id] })),
    ...hows
      .filter((_, column) => filled[column] !== true)
      .map(({ id }) => finding('emptyColumn', 'check', { howIds: [id] })),
  ];
}

function weightFindings({ whats }: Lines, { evidence }: FindingContext): HouseFinding[] {
  const found: HouseFinding[] = [];
  for (const { id, importance, kano } of whats) {
    const whatIds = [id];
    if (importance === null) found.push(finding('noImportance', 'serious', { whatIds }));
    else if (evidence !== null && (evidence.get(id) ?? 0) === 0) {
      found.push(finding('noEvidence', 'check', { whatIds }, { importance }));
    }
    if (kano === 'R') found.push(finding('kanoReverse', 'check', { whatIds }));
    if (kano === 'Q') found.push(finding('kanoQuestionable', 'hint', { whatIds }));
  }
  return found;
}

/** Tops of the scales on which importance is commonly rated. */
const scaleTops = [5, 10];
/** With fewer importances nothing can be said of their scale. */
const leastForScale = 5;

/**
 * Importances above the scale of the others: the lowest of `scaleTops` that all but a tenth (one at least)
 * keep to. Above it an importance is likely a slip of the keyboard, and weighs as much as several WHATs.
 * The tenth is a convention of this program. Scales of another kind, such as 100 points, are left alone.
 */
function offScale({ whats }: Lines): HouseFinding[] {
  const rated = whats.flatMap(({ id, importance }) =>
    importance === null ? [] : [{ id, importance }],
  );
  if (rated.length < leastForScale) return [];
  const few = Math.max(1, Math.floor(rated.length / 10));
  for (const top of scaleTops) {
    const above = rated.filter(({ importance }) => importance > top);
    if (above.length > few) continue;
    return above.map(({ id, importance }) =>
      finding('offScale', 'check', { whatIds: [id] }, { importance, top }),
    );
  }
  return [];
}

/** WHATs that only the weakest level serves; on a scale of one level there is no weak. */
function weakRows(house: Lines): HouseFinding[] {
  if (house.weakest === house.strongest) return [];
  return house.whats.flatMap(({ id }, row) => {
    const strongest = Math.max(0, ...cellsOf(house, row));
    return strongest > 0 && strongest <= house.weakest
      ? [finding('weakRow', 'check', { whatIds: [id] })]
      : [];
  });
}

function alikeFindings({ hows, model }: Lines): HouseFinding[] {
  const names = Map.groupBy(hows, ({ name }) => nameKey(name));
  const same = [...names].filter(([name, own]) => name !== '' && own.length > 1);
  const { identical, near } = alikeHows(model.relations, hows.length);
  const idsOf = (columns: readonly number[]) => columns.flatMap((column) => hows[column]?.id ?? []);
  return [
    ...same.map(([, own]) => finding('sameName', 'check', { howIds: own.map(({ id }) => id) })),
    ...identical.map((columns) => finding('sameProfile', 'check', { howIds: idsOf(columns) })),
    ...near.map(({ columns, differing, filled }) =>
      finding('nearProfile', 'hint', { howIds: idsOf(columns) }, { differing, filled }),
    ),
  ];
}

function strongFindings(house: Lines, limits: FindingLimits): HouseFinding[] {
  const { whats, hows, strongest } = house;
  const inColumns = hows.map(() => 0);
  const found: HouseFinding[] = [];
  let total = 0;
  const judge = (
    code: FindingCode,
    at: Parameters<typeof finding>[2],
    strong: number,
    of: number,
  ) => {
    const limit = code === 'strongHouse' ? limits.strongHouse : limits.strongLine;
    if (of < limits.leastCells || strong / of <= limit) return;
    found.push(finding(code, 'check', at, { strong, cells: of, share: strong / of }));
  };
  for (const [row, { id }] of whats.entries()) {
    let inRow = 0;
    for (const [column, value] of cellsOf(house, row).entries()) {
      if (value < strongest || value === 0) continue;
      inRow++;
      inColumns[column] = (inColumns[column] ?? 0) + 1;
    }
    total += inRow;
    judge('strongRow', { whatIds: [id] }, inRow, hows.length);
  }
  for (const [column, { id }] of hows.entries()) {
    judge('strongColumn', { howIds: [id] }, inColumns[column] ?? 0, whats.length);
  }
  judge('strongHouse', {}, total, whats.length * hows.length);
  return found;
}

/** Three rows or columns at least: with less, any pattern is chance. */
const leastForPattern = 3;

function patternFindings(house: Lines): HouseFinding[] {
  const { whats, hows, model } = house;
  const filled = model.relations.flat().filter((value) => value !== 0);
  if (Math.min(whats.length, hows.length) < leastForPattern || filled.length === 0) return [];
  if (filled.length === whats.length * hows.length && new Set(filled).size === 1) {
    return [finding('allAlike', 'check', {}, { value: filled[0] ?? 0 })];
  }
  const blocks = separateBlocks(model.relations, hows.length);
  const idsOf = (block: { rows: readonly number[]; columns: readonly number[] }) => ({
    whatIds: block.rows.flatMap((row) => whats[row]?.id ?? []),
    howIds: block.columns.flatMap((column) => hows[column]?.id ?? []),
  });
  const single = blocks.every(({ rows, columns }) => rows.length === 1 && columns.length === 1);
  if (single && blocks.length >= leastForPattern) {
    return [finding('oneToOne', 'check', {}, { pairs: blocks.length })];
  }
  const real = blocks.filter(({ rows, columns }) => rows.length > 1 && columns.length > 1);
  const smallest = real.toSorted((a, b) => a.rows.length - b.rows.length)[0];
  return real.length < 2 || smallest === undefined
    ? []
    : [finding('separateBlocks', 'hint', idsOf(smallest), { blocks: real.length })];
}
