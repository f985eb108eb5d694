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
  const issue = error.issues[0];
  if (issue === undefined) return { code: 'calc.invalidInput', path: '', message: error.message };
  const { code, message } = wordsFor(issue, valueAt(json, issue.path));
  return { code, path: pathText(pathOf(issue)), message };
}

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(0, 1)]
    : issue.path;
}

function wordsFor(issue: z.core.$ZodIssue, value: unknown): { code: string; message: string } {
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.code ?? 'calc.invalidInput'), message: issue.message };
    case 'unrecognized_keys':
      return {
        code: 'calc.unknownField',
        message: `The method has no field "${issue.keys[0] ?? ''}".`,
      };
    case 'invalid_type':
      return typeFault(issue.expected, value);
    case 'too_small':
      return issue.origin === 'array'
        ? { code: 'calc.emptySample', message: 'The list is empty or too short.' }
        : {
            code: 'calc.outOfRange',
            message: `The value must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}.`,
          };
    case 'too_big':
      return {
        code: 'calc.outOfRange',
        message: `The value must be ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}.`,
      };
    case 'invalid_value':
      return value === undefined
        ? { code: 'calc.missingField', message: 'The field is missing.' }
        : {
            code: 'calc.unknownValue',
            message: `The value must be one of ${issue.values.map((choice) => JSON.stringify(choice)).join(', ')}.`,
          };
    default:
      return { code: 'calc.invalidInput', message: issue.message };
  }
}

function typeFault(expected: string, value: unknown): { code: string; message: string } {
  if (value === undefined) return { code: 'calc.missingField', message: 'The field is missing.' };
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'calc.notFinite', message: 'The number is not finite.' };
  }
  return {
    code: 'calc.wrongType',
    message: `A value of type ${expected} is needed, not ${typeName(value)}.`,
  };
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
