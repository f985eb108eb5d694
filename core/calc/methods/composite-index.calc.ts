import { z } from 'zod';
import { componentScores } from '../../contract/csi.contract.ts';
import { columnOfAnswers } from '../../domain/index/answer-column.ts';
import {
  type IndexComponent,
  type ScoredSample,
  scaleSuitsScore,
  scoreSample,
} from '../../domain/index/component-score.ts';
import { estimateIndex, type IndexNote } from '../../domain/index/composite-index.ts';
import { isWhole } from '../../domain/index/index-definition.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { explainIndex } from '../index-explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';
import { refuseWeightValues, respondentWeightsSchema, weightColumn } from '../respondents.ts';
import { refuseOutOfScale } from '../scale-fault.ts';
import { withNotes } from '../with-notes.ts';

const componentSchema = z.strictObject({
  name: z.string(),
  weight: z.number().min(0).max(1).describe('Share in the index; all shares sum to 1.'),
  score: z.enum(componentScores),
  scaleMin: z.number(),
  scaleMax: z.number(),
  items: z
    .array(z.array(z.number().nullable()).min(1))
    .min(1)
    .describe(
      'items[r][k]: answer of respondent r to item k; null is no answer. Row r is the same respondent in every component; one with fewer rows has no answer of the others.',
    ),
});

const inputSchema = z
  .strictObject({
    components: z.array(componentSchema).min(1),
    respondentWeights: respondentWeightsSchema,
  })
  .superRefine((input, context) => {
    for (const [c, component] of input.components.entries()) {
      refuseBadComponent(context, component, ['components', c]);
    }
    refuseBadShares(context, input.components);
    refuseWeightValues(context, input.respondentWeights);
    refuseOtherRows(context, input);
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
  const ends = [scaleMin, scaleMax] as const;
  for (const [r, row] of items.entries()) {
    for (const [k, answer] of row.entries()) {
      if (answer === null) continue;
      if (refuseOutOfScale(context, answer, ends, [...path, 'items', r, k])) return;
    }
  }
}

function refuseBadShares(context: z.RefinementCtx, components: readonly ComponentInput[]): void {
  const sum = components.reduce((total, component) => total + component.weight, 0);
  if (isWhole(sum)) return;
  addFault(context, {
    code: 'calc.weightsNotOne',
    path: ['components'],
    message: `The weights of the components sum to ${sum}; they must sum to 1.`,
  });
}

/** With weights, every component must have one row for each of them. */
function refuseOtherRows(
  context: z.RefinementCtx,
  { components, respondentWeights }: CompositeInput,
): void {
  if (respondentWeights === undefined) return;
  const odd = components.findIndex(({ items }) => items.length !== respondentWeights.length);
  if (odd < 0) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['components', odd, 'items'],
    message: `There are ${respondentWeights.length} respondent weights but ${components[odd]?.items.length} rows of items.`,
  });
}

/** Turns rows of respondents into one column per item; a row that is not there has no answers. */
function columnsOf(component: ComponentInput, respondents: number): IndexComponent {
  const { name, weight, score, scaleMin, scaleMax, items: rows } = component;
  const items = Array.from({ length: rows[0]?.length ?? 0 }, (_, k) => {
    const values = new Float64Array(respondents).fill(Number.NaN);
    for (let r = 0; r < rows.length; r++) values[r] = rows[r]?.[k] ?? Number.NaN;
    return { scaleMin, scaleMax, ...columnOfAnswers(values, { scaleMin, scaleMax }) };
  });
  return { name, weight, score, items };
}

/** As many respondents as the longest component has rows. */
function sampleOf({ components: inputs, respondentWeights }: CompositeInput): {
  components: IndexComponent[];
  sample: ScoredSample;
} {
  const respondents = inputs.reduce((most, { items }) => Math.max(most, items.length), 0);
  const components = inputs.map((component) => columnsOf(component, respondents));
  return {
    components,
    sample: scoreSample(components, weightColumn(respondentWeights, respondents)),
  };
}

const noteWords: Partial<Record<IndexNote, string>> = {
  noAnswers: 'index, standardError and ci95 are null: a component has no answer at all.',
  oneRespondent: 'standardError and ci95 are null: one respondent has no spread.',
};

/** What a reader must know beside the reasons of the estimate itself. */
function inputNotes(
  { components }: CompositeInput,
  scores: readonly { name: string; score: number | null }[],
): string[] {
  const unanswered = scores.find(({ score }) => score === null);
  const rows = new Set(components.map(({ items }) => items.length));
  return [
    ...(unanswered === undefined
      ? []
      : [`The score of "${unanswered.name}" is null: nobody answered any of its items.`]),
    ...(rows.size === 1
      ? []
      : [
          'The components have different numbers of rows: row r counts as the same respondent in each, without an answer where a component has no such row.',
        ]),
  ];
}

export const compositeIndexCalc = defineCalcMethod({
  name: 'composite-index',
  description:
    'Composite satisfaction index (KCSI, PCSI and own profiles): weighted component scores, 0-100.',
  handling: { missing: 'respondentMean', weights: 'weightedMean' },
  input: inputSchema,
  run(input) {
    const { notes, components, index, ...figures } = estimateIndex(sampleOf(input).sample);
    return withNotes({ components, index, ...figures }, [
      ...notes.map((note) => noteWords[note] ?? note),
      ...inputNotes(input, components),
    ]);
  },
  explain(input, output) {
    const { components, sample } = sampleOf(input);
    return explainIndex(components, sample, output, {
      rows: input.components.map(({ items }) => items.length),
      weights: input.respondentWeights,
    });
  },
});
