import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import {
  analyseKano,
  countKano,
  type KanoNote,
  kanoCategories,
  kanoEvaluationTable,
  leadingCategories,
} from '../../domain/kano/kano.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { withNotes } from '../with-notes.ts';

const answerSchema = z.int().min(1).max(5);
const countSchema = z.int().min(0);

const inputSchema = z
  .strictObject({
    responses: z
      .array(
        z.strictObject({
          functional: answerSchema.describe('How do you feel if the feature is there?'),
          dysfunctional: answerSchema.describe('How do you feel if it is not there?'),
        }),
      )
      .min(1)
      .optional()
      .describe('Answers: 1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike. Or give counts.'),
    counts: z
      .strictObject({
        M: countSchema,
        O: countSchema,
        A: countSchema,
        I: countSchema,
        R: countSchema,
        Q: countSchema,
      })
      .optional()
      .describe(
        'How many answered must-be, one-dimensional, attractive, indifferent, reverse, questionable.',
      ),
  })
  .superRefine(({ responses, counts }, context) => {
    if (responses !== undefined && counts !== undefined) {
      addFault(context, {
        code: 'calc.ambiguousInput',
        path: ['counts'],
        message: 'Both responses and counts are given: give one of them.',
      });
    }
    if (responses === undefined && counts === undefined) {
      addFault(context, {
        code: 'calc.missingField',
        path: ['responses'],
        message: 'Neither responses nor counts are given: give one of them.',
      });
    }
    if (counts !== undefined && kanoCategories.every((category) => counts[category] === 0)) {
      addFault(context, {
        code: 'calc.emptySample',
        path: ['counts'],
        message: 'Every count is 0, so that nobody has answered.',
      });
    }
  });

const noteWords: Record<KanoNote, string> = {
  noneClassified:
    'better and worse are null: no answer is attractive, one-dimensional, must-be or indifferent.',
};

export const kanoCalc = defineCalcMethod({
  name: 'kano',
  description:
    'Kano class of a feature, better and worse coefficients, strengths and the Fong test.',
  handling: { missing: 'refused', weights: 'none' },
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = analyseKano(input.counts ?? countKano(input.responses ?? []));
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, output) {
    const { n, counts, category } = output;
    const [first, second] = leadingCategories(counts);
    const largest = kanoCategories
      .toSorted((a, b) => counts[b] - counts[a])
      .map((name) => `${name} ${workedNumber(counts[name])}`);
    return {
      sources: [
        'Kano, N., Seraku, N., Takahashi, F., Tsuji, S., Attractive Quality and Must-be Quality (in Japanese), Hinshitsu: Journal of the Japanese Society for Quality Control 14(2), 1984, 147–156',
        "Berger, C. et al., Kano's Methods for Understanding Customer-defined Quality, Center for Quality of Management Journal 2(4), 1993, 3–36",
        'Lee, M. C., Newcomb, J. F., Applying the Kano Methodology to Meet Customer Requirements: NASA’s Microgravity Science Program, Quality Management Journal 4(3), 1997, 95–106',
        'Fong, D., Using the Self-stated Importance Questionnaire to Interpret Kano Questionnaire Results, Center for Quality of Management Journal 5(3), 1996, 21–24',
      ],
      inputs:
        input.responses === undefined
          ? quantities({ counts })
          : quantities({
              functional: input.responses.map((response) => response.functional),
              dysfunctional: input.responses.map((response) => response.dysfunctional),
            }),
      n,
      exclusions: [],
      steps: [
        countStep(output),
        {
          id: 'category',
          formula: 'category = argmax(M, O, A, I, R, Q); M > O > A > I > R > Q',
          worked: [largest.join(', ')],
          results: [quantity('category', category)],
        },
        ...coefficientSteps(output),
        {
          id: 'categoryStrength',
          formula:
            'a = max₁(M, O, A, I, R, Q); b = max₂(M, O, A, I, R, Q); categoryStrength = (a − b) ÷ n',
          worked: [
            `(${counts[first]} − ${counts[second]}) ÷ ${n} = ${workedNumber(output.categoryStrength)}`,
          ],
          results: [
            ...quantities({ a: counts[first], b: counts[second] }),
            quantity('categoryStrength', output.categoryStrength),
          ],
        },
        {
          id: 'fong',
          formula:
            'difference = a − b; critical = 1.65·√[(a + b)·(2·n − a − b) ÷ (2·n)]; significant: difference > critical',
          worked: [
            `1.65·√((${counts[first]} + ${counts[second]})·(2·${n} − ${counts[first]} − ${counts[second]}) ÷ (2·${n})) = ${workedNumber(output.fong.critical)}`,
          ],
          results: [quantity('fong', { ...output.fong })],
        },
      ],
    };
  },
});

type KanoOutput = Omit<ReturnType<typeof analyseKano>, 'notes'>;

function countStep({ n, counts }: KanoOutput): ExplanationStep {
  return {
    id: 'counts',
    formula: 'category = table[functional][dysfunctional]; n = M + O + A + I + R + Q',
    worked: kanoEvaluationTable.map(
      (row, functional) => `functional ${functional + 1}: ${row.join(' ')}`,
    ),
    results: [quantity('counts', { ...counts }), quantity('n', n)],
  };
}

function coefficientSteps({
  n,
  counts,
  better,
  worse,
  totalStrength,
}: KanoOutput): ExplanationStep[] {
  const { M, O, A, I } = counts;
  const classified = A + O + M + I;
  return [
    {
      id: 'better',
      formula: 'better = (A + O) ÷ (A + O + M + I)',
      worked: [`(${A} + ${O}) ÷ ${classified} = ${workedNumber(better)}`],
      results: [quantity('A + O + M + I', classified), quantity('better', better)],
    },
    {
      id: 'worse',
      formula: 'worse = −(O + M) ÷ (A + O + M + I)',
      worked: [`−(${O} + ${M}) ÷ ${classified} = ${workedNumber(worse)}`],
      results: [quantity('worse', worse)],
    },
    {
      id: 'totalStrength',
      formula: 'totalStrength = (A + O + M) ÷ n',
      worked: [`(${A} + ${O} + ${M}) ÷ ${n} = ${workedNumber(totalStrength)}`],
      results: [quantity('totalStrength', totalStrength)],
    },
  ];
}
