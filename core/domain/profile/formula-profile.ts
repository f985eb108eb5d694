import { z } from 'zod';
import { componentScores } from '../../contract/csi.contract.ts';
import type { ProfileStamp } from '../../contract/explanation.ts';
import { plsModes, plsSchemes } from '../pls/pls-model.ts';
import { profileFault } from './profile-fault.ts';

/** One thing in both languages of the interface. */
const wordsSchema = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });

const yearOrDay = z
  .string()
  .regex(/^\d{4}(-\d{2}-\d{2})?$/, 'A year such as 2006 or a day such as 2006-01-01 is needed.');

const headFields = {
  id: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]*$/,
      'Lower-case letters, digits and hyphens are allowed, a letter or digit first.',
    )
    .describe('Short name in lower case, e.g. kcsi.'),
  version: z
    .string()
    .regex(/^[\w.-]+$/, 'Letters, digits, dots, hyphens and underscores are allowed.')
    .describe('Every change of the formula is a new version, e.g. 2006.'),
  name: wordsSchema,
  source: z.string().min(1).describe('Where the formula is published.'),
  note: wordsSchema.optional().describe('What a reader must know before comparing figures.'),
  validFrom: yearOrDay.optional().describe('First year (2006) or day (2006-01-01) of the formula.'),
  validUntil: yearOrDay.optional().describe('Last year or day of the formula.'),
};

const keySchema = z.string().min(1).describe('How inputs call it; either name will do as well.');

const compositeParameters = z.strictObject({
  components: z
    .array(
      z.strictObject({
        key: keySchema,
        name: wordsSchema,
        weight: z.number().min(0).max(1).describe('Share in the index; all shares sum to 1.'),
        score: z.enum(componentScores),
        scaleMin: z.number().optional().describe('Both ends, or neither for any scale.'),
        scaleMax: z.number().optional(),
      }),
    )
    .min(1),
});

const plsParameters = z.strictObject({
  latentVariables: z.array(z.strictObject({ key: z.string().min(1), name: wordsSchema })).min(2),
  structural: z
    .array(z.tuple([z.string(), z.string()]))
    .min(1)
    .describe('[from, to] by key; without a circle.'),
  modes: z.record(z.string(), z.enum(plsModes)).optional(),
  scheme: z.enum(plsSchemes),
  scaled: z.boolean(),
});

const servqualParameters = z.strictObject({
  dimensions: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        name: wordsSchema,
        items: z.array(z.int().min(0)).min(1).describe('Item indices, counted from 0.'),
      }),
    )
    .min(1),
  dimensionWeights: z.record(z.string(), z.number().min(0)).optional(),
});

/**
 * A formula profile: the published (or company's own) formula behind a figure, as data. The methods
 * know no index by name; KCSI, PCSI, ACSI, ECSI, SERVQUAL and a company's own index are profiles over
 * them. A changed formula is a new version, never an edit: results name id and version, and a trend
 * line may join only what `isSameProfile` joins.
 */
export const formulaProfileSchema = z
  .discriminatedUnion('method', [
    z.strictObject({
      ...headFields,
      method: z.literal('composite-index'),
      parameters: compositeParameters,
    }),
    z.strictObject({ ...headFields, method: z.literal('pls'), parameters: plsParameters }),
    z.strictObject({
      ...headFields,
      method: z.literal('servqual'),
      parameters: servqualParameters,
    }),
  ])
  .superRefine((profile, context) => {
    const fault = profileFault(profile);
    if (fault === null) return;
    const { code, path, message } = fault;
    context.addIssue({ code: 'custom', path, message, params: { code } });
  });

export type FormulaProfile = z.output<typeof formulaProfileSchema>;
export type CompositeParameters = z.output<typeof compositeParameters>;
export type PlsParameters = z.output<typeof plsParameters>;
export type ServqualParameters = z.output<typeof servqualParameters>;

/** What a result keeps of its profile: enough to redo it and to tell it from another formula. */
export function profileStamp(profile: FormulaProfile): ProfileStamp {
  const { id, version, name, source, method, parameters } = profile;
  return { id, version, name, source, method, parameters };
}

/**
 * Whether two results were made by one formula: same profile, same version and the same parameters.
 * The parameters count as well, because a company's file may be edited without a new version. Names,
 * the order of components and the source say nothing about the figure.
 */
export function isSameProfile(one: ProfileStamp, other: ProfileStamp): boolean {
  return (
    one.id === other.id && one.version === other.version && formulaText(one) === formulaText(other)
  );
}

/** The formula alone in one canonical text: no names, no order of keys or of entries. */
function formulaText({ method, parameters }: ProfileStamp): string {
  return canonicalText({ method, parameters });
}

function canonicalText(value: unknown): string {
  if (Array.isArray(value)) {
    // The two ends of a structural path are ordered; lists of entries are not.
    const entries = value.map(canonicalText);
    const isPath = value.length === 2 && value.every((end) => typeof end === 'string');
    return `[${(isPath ? entries : entries.toSorted()).join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(
      ([name, inner]) => !(name === 'name' && typeof inner === 'object') && inner !== undefined,
    )
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalText(inner)}`);
  return `{${fields.toSorted().join()}}`;
}
