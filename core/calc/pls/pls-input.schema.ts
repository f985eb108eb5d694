import { z } from 'zod';
import { plsModes, plsSchemes } from '../../domain/pls/pls-model.ts';
import { cycleOf } from '../../domain/pls/structural-model.ts';
import { addFault } from '../calc-error.ts';
import { addMissingFault, addNoCompleteCase, missingSchema } from '../missing-values.ts';
import { refuseBadScale, refuseOutOfScale } from '../scale-fault.ts';

/** Draws × paths of a bootstrap: what a computer can hold at once. */
const mostDrawnFigures = 20_000_000;

export const plsInputSchema = z
  .strictObject({
    columns: z.array(z.string()).min(1).describe('Names of the columns of rows.'),
    rows: z
      .array(z.array(z.number().nullable()).min(1))
      .min(1)
      .describe('rows[r][c]: answer of respondent r in column c; null is no answer.'),
    measurement: z
      .record(z.string(), z.array(z.string()).min(1))
      .describe('The columns that measure each construct.'),
    modes: z
      .record(z.string(), z.enum(plsModes))
      .optional()
      .describe('A (reflective) or B (formative) per construct; A where absent.'),
    structural: z
      .array(z.tuple([z.string(), z.string()]))
      .min(1)
      .describe('Paths [from, to] between constructs; without a cycle.'),
    scheme: z.enum(plsSchemes).describe('How neighbouring constructs are weighted.'),
    scaled: z.boolean().describe('Items standardised (true) or only centred (false).'),
    itemScale: z
      .tuple([z.number(), z.number()])
      .describe('Least and greatest possible answer: what 0 and 100 of the index stand for.'),
    missing: missingSchema,
    bootstrap: z
      .strictObject({ draws: z.int().min(1).max(100_000), seed: z.int() })
      .optional()
      .describe('Percentile intervals from this many bootstrap draws.'),
  })
  .superRefine((input, context) => {
    // A later question takes the answers of the earlier ones for granted.
    const questions = [refuseBadTable, refuseBadBlocks, refuseBadStructure, refuseBadAnswers];
    questions.some((refuse) => {
      const before = context.issues.length;
      refuse(context, input);
      return context.issues.length > before;
    });
  });

export type PlsJson = z.output<typeof plsInputSchema>;

function refuseBadTable(context: z.RefinementCtx, { columns, rows, itemScale }: PlsJson): void {
  const twice = columns.findIndex((name, c) => columns.indexOf(name) !== c);
  if (twice >= 0) {
    addFault(context, {
      code: 'calc.duplicate',
      path: ['columns', twice],
      message: `There are two columns "${columns[twice]}": give each a name of its own.`,
    });
  }
  refuseOddRows(context, rows, columns.length);
  refuseBadScale(context, itemScale, ['itemScale']);
}

/** Every row needs a value per column. Where none has, the columns are as likely to be at fault. */
function refuseOddRows(
  context: z.RefinementCtx,
  rows: readonly (readonly unknown[])[],
  width: number,
): void {
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd < 0) return;
  const given = rows[odd]?.length ?? 0;
  addFault(
    context,
    rows.every((row) => row.length === given)
      ? {
          code: 'calc.sizeMismatch',
          path: ['rows'],
          message: `There are ${width} columns but ${given} values in a row.`,
        }
      : {
          code: 'calc.raggedMatrix',
          path: ['rows', odd],
          message: `Row ${odd} has ${given} values for ${width} columns.`,
        },
  );
}

