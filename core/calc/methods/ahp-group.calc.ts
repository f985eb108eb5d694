import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import {
  type GroupMethod,
  type GroupPriorities,
  groupMethods,
  groupPriorities,
} from '../../domain/ahp/group-priorities.ts';
import type { PriorityNote, PriorityResult } from '../../domain/ahp/priority-vector.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity } from '../explanation.ts';
import { judgementsSchema, refuseBadJudgements } from '../judgements.ts';
import { prioritySource, prioritySteps } from '../priority-steps.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    matrices: z
      .array(judgementsSchema)
      .min(1)
      .describe('One matrix of pairwise comparisons per member, all of the same size.'),
    method: z
      .enum(groupMethods)
      .describe(
        'aij-geometric: mean of the judgements; aip-arithmetic, aip-geometric: mean of the priorities.',
      ),
  })
  .superRefine(({ matrices }, context) => {
    const size = matrices[0]?.length ?? 0;
    for (const [k, matrix] of matrices.entries()) {
      refuseBadJudgements(context, matrix, ['matrices', k]);
      if (matrix.length === size) continue;
      addFault(context, {
        code: 'calc.sizeMismatch',
        path: ['matrices', k],
        message: `This matrix compares ${matrix.length} elements where the first compares ${size}.`,
      });
    }
  });

type JointFigures = Omit<PriorityResult, 'weights' | 'notes'> & { matrix: number[][] };

interface GroupOutput extends Partial<JointFigures> {
  weights: number[];
  members: Pick<PriorityResult, 'weights' | 'consistencyRatio'>[];
}

/** Why ratios are null, which is the same for every member; an odd member is named. */
const noteWords: Record<Exclude<PriorityNote, 'inconsistent'>, string> = {
  oneElement: 'The consistency of the judgements is null: one element is compared with nothing.',
  twoElements: 'Every consistencyRatio is null: two elements are always consistent.',
  noRandomIndex:
    'Every consistencyRatio is null: no random index is published for more than 15 elements.',
};

export const ahpGroupCalc = defineCalcMethod({
  name: 'ahp-group',
  description: "A group's priorities (AHP) from its members' judgements or priorities.",
  handling: { missing: 'refused', weights: 'none' },
  input: inputSchema,
  run(input) {
    const group = groupPriorities(input.matrices, input.method);
    return withNotes(outputOf(group), notesOf(group));
  },
  explain({ matrices, method }, output) {
    return {
      sources: [
        prioritySource,
        'Aczél, J., Saaty, T. L., Procedures for Synthesizing Ratio Judgements, Journal of Mathematical Psychology 27(1), 1983, 93–102',
        'Forman, E., Peniwati, K., Aggregating Individual Judgments and Priorities with the Analytic Hierarchy Process, European Journal of Operational Research 108(1), 1998, 165–169',
      ],
      inputs: quantities({ matrices, method }),
      n: matrices.length,
      exclusions: [],
      steps: [
        {
          id: 'members',
          formula:
            'A⁽ᵏ⁾·w⁽ᵏ⁾ = λmax⁽ᵏ⁾·w⁽ᵏ⁾, Σᵢ wᵢ⁽ᵏ⁾ = 1; CR⁽ᵏ⁾ = (λmax⁽ᵏ⁾ − n) ÷ (n − 1) ÷ RI(n)',
          results: [
            quantity('K', matrices.length),
            quantity(
              'members',
              output.members.map((member) => ({ ...member })),
            ),
          ],
        },
        ...groupSteps(method, output),
      ],
    };
  },
});

function outputOf({ weights, joint, members }: GroupPriorities): GroupOutput {
  const own = members.map((member) => ({
    weights: member.weights,
    consistencyRatio: member.consistencyRatio,
  }));
  if (joint === null) return { weights, members: own };
  const { matrix, lambdaMax, consistencyIndex, consistencyRatio } = joint;
  return { weights, matrix, lambdaMax, consistencyIndex, consistencyRatio, members: own };
}

function groupSteps(method: GroupMethod, output: GroupOutput): ExplanationStep[] {
  switch (method) {
    case 'aij-geometric':
      return jointSteps(output);
    case 'aip-arithmetic':
      return [
        {
          id: 'arithmeticMean',
          formula: 'mᵢ = (1 ÷ K)·Σₖ wᵢ⁽ᵏ⁾; wᵢ = mᵢ ÷ Σᵢ mᵢ',
          results: [quantity('weights', output.weights)],
        },
      ];
    case 'aip-geometric':
      return [
        {
          id: 'geometricMean',
          formula: 'mᵢ = (Πₖ wᵢ⁽ᵏ⁾)^(1 ÷ K); wᵢ = mᵢ ÷ Σᵢ mᵢ',
          results: [quantity('weights', output.weights)],
        },
      ];
  }
}

function jointSteps({ weights, matrix, ...output }: GroupOutput): ExplanationStep[] {
  if (matrix === undefined) return [];
  const { lambdaMax = matrix.length, consistencyIndex = null, consistencyRatio = null } = output;
  return [
    {
      id: 'matrix',
      formula: 'aᵢⱼ = (Πₖ aᵢⱼ⁽ᵏ⁾)^(1 ÷ K)',
      results: [quantity('matrix', matrix)],
    },
    ...prioritySteps(matrix, { weights, lambdaMax, consistencyIndex, consistencyRatio }),
  ];
}

/** More members than this are counted, not named. */
const mostNamed = 10;

function notesOf({ members, joint }: GroupPriorities): string[] {
  const odd = members.flatMap(({ notes }, k) => (notes.includes('inconsistent') ? [k] : []));
  const named = odd.slice(0, mostNamed).map((k) => `members[${k}]`);
  const more = odd.length > mostNamed ? ` and ${odd.length - mostNamed} more` : '';
  const shared = members[0]?.notes.filter((note) => note !== 'inconsistent') ?? [];
  return [
    ...shared.map((note) => noteWords[note]),
    ...(odd.length === 0
      ? []
      : [
          `consistencyRatio is above 0.1 for ${named.join(', ')}${more}: their judgements contradict each other; ask them to revise.`,
        ]),
    ...(joint?.notes.includes('inconsistent')
      ? ['consistencyRatio of the joint matrix is above 0.1: revise the judgements before use.']
      : []),
  ];
}
