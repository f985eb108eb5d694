import { z } from 'zod';
import { unequalSize } from '../../domain/control-chart/attribute-chart.ts';
import { largestRangeGroup } from '../../numerics/range-constants.ts';
import { addFault } from '../calc-error.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';

const chartTypes = ['p', 'np', 'c', 'u', 'xmr', 'xbar-r'] as const;
export type ChartType = (typeof chartTypes)[number];
type DataField = 'counts' | 'sizes' | 'values' | 'groups';

const fieldsOf: Record<ChartType, { needed: DataField[]; optional: DataField[] }> = {
  p: { needed: ['counts', 'sizes'], optional: [] },
  np: { needed: ['counts', 'sizes'], optional: [] },
  c: { needed: ['counts'], optional: ['sizes'] },
  u: { needed: ['counts', 'sizes'], optional: [] },
  xmr: { needed: ['values'], optional: [] },
  'xbar-r': { needed: ['groups'], optional: [] },
};

export const chartInputSchema = z
  .strictObject({
    type: z
      .enum(chartTypes)
      .describe(
        'p, np: defective units; c, u: defects; xmr: single values; xbar-r: groups of values.',
      ),
    counts: z
      .array(z.int().min(0))
      .min(1)
      .optional()
      .describe('p, np, c, u: defective units or defects at each point.'),
    sizes: z
      .array(z.number().positive())
      .min(1)
      .optional()
      .describe(
        'p, np: whole number of units inspected at each point; u: area of opportunity. np needs equal sizes; c needs none, or equal ones, which change nothing.',
      ),
    values: z.array(z.number()).min(1).optional().describe('xmr: the values in time order.'),
    groups: z
      .array(z.array(z.number()).min(1))
      .min(1)
      .optional()
      .describe('xbar-r: groups of 2 to 25 values each, all of the same size, in time order.'),
  })
  .superRefine((input, context) => {
    if (refuseOtherFields(context, input)) return;
    refuseBadSizes(context, input);
    refuseBadGroups(context, input.groups);
  });

export type ChartJson = z.output<typeof chartInputSchema>;

/** Each type of chart has fields of its own; a field of another type would be ignored in silence. */
function refuseOtherFields(context: z.RefinementCtx, input: ChartJson): boolean {
  const { needed, optional } = fieldsOf[input.type];
  const all: DataField[] = ['counts', 'sizes', 'values', 'groups'];
  const absent = needed.find((field) => input[field] === undefined);
  if (absent !== undefined) {
    const message = `A chart of type ${input.type} needs the field "${absent}".`;
    addFault(context, { code: 'calc.missingField', path: [absent], message });
    return true;
  }
  const strange = all.find(
    (field) => input[field] !== undefined && ![...needed, ...optional].includes(field),
  );
  if (strange === undefined) return false;
  const message = `A chart of type ${input.type} has no field "${strange}": leave it out.`;
  addFault(context, { code: 'calc.unknownField', path: [strange], message });
  return true;
}

function refuseBadSizes(context: z.RefinementCtx, input: ChartJson): void {
  const { type, counts, sizes } = input;
  if (counts === undefined || sizes === undefined) return;
  const fault = (code: string, path: (string | number)[], message: string) =>
    addFault(context, { code, path, message });
  if (sizes.length !== counts.length) {
    fault(
      'calc.sizeMismatch',
      ['sizes'],
      `There are ${counts.length} counts but ${sizes.length} sizes.`,
    );
    return;
  }
  if (type === 'p' || type === 'np') {
    const part = sizes.findIndex((size) => !Number.isSafeInteger(size));
    if (part >= 0) {
      fault('calc.outOfRange', ['sizes', part], 'The number of units inspected must be whole.');
      return;
    }
    const over = counts.findIndex((count, i) => count > (sizes[i] ?? 0));
    if (over >= 0) {
      fault(
        'calc.outOfRange',
        ['counts', over],
        `${counts[over]} defective units cannot be found among ${sizes[over]} inspected.`,
      );
      return;
    }
  }
  const odd = type === 'np' || type === 'c' ? unequalSize(sizes) : null;
  if (odd !== null) {
    fault(
      'calc.unequalSizes',
      ['sizes', odd],
      `A chart of type ${type} needs equal sizes, but ${sizes[odd]} is not ${sizes[0]}: use type ${type === 'np' ? 'p' : 'u'}.`,
    );
  }
}

function refuseBadGroups(context: z.RefinementCtx, groups: ChartJson['groups']): void {
  if (groups === undefined) return;
  refuseRaggedMatrix(context, groups, ['groups']);
  const size = groups[0]?.length ?? 0;
  const fault = (message: string) =>
    addFault(context, { code: 'calc.outOfRange', path: ['groups', 0], message });
  if (size === 1) fault('A group of one value has no range: use type xmr with the values.');
  if (size > largestRangeGroup) {
    fault(
      `Groups of ${size} values are too large for ranges: form groups of 2 to ${largestRangeGroup}, or use an s chart.`,
    );
  }
}
