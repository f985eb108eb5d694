import { z } from 'zod';
import { type PriorityNote, priorityVector } from '../../domain/ahp/priority-vector.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities } from '../explanation.ts';
import { judgementsSchema, refuseBadJudgements } from '../judgements.ts';
import { prioritySource, prioritySteps } from '../priority-steps.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    matrix: judgementsSchema.describe(
      'matrix[i][j]: how many times as important element i is as element j; matrix[j][i] is its reciprocal.',
    ),
  })
  .superRefine(({ matrix }, context) => refuseBadJudgements(context, matrix, ['matrix']));

const noteWords: Record<PriorityNote, string> = {
  oneElement:
    'consistencyIndex and consistencyRatio are null: one element is compared with nothing.',
  twoElements: 'consistencyRatio is null: two elements are always consistent.',
  noRandomIndex:
    'consistencyRatio is null: no random index is published for more than 15 elements.',
  inconsistent:
    'consistencyRatio is above 0.1: the judgements contradict each other; revise them before the weights are used.',
};

export const ahpCalc = defineCalcMethod({
  name: 'ahp',
  description: 'Priorities by pairwise comparison (AHP) with the consistency of the judgements.',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = priorityVector(input.matrix);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain({ matrix }, output) {
    return {
      sources: [prioritySource],
      inputs: quantities({ A: matrix }),
      n: null,
      exclusions: [],
      steps: prioritySteps(matrix, output),
    };
  },
});
