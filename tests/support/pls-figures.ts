import { expect } from 'vitest';
import { plsCalc } from '../../core/calc/methods/pls.calc.ts';
import { itemCovariances } from '../../core/domain/pls/item-covariance.ts';
import { itemSample } from '../../core/domain/pls/item-sample.ts';
import { plsModel } from '../../core/domain/pls/pls-model.ts';
import { answerFaults } from './calc-answer-faults.ts';
import { fitnessClub } from './fitness-club.ts';

export interface PlsFigures {
  n: number;
  excluded: number;
  iterations: number | null;
  converged: boolean | null;
  paths: Record<string, number | null>;
  totalEffects: Record<string, number | null>;
  outerWeights: Record<string, (number | null)[]>;
  loadings: Record<string, (number | null)[]>;
  r2: Record<string, number | null>;
  correlations: Record<string, Record<string, number | null>>;
  index: Record<string, number | null>;
  alpha: Record<string, number | null>;
  compositeReliability: Record<string, number | null>;
  ave: Record<string, number | null>;
  intervals?: Record<string, [number, number] | null>;
  standardErrors?: Record<string, number | null>;
  bootstrap?: { draws: number; used: number };
  notes?: string[];
}

/** What `csm calc pls` answers to an input that it takes; the answer must be sound and derived. */
export function figuresOf(input: object): PlsFigures {
  const answer = plsCalc.calculate(input, { explain: true });
  expect(answerFaults(answer)).toEqual([]);
  if (!answer.ok) throw new Error(`${answer.error.code} at ${answer.error.path}`);
  return answer.output as unknown as PlsFigures;
}

export function faultOf(input: object) {
  const answer = plsCalc.calculate(input);
  return answer.ok ? null : { code: answer.error.code, path: answer.error.path };
}

/** The fitness club as the domain takes it: two blocks of mode A, standardised. */
export function fitnessParts() {
  const model = plsModel(
    Object.entries(fitnessClub.measurement).map(([latent, items]) => ({
      latent,
      mode: 'A' as const,
      items: items.length,
    })),
    [['Body', 'Exercise']],
    { scheme: 'centroid', scaled: true },
  );
  const columns = fitnessClub.columns.map((_, c) =>
    Float64Array.from(fitnessClub.rows, (row) => row[c] ?? 0),
  );
  const sample = itemSample(columns, true);
  return { model, sample, covariances: itemCovariances(sample, true) };
}
