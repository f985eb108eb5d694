import type { z } from 'zod';

/** What `csm calc` prints on standard error. */
export interface CalcError {
  code: string;
  /** Where in the input the fault lies, e.g. `matrix[1][2]`; empty for the input as a whole. */
  path: string;
  message: string;
}

type Path = readonly PropertyKey[];

/** `['matrix', 1, 2]` → `matrix[1][2]` */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * A fault that the shape alone cannot show, raised from a schema's refinement. Only the code and the
 * sentence reach the reader; `path` starts at the refined value.
 */
export function addFault(
  context: z.RefinementCtx,
  fault: { code: string; path: (string | number)[]; message: string },
): void {
  context.addIssue({
    code: 'custom',
    path: fault.path,
    message: fault.message,
    params: { code: fault.code },
  });
}

/** The first fault of an input, in words. `json` is the input, to tell "absent" from "wrong". */
export function issueError(error: z.ZodError, json: unknown): CalcError {
  const first = error.issues[0];
  if (first === undefined) return { code: 'calc.invalidInput', path: '', message: error.message };
  const issue = nearestIssue(first, json);
  const { code, message } = wordsFor(issue, valueAt(json, issue.path));
  return { code, path: pathText(pathOf(issue)), message };
}

/**
 * Of the alternatives of a union, the one that went furthest before it failed is what was meant; its
 * fault is the one to tell.
 */
function nearestIssue(issue: z.core.$ZodIssue, json: unknown): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || valueAt(json, issue.path) === undefined) return issue;
  const faults = issue.errors.flatMap((alternative) => alternative.slice(0, 1));
  const nearest = faults.reduce<z.core.$ZodIssue | undefined>(
    (best, fault) => (best !== undefined && reach(best) >= reach(fault) ? best : fault),
    undefined,
  );
  if (nearest === undefined) return issue;
  return nearestIssue({ ...nearest, path: [...issue.path, ...nearest.path] }, json);
}

/** An object that fits but for a field too many came further than one of another kind. */
function reach(issue: z.core.$ZodIssue): number {
  return issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0);
}

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(0, 1)]
    : issue.path;
}

function wordsFor(issue: z.core.$ZodIssue, value: unknown): Words {
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.code ?? 'calc.invalidInput'), message: issue.message };
    case 'unrecognized_keys':
      return {
        code: 'calc.unknownField',
        message: `There is no field "${issue.keys[0] ?? ''}" here: correct its name or leave it out.`,
      };
    case 'invalid_type':
      return typeFault(issue.expected, value);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return value === undefined ? missingField : unknownValue(issue.values);
    case 'invalid_union':
      return value === undefined
        ? missingField
        : unknownValue('options' in issue ? (issue.options ?? []) : []);
    default:
      return { code: 'calc.invalidInput', message: issue.message };
  }
}

interface Words {
  code: string;
  message: string;
}

const missingField: Words = {
  code: 'calc.missingField',
  message: 'The field is missing: add it.',
};

function unknownValue(choices: readonly unknown[]): Words {
  const known = choices.map((choice) => JSON.stringify(choice)).join(', ');
  const message =
    known === '' ? 'The value is of no known kind.' : `The value must be one of ${known}.`;
  return { code: 'calc.unknownValue', message };
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'array') {
    return minimum === 1
      ? { code: 'calc.emptySample', message: 'The list is empty: it needs at least one entry.' }
      : { code: 'calc.sizeMismatch', message: `The list needs at least ${minimum} entries.` };
  }
  if (origin === 'string') return { code: 'calc.emptyText', message: 'The text is empty.' };
  const bound = inclusive === false ? 'above' : 'at least';
  return { code: 'calc.outOfRange', message: `The value must be ${bound} ${minimum}.` };
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Words {
  if (origin === 'array') {
    return { code: 'calc.sizeMismatch', message: `The list may have at most ${maximum} entries.` };
  }
  const bound = inclusive === false ? 'below' : 'at most';
  return { code: 'calc.outOfRange', message: `The value must be ${bound} ${maximum}.` };
}

function typeFault(expected: string, value: unknown): Words {
  if (value === undefined) return missingField;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return {
      code: 'calc.notFinite',
      message: 'The number is not finite: give one between −1.8e308 and 1.8e308.',
    };
  }
  const needed = expected === 'int' ? 'A whole number' : `A value of type ${expected}`;
  const given = typeof value === 'number' ? String(value) : typeName(value);
  return {
    code: 'calc.wrongType',
    message: `${needed} is needed, not ${given}${remedyFor(expected, value)}.`,
  };
}

function remedyFor(expected: string, value: unknown): string {
  if (expected !== 'number' && expected !== 'int') return '';
  if (value === null) return ': fill it in or leave the case out';
  const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(+value);
  return isQuoted ? ': write the number without quotation marks' : '';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
