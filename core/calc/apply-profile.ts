import {
  type CompositeParameters,
  type FormulaProfile,
  formulaProfileSchema,
  type PlsParameters,
  type ServqualParameters,
} from '../domain/profile/formula-profile.ts';
import { type CalcError, issueError } from './calc-error.ts';

type Applied = { json: unknown; error?: undefined } | { error: CalcError; json?: undefined };
type JsonObject = { readonly [field: string]: unknown };

/**
 * The input of a method with a profile's parameters in it.
 *
 * The profile decides, the input may agree: a field that says otherwise than the profile is an error
 * with its path (`calc.profileClash`), never overridden in silence. What the profile leaves open (the
 * scale of an index for any scale, the items) the input must give. Input of another shape than the
 * method's is passed on as it is, for the method to refuse.
 *
 * - composite-index: components are matched by `name`, which may be the profile's key or either of
 *   its names; weight and score (and the scale, when the profile has one) come from the profile. All
 *   components of the profile must be there, and no others.
 * - pls: `structural`, `modes`, `scheme` and `scaled`; `measurement` is by the profile's keys.
 * - servqual: `dimensions`, and `dimensionWeights` when the profile has them.
 */
export function applyProfile(profile: FormulaProfile, method: string, json: unknown): Applied {
  const fault = profileMethodFault(profile, method);
  if (fault !== null) return { error: fault };
  if (!isObject(json)) return { json };
  switch (profile.method) {
    case 'composite-index':
      return withComponents(profile.parameters, json);
    case 'pls':
      return (
        missingConstruct(profile.parameters, json) ??
        withFields(plsFields(profile.parameters), json)
      );
    case 'servqual':
      return (
        missingItem(profile.parameters, json) ??
        withFields(servqualFields(profile.parameters), json)
      );
  }
}

/** A profile fixes the parameters of one method and is of no use to another. */
export function profileMethodFault(profile: FormulaProfile, method: string): CalcError | null {
  if (profile.method === method) return null;
  const message = `The profile ${profile.id} is one for ${profile.method}, not for ${method}.`;
  return { code: 'calc.profileMethod', path: '', message };
}

/** A company's own profile, from the parsed JSON of its file. Paths start with `profile`. */
export function parseProfile(
  json: unknown,
): { profile: FormulaProfile; error?: undefined } | { error: CalcError; profile?: undefined } {
  const parsed = formulaProfileSchema.safeParse(json);
  if (parsed.success) return { profile: parsed.data };
  const { code, path, message } = issueError(parsed.error, json);
  return refused(code, path === '' ? 'profile' : `profile.${path}`, message);
}

function plsFields({ structural, modes, scheme, scaled }: PlsParameters): JsonObject {
  return { structural, ...(modes && { modes }), scheme, scaled };
}

/** Said of what the reader wrote, `measurement`, and not of the structure that they did not. */
function missingConstruct({ structural }: PlsParameters, json: JsonObject): Applied | null {
  const { measurement } = json;
  if (!isObject(measurement)) return null;
  const missing = structural.flat().find((construct) => !Object.hasOwn(measurement, construct));
  if (missing === undefined) return null;
  return refused(
    'calc.missingComponent',
    'measurement',
    `The profile's construct ${missing} has no columns in measurement: name those that measure it.`,
  );
}

/** As above: a questionnaire with too few items is at fault, not the profile's dimensions. */
function missingItem({ dimensions }: ServqualParameters, json: JsonObject): Applied | null {
  const first: unknown = Array.isArray(json.expectation) ? json.expectation[0] : undefined;
  const needed = 1 + Math.max(...dimensions.flatMap(({ items }) => items));
  if (!Array.isArray(first) || first.length === 0 || first.length >= needed) return null;
  return refused(
    'calc.missingComponent',
    'expectation[0]',
    `The profile needs ${needed} items in its order; there are ${first.length}.`,
  );
}

function servqualFields({ dimensions, dimensionWeights }: ServqualParameters): JsonObject {
  return {
    dimensions: Object.fromEntries(dimensions.map(({ key, items }) => [key, items])),
    ...(dimensionWeights && { dimensionWeights }),
  };
}

type ProfileComponent = CompositeParameters['components'][number];

function withComponents({ components }: CompositeParameters, json: JsonObject): Applied {
  if (!Array.isArray(json.components)) return { json };
  const given: readonly unknown[] = json.components;
  const open = new Set(components);
  const merged: unknown[] = [];
  for (const [place, component] of given.entries()) {
    // No name to match by: the method itself says what is wrong with it.
    if (!isNamed(component)) return { json };
    const path = `components[${place}]`;
    const found = components.find(({ key, name }) =>
      [key, name.ko, name.en].includes(component.name),
    );
    if (found === undefined) return unknownComponent(component.name, components, path);
    if (!open.delete(found)) {
      return refused('calc.duplicate', `${path}.name`, `Component ${found.key} stands here twice.`);
    }
    const applied = withFields(componentFields(found), component, `${path}.`);
    if (applied.error !== undefined) return applied;
    merged.push(applied.json);
  }
  const [missing] = open;
  if (missing !== undefined && given.length > 0) {
    return refused(
      'calc.missingComponent',
      'components',
      `The profile's component ${missing.key} (${missing.name.ko}, ${missing.name.en}) is missing.`,
    );
  }
  return { json: { ...json, components: merged } };
}

function componentFields({ weight, score, scaleMin, scaleMax }: ProfileComponent): JsonObject {
  return { weight, score, ...(scaleMin !== undefined && { scaleMin, scaleMax }) };
}

function unknownComponent(
  name: string,
  components: readonly ProfileComponent[],
  path: string,
): Applied {
  const known = components.map(({ key }) => key).join(', ');
  const message = `The profile has no component "${name}". Its components: ${known}.`;
  return refused('calc.unknownName', `${path}.name`, message);
}

/** `json` with the profile's fields; one it already has must say the same. */
function withFields(fields: JsonObject, json: JsonObject, prefix = ''): Applied {
  for (const [field, value] of Object.entries(fields)) {
    const given = json[field];
    if (given === undefined || isSameJson(given, value)) continue;
    const expected = JSON.stringify(value);
    return refused(
      'calc.profileClash',
      `${prefix}${field}`,
      `The profile sets ${field} to ${expected.length <= 80 ? expected : 'another value'}; leave it out or choose another profile.`,
    );
  }
  return { json: { ...json, ...fields } };
}

/** Deep equality with a value of the profile; an order of fields means nothing. */
function isSameJson(given: unknown, value: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      Array.isArray(given) &&
      given.length === value.length &&
      value.every((inner, i) => isSameJson(given[i], inner))
    );
  }
  if (!isObject(value)) return given === value;
  return (
    isObject(given) &&
    Object.keys(given).length === Object.keys(value).length &&
    Object.entries(value).every(([field, inner]) => isSameJson(given[field], inner))
  );
}

function isNamed(value: unknown): value is JsonObject & { name: string } {
  return isObject(value) && typeof value.name === 'string';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(code: string, path: string, message: string): { error: CalcError } {
  return { error: { code, path, message } };
}
