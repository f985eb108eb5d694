import { z } from 'zod';
import {
  computePlanning,
  type PlanningNote,
  type PlanningRow,
} from '../../domain/house/planning.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, subscript, workedNumber } from '../explanation.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        importance: z.number().min(0).describe('Importance of the WHAT, in any unit.'),
        current: z.number().positive().describe("How well we do today, on the customers' scale."),
        target: z.number().positive().describe('How well we mean to do, on the same scale.'),
        salesPoint: z.number().positive().describe('Usually 1, 1.2 or 1.5.'),
      }),
    )
    .min(1)
    .describe('One row per WHAT.'),
});

const noteWords: Record<PlanningNote, string> = {
  noWeight: 'relativeWeight is null: every absolute weight is 0, so there is nothing to share out.',
};

export const planningCalc = defineCalcMethod({
  name: 'planning',
  description:
    'Quality planning table: improvement ratio, absolute and relative weight of the WHATs.',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = computePlanning(input.rows);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain({ rows }, { improvementRatio, absoluteWeight, relativeWeight }) {
    const total = absoluteWeight.reduce((sum, weight) => sum + weight, 0);
    const firstRows = rows.slice(0, 3);
    return {
      sources: [
        'Akao, Y. (ed.), Quality Function Deployment, Productivity Press, 1990',
        'Cohen, L., Quality Function Deployment: How to Make QFD Work for You, Addison-Wesley, 1995',
      ],
      inputs: quantities(columnsOf(rows)),
      n: null,
      exclusions: [],
      steps: [
        {
          id: 'improvementRatio',
          formula: 'improvementRatioᵢ = targetᵢ ÷ currentᵢ',
          worked: firstRows.map(
            ({ target, current }, i) =>
              `improvementRatio${subscript(i)} = ${workedNumber(target)} ÷ ${workedNumber(current)} = ${workedNumber(improvementRatio[i] ?? null)}`,
          ),
          results: [quantity('improvementRatio', improvementRatio)],
        },
        {
          id: 'absoluteWeight',
          formula: 'absoluteWeightᵢ = importanceᵢ · improvementRatioᵢ · salesPointᵢ',
          worked: firstRows.map(
            ({ importance, salesPoint }, i) =>
              `absoluteWeight${subscript(i)} = ${workedNumber(importance)}·${workedNumber(improvementRatio[i] ?? null)}·${workedNumber(salesPoint)} = ${workedNumber(absoluteWeight[i] ?? null)}`,
          ),
          results: [quantity('absoluteWeight', absoluteWeight)],
        },
        {
          id: 'relativeWeight',
          formula: 'relativeWeightᵢ = absoluteWeightᵢ ÷ Σᵢ absoluteWeightᵢ',
          worked: relativeWeight
            .slice(0, 3)
            .map(
              (share, i) =>
                `relativeWeight${subscript(i)} = ${workedNumber(absoluteWeight[i] ?? null)} ÷ ${workedNumber(total)} = ${workedNumber(share)}`,
            ),
          results: [
            quantity('Σ absoluteWeight', total),
            quantity('relativeWeight', relativeWeight),
          ],
        },
      ],
    };
  },
});

function columnsOf(rows: readonly PlanningRow[]): Record<keyof PlanningRow, number[]> {
  return {
    importance: rows.map((row) => row.importance),
    current: rows.map((row) => row.current),
    target: rows.map((row) => row.target),
    salesPoint: rows.map((row) => row.salesPoint),
  };
}