function refuseBadBlocks(context: z.RefinementCtx, { columns, measurement, modes }: PlsJson): void {
  const known = new Set(columns);
  if (Object.keys(measurement).length === 0) {
    addFault(context, {
      code: 'calc.emptySample',
      path: ['measurement'],
      message: 'There is no construct: name at least two and the columns that measure them.',
    });
  }
  for (const [latent, items] of Object.entries(measurement)) {
    if (latent === '' || latent.includes('->')) {
      addFault(context, {
        code: 'calc.badName',
        path: ['measurement', latent],
        message: 'The name of a construct must not be empty and must not contain "->".',
      });
    }
    for (const [i, item] of items.entries()) {
      if (!known.has(item)) {
        addFault(context, {
          code: 'calc.unknownColumn',
          path: ['measurement', latent, i],
          message: `There is no column "${item}": correct the name or add the column.`,
        });
      }
      if (items.indexOf(item) !== i) {
        addFault(context, {
          code: 'calc.duplicate',
          path: ['measurement', latent, i],
          message: `The column "${item}" stands twice in one block: keep it once.`,
        });
      }
    }
  }
  for (const latent of Object.keys(modes ?? {})) {
    if (!Object.hasOwn(measurement, latent))
      refuseUnknownLatent(context, latent, ['modes', latent]);
  }
}

function refuseUnknownLatent(
  context: z.RefinementCtx,
  latent: string,
  path: (string | number)[],
): void {
  addFault(context, {
    code: 'calc.unknownName',
    path,
    message: `There is no construct "${latent}" in measurement: correct the name or add its columns.`,
  });
}

function refuseBadStructure(context: z.RefinementCtx, input: PlsJson): void {
  const { measurement, structural, bootstrap } = input;
  const seen = new Set<string>();
  for (const [i, path] of structural.entries()) {
    for (const [end, latent] of path.entries()) {
      if (!Object.hasOwn(measurement, latent)) {
        refuseUnknownLatent(context, latent, ['structural', i, end]);
      }
    }
    const [from, to] = path;
    if (from === to) {
      addFault(context, {
        code: 'calc.cyclicStructure',
        path: ['structural', i],
        message: `"${from}" cannot act on itself: remove the path.`,
      });
    }
    if (seen.has(path.join('->'))) {
      addFault(context, {
        code: 'calc.duplicate',
        path: ['structural', i],
        message: `The path from "${from}" to "${to}" is given twice: keep it once.`,
      });
    }
    seen.add(path.join('->'));
  }
  const cycle = cycleOf(structural);
  if (cycle !== null) {
    addFault(context, {
      code: 'calc.cyclicStructure',
      path: ['structural'],
      message: `The paths run in a circle (${cycle.join(' → ')}): remove one of them.`,
    });
  }
  const connected = new Set(structural.flat());
  for (const latent of Object.keys(measurement)) {
    if (connected.has(latent)) continue;
    addFault(context, {
      code: 'calc.unconnected',
      path: ['measurement', latent],
      message: `No path leads to or from "${latent}": add one or remove the construct.`,
    });
  }
  if (bootstrap !== undefined && bootstrap.draws * structural.length > mostDrawnFigures) {
    addFault(context, {
      code: 'calc.outOfRange',
      path: ['bootstrap', 'draws'],
      message: `With ${structural.length} paths at most ${Math.floor(mostDrawnFigures / structural.length)} draws fit into memory.`,
    });
  }
}

/** Only columns that measure something must be complete and on the scale. */
function refuseBadAnswers(context: z.RefinementCtx, input: PlsJson): void {
  const { rows, missing, itemScale } = input;
  const used = usedColumns(input);
  let complete = 0;
  for (const [r, row] of rows.entries()) {
    let gaps = 0;
    for (const c of used) {
      const answer = row[c] ?? null;
      if (answer === null) {
        gaps += 1;
        if (missing === 'complete-cases') continue;
        addMissingFault(context, ['rows', r, c]);
        return;
      }
      if (refuseOutOfScale(context, answer, itemScale, ['rows', r, c])) return;
    }
    if (gaps === 0) complete += 1;
  }
  if (complete === 0) addNoCompleteCase(context, ['rows']);
}

/** Numbers of the columns that measure a construct, each once. */
export function usedColumns({ columns, measurement }: PlsJson): number[] {
  const numbers = new Map(columns.map((name, c) => [name, c]));
  return [...new Set(Object.values(measurement).flat())].map((name) => numbers.get(name) ?? -1);
}
