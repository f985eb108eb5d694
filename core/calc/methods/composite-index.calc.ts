import { z } from 'zod';
import { componentScores } from '../../contract/csi.contract.ts';
import {
  type IndexComponent,
  isRespondentWeight,
  scaleSuitsScore,
  scoreSample,
} from '../../domain/index/component-score.ts';
import { estimateIndex } from '../../domain/index/composite-index.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { type Figure, quantities } from '../explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';

const componentSchema = z.strictObject({
  name: z.string(),
  weight: z.number().min(0).max(1).describe('Share in the index; all shares sum to 1.'),
  score: z.enum(componentScores),
  scaleMin: z.number(),
  scaleMax: z.number(),
  items: z
    .array(z.array(z.number().nullable()).min(1))
    .min(1)
    .describe('items[r][k]: answer of respondent r to item k; null is no answer.'),
});

const inputSchema = z
  .strictObject({
    components: z.array(componentSchema).min(1),
    respondentWeights: z
      .array(z.number().min(0))
      .min(1)
      .optional()
      .describe('One weight per respondent; all equal when absent.'),
  })
  .superRefine((input, context) => {
    for (const [c, component] of input.components.entries()) {
      refuseBadComponent(context, component, ['components', c]);
    }
    refuseBadShares(context, input.components);
    refuseBadWeights(context, input);
  });

type CompositeInput = z.output<typeof inputSchema>;
type ComponentInput = CompositeInput['components'][number];

function refuseBadComponent(
  context: z.RefinementCtx,
  component: ComponentInput,
  path: (string | number)[],
): void {
  const { score, scaleMin, scaleMax, items } = component;
  if (!scaleSuitsScore(score, scaleMin, scaleMax)) {
    addFault(context, {
      code: 'calc.badScale',
      path: [...path, 'scaleMax'],
      message: `A scale from ${scaleMin} to ${scaleMax} cannot carry the score ${score}.`,
    });
    return;
  }
  refuseRaggedMatrix(context, items, [...path, 'items']);
  for (const [r, row] of items.entries()) {
    const k = row.findIndex(
      (answer) => answer !== null && !(answer >= scaleMin && answer <= scaleMax),
    );
    if (k < 0) continue;
    addFault(context, {
      code: 'calc.outOfScale',
      path: [...path, 'items', r, k],
      message: `${row[k]} lies outside the scale from ${scaleMin} to ${scaleMax}.`,
    });
    return;
  }
}

function refuseBadShares(context: z.RefinementCtx, components: readonly ComponentInput[]): void {
  const sum = components.reduce((total, component) => total + component.weight, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  addFault(context, {
    code: 'calc.weightsNotOne',
    path: ['components'],
    message: `The weights of the components sum to ${sum}; they must sum to 1.`,
  });
}

function refuseBadWeights(context: z.RefinementCtx, input: CompositeInput): void {
  const weights = input.respondentWeights;
  if (weights === undefined) return;
  const bad = weights.findIndex((weight) => !isRespondentWeight(weight));
  if (bad >= 0) {
    addFault(context, {
      code: 'calc.outOfRange',
      path: ['respondentWeights', bad],
      message: 'A weight must be 0 or lie between 1e-9 and 1e9.',
    });
  }
  if (weights.every((weight) => weight === 0)) {
    addFault(context, {
      code: 'calc.emptySample',
      path: ['respondentWeights'],
      message: 'Every weight is 0, so that no respondent counts.',
    });
  }
  const odd = input.components.findIndex((component) => component.items.length !== weights.length);
  if (odd >= 0) {
    addFault(context, {
      code: 'calc.sizeMismatch',
      path: ['components', odd, 'items'],
      message: `There are ${weights.length} respondent weights but ${input.components[odd]?.items.length} rows of items.`,
    });
  }
}

/** Turns rows of respondents into one column per item; null and a row that is not there become NaN. */
function columnsOf(component: ComponentInput, respondents: number): IndexComponent {
  const { name, weight, score, scaleMin, scaleMax, items } = component;
  const width = items[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, k) => ({
    values: Float64Array.from({ length: respondents }, (_, r) => items[r]?.[k] ?? Number.NaN),
    scaleMin,
    scaleMax,
  }));
  return { name, weight, score, items: columns };
}

const noteWords: Record<string, string> = {
  noAnswers: 'index is null: a component has no answer at all.',
  oneRespondent: 'standardError and ci95 are null: one respondent has no spread.',
};

export const compositeIndexCalc = defineCalcMethod({
  name: 'composite-index',
  description:
    'Composite satisfaction index (KCSI, PCSI and own profiles): weighted component scores, 0-100.',
  handling: { missing: 'respondentMean', weights: 'weightedMean' },
  input: inputSchema,
  run(input) {
    const respondents = Math.max(...input.components.map((component) => component.items.length));
    const weights =
      input.respondentWeights === undefined
        ? new Float64Array(respondents).fill(1)
        : Float64Array.from(input.respondentWeights);
    const sample = scoreSample(
      input.components.map((component) => columnsOf(component, respondents)),
      weights,
    );
    const { notes, ...figures } = estimateIndex(sample);
    return notes.length === 0
      ? figures
      : { ...figures, notes: notes.map((note) => noteWords[note] ?? note) };
  },
  explain(_input, output) {
    return {
      sources: [],
      inputs: [],
      n: null,
      exclusions: [],
      steps: [
        { id: 'index', formula: '', results: quantities({ ...output } as Record<string, Figure>) },
      ],
    };
  },
});
