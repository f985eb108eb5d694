import { z } from 'zod';
import type { CalcMethod, CalcResult } from './calc-method.ts';
import { compositeIndexCalc } from './methods/composite-index.calc.ts';
import { houseCalc } from './methods/house.calc.ts';

/** Every method of `csm calc`, in the order in which `--list` shows them. */
export const calcMethods: readonly CalcMethod[] = [houseCalc, compositeIndexCalc];

function findCalcMethod(name: string): CalcMethod | undefined {
  return calcMethods.find((method) => method.name === name);
}

/**
 * Runs a method on parsed JSON. Never throws for bad input: answers with a code, the place of the
 * fault (`matrix[1][2]`) and one English sentence. The output holds finite numbers and null only.
 */
export function runCalc(method: string, json: unknown): CalcResult {
  const found = findCalcMethod(method);
  return found === undefined ? unknownMethod(method) : found.calculate(json);
}

/** JSON Schema of a method's input, made from the schema that checks it. */
export function calcInputSchema(
  method: string,
): { ok: true; output: object } | Extract<CalcResult, { ok: false }> {
  const found = findCalcMethod(method);
  if (found === undefined) return unknownMethod(method);
  return { ok: true, output: z.toJSONSchema(found.input, { io: 'input' }) };
}

function unknownMethod(method: string): Extract<CalcResult, { ok: false }> {
  const known = calcMethods.map(({ name }) => name).join(', ');
  return {
    ok: false,
    error: {
      code: 'calc.unknownMethod',
      path: '',
      message: `There is no method "${method}". Known methods: ${known}.`,
    },
  };
}
