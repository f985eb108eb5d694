import { z } from 'zod';
import type { CalcMethod, CalcOptions, CalcResult } from './calc-method.ts';
import type { DrawRunner, DrawShare, DrawTask } from './draw-plan.ts';
import { ahpCalc } from './methods/ahp.calc.ts';
import { ahpGroupCalc } from './methods/ahp-group.calc.ts';
import { alphaCalc } from './methods/alpha.calc.ts';
import { anovaCalc } from './methods/anova.calc.ts';
import { boxCalc } from './methods/box.calc.ts';
import { chiSquareCalc } from './methods/chi-square.calc.ts';
import { compositeIndexCalc } from './methods/composite-index.calc.ts';
import { controlChartCalc } from './methods/control-chart.calc.ts';
import { driversCalc } from './methods/drivers.calc.ts';
import { houseCalc } from './methods/house.calc.ts';
import { ipaCalc } from './methods/ipa.calc.ts';
import { kanoCalc } from './methods/kano.calc.ts';
import { npsCalc } from './methods/nps.calc.ts';
import { npsCompareCalc } from './methods/nps-compare.calc.ts';
import { pairedTCalc } from './methods/paired-t.calc.ts';
import { planningCalc } from './methods/planning.calc.ts';
import { plsCalc } from './methods/pls.calc.ts';
import { regressionCalc } from './methods/regression.calc.ts';
import { robustnessCalc } from './methods/robustness.calc.ts';
import { servqualCalc } from './methods/servqual.calc.ts';
import { studentTCalc } from './methods/student-t.calc.ts';
import { welchCalc } from './methods/welch.calc.ts';
import { welchAnovaCalc } from './methods/welch-anova.calc.ts';
import { wilsonCalc } from './methods/wilson.calc.ts';

/** Every method of `csm calc`, in the order in which `--list` shows them. */
export const calcMethods: readonly CalcMethod[] = [
  houseCalc,
  planningCalc,
  ahpCalc,
  ahpGroupCalc,
  kanoCalc,
  ipaCalc,
  servqualCalc,
  npsCalc,
  npsCompareCalc,
  boxCalc,
  wilsonCalc,
  compositeIndexCalc,
  alphaCalc,
  welchCalc,
  pairedTCalc,
  studentTCalc,
  anovaCalc,
  welchAnovaCalc,
  chiSquareCalc,
  controlChartCalc,
  regressionCalc,
  driversCalc,
  plsCalc,
  robustnessCalc,
];

function findCalcMethod(name: string): CalcMethod | undefined {
  return calcMethods.find((method) => method.name === name);
}

/**
 * Runs a method on parsed JSON. Never throws for bad input: answers with a code, the place of the
 * fault (`matrix[1][2]`) and one English sentence. The output holds finite numbers and null only.
 */
export function runCalc(method: string, json: unknown, options?: CalcOptions): CalcResult {
  const found = findCalcMethod(method);
  return found === undefined ? unknownMethod(method) : found.calculate(json, options);
}

/** The same answer, with random draws computed by `runDraws`: in workers, for instance. */
export async function runCalcWith(
  runDraws: DrawRunner,
  method: string,
  json: unknown,
  options?: CalcOptions,
): Promise<CalcResult> {
  const found = findCalcMethod(method);
  return found === undefined ? unknownMethod(method) : found.calculateWith(runDraws, json, options);
}

/** A worker's part in `runCalcWith`. Throws RangeError for a method without draws. */
export function drawShareOf(method: string, task: DrawTask, share: DrawShare): Float64Array {
  const found = findCalcMethod(method);
  if (found === undefined) throw new RangeError(`there is no method ${method}`);
  return found.drawShare(task, share);
}

/** JSON Schema of a method's input, made from the schema that checks it. */
export function calcInputSchema(
  method: string,
): { ok: true; output: object } | Extract<CalcResult, { ok: false }> {
  const found = findCalcMethod(method);
  if (found === undefined) return unknownMethod(method);
  const { $schema, ...schema } = z.toJSONSchema(found.input, { io: 'input' });
  const { description } = found;
  return { ok: true, output: { $schema, title: method, description, ...schema } };
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
