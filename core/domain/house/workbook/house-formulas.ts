import type { FigureOptions } from '../house-figures.ts';
import type { HouseSheetPlan } from './house-sheet-plan.ts';
import { cellAddress, pinnedAddress } from './workbook-description.ts';

/** Formulas of one WHAT's row; the same arithmetic as `houseFigures`. */
export interface WhatFormulas {
  readonly improvementRatio: string;
  readonly absoluteWeight: string;
  readonly relativeWeight: string;
  /** Weight ÷ sum of the row's relations; null unless rows are normalised. */
  readonly share: string | null;
}

export function whatFormulas(
  plan: HouseSheetPlan,
  row: number,
  options: FigureOptions,
): WhatFormulas {
  const at = (column: number) => cellAddress(column, row);
  const importance = at(plan.importanceColumn);
  const current = at(plan.planColumn('current'));
  const target = at(plan.planColumn('target'));
  const salesPoint = at(plan.planColumn('salesPoint'));
  const weight = at(plan.planColumn('absoluteWeight'));
  const ratio = `IF(AND(ISNUMBER(${current}),ISNUMBER(${target})),IF(${current}>0,${target}/${current},""),"")`;
  const ratioCell = at(plan.planColumn('improvementRatio'));
  const kano = kanoTerms(at(plan.kanoColumn), ratioCell, options);
  const planned =
    options.basis === 'plan' ? `*${kano.ratio}*IF(ISNUMBER(${salesPoint}),${salesPoint},1)` : '';
  return {
    improvementRatio: ratio,
    absoluteWeight: `N(${importance})${planned}${kano.factor === '' ? '' : `*${kano.factor}`}`,
    relativeWeight: shareFormula(weight, weightRange(plan)),
    share: plan.shareColumn === null ? null : rowShareFormula(plan, row, weight),
  };
}

export interface HowFormulas {
  readonly absoluteImportance: string;
  readonly relativeImportance: string;
  readonly rank: string;
}

export function howFormulas(plan: HouseSheetPlan, column: number): HowFormulas {
  const absolute = cellAddress(column, plan.footRow('absoluteImportance'));
  const first = plan.firstHowColumn;
  const row = plan.footRow('absoluteImportance');
  const all = `${pinnedAddress(first, row)}:${pinnedAddress(first + plan.hows.length - 1, row)}`;
  if (plan.whats.length === 0) {
    return { absoluteImportance: '0', relativeImportance: shareFormula(absolute, all), rank: '1' };
  }
  const lastWhat = plan.firstWhatRow + plan.whats.length - 1;
  const relations = `${cellAddress(column, plan.firstWhatRow)}:${cellAddress(column, lastWhat)}`;
  return {
    absoluteImportance: `SUMPRODUCT(${weightRange(plan, plan.shareColumn)},${relations})`,
    relativeImportance: shareFormula(absolute, all),
    // RANK compares doubles to the last bit; equal sums added in another order must stay equal.
    rank: `1+SUMPRODUCT(--(${all}-${absolute}>MAX(${all})*1E-12))`,
  };
}

function weightRange(plan: HouseSheetPlan, shareColumn: number | null = null): string {
  const column = shareColumn ?? plan.planColumn('absoluteWeight');
  const last = plan.firstWhatRow + plan.whats.length - 1;
  return `${pinnedAddress(column, plan.firstWhatRow)}:${pinnedAddress(column, last)}`;
}

function shareFormula(part: string, all: string): string {
  return `IF(SUM(${all})=0,"",${part}/SUM(${all}))`;
}

function rowShareFormula(plan: HouseSheetPlan, row: number, weight: string): string {
  const first = cellAddress(plan.firstHowColumn, row);
  const last = cellAddress(plan.firstHowColumn + plan.hows.length - 1, row);
  return `IF(SUM(${first}:${last})=0,0,${weight}/SUM(${first}:${last}))`;
}

/** What the Kano class does to ratio and weight; see `kanoEffect`. */
function kanoTerms(kano: string, ratio: string, { kano: adjustment }: FigureOptions) {
  const planned = `IF(ISNUMBER(${ratio}),${ratio},1)`;
  if (adjustment.kind === 'none') return { ratio: planned, factor: '' };
  if (adjustment.kind === 'factor') {
    const factor = Object.entries(adjustment.factors).reduce(
      (rest, [kanoClass, value]) => `IF(${kano}="${kanoClass}",${value},${rest})`,
      '1',
    );
    return { ratio: planned, factor };
  }
  const power = Object.entries(adjustment.k).reduce(
    (rest, [kanoClass, k]) => `IF(${kano}="${kanoClass}",${planned}^(1/${k}),${rest})`,
    `IF(${kano}="I",MIN(1,${planned}),${planned})`,
  );
  return { ratio: power, factor: `IF(${kano}="R",0,1)` };
}
