import type { ExplanationBody, ExplanationStep } from '../../contract/explanation.ts';
import { itemCount, type PlsModel } from '../../domain/pls/pls-model.ts';
import { quantities, quantity, workedNumber, workedSum } from '../explanation.ts';
import { incompleteRows } from '../missing-values.ts';
import { type PlsFigures, plsCaseOf, plsFiguresOf } from './pls-case.ts';
import type { PlsJson } from './pls-input.schema.ts';
import { byBlock, byLatent, type PlsOutput, wayName } from './pls-result.ts';

const sources = [
  'Wold, H., Soft Modeling: The Basic Design and Some Extensions, in Jöreskog & Wold (eds.), Systems under Indirect Observation II, North-Holland, 1982, 1–54',
  'Lohmöller, J.-B., Latent Variable Path Modeling with Partial Least Squares, Physica-Verlag, 1989',
  'Tenenhaus, M., Esposito Vinzi, V., Chatelin, Y.-M. & Lauro, C., PLS Path Modeling, Computational Statistics & Data Analysis 48(1), 2005, 159–205',
  'Fornell, C., A National Customer Satisfaction Barometer, Journal of Marketing 56(1), 1992, 6–21',
  'Cronbach, L. J., Coefficient Alpha and the Internal Structure of Tests, Psychometrika 16(3), 1951, 297–334',
  'Werts, C. E., Linn, R. L. & Jöreskog, K. G., Intraclass Reliability Estimates: Testing Structural Assumptions, Educational and Psychological Measurement 34(1), 1974, 25–33 (composite reliability)',
  'Fornell, C. & Larcker, D. F., Evaluating Structural Equation Models with Unobservable Variables and Measurement Error, Journal of Marketing Research 18(1), 1981, 39–50 (average variance extracted)',
];

/** The derivation of a result. Intermediate figures are computed anew, by the functions that made it. */
export function explainPls(input: PlsJson, output: PlsOutput): ExplanationBody {
  const plsCase = plsCaseOf(input);
  const { model, sample } = plsCase;
  const figures = plsFiguresOf(plsCase, input, null);
  return {
    sources:
      input.bootstrap === undefined
        ? sources
        : [
            ...sources,
            'Efron, B. & Tibshirani, R. J., An Introduction to the Bootstrap, Chapman & Hall, 1993 (percentile interval)',
          ],
    inputs: quantities({
      rows: input.rows.length,
      items: itemCount(model),
      measurement: input.measurement,
      modes: byLatent(model, model.modes),
      structural: input.structural,
      scheme: input.scheme,
      scaled: input.scaled,
      itemScale: input.itemScale,
      ...(input.bootstrap === undefined
        ? {}
        : { draws: input.bootstrap.draws, seed: input.bootstrap.seed }),
    }),
    n: sample.n,
    exclusions: incompleteRows(output.excluded),
    steps: [
      {
        id: 'items',
        formula: input.scaled ? 'zᵢ = (xᵢ − x̄ᵢ) ÷ sᵢ, sᵢ² = Σ(xᵢ − x̄ᵢ)² ÷ n' : 'zᵢ = xᵢ − x̄ᵢ',
        results: [
          ...quantities({ n: output.n, excluded: output.excluded }),
          quantity('x̄', byBlock(model, sample.means)),
          quantity('s', byBlock(model, sample.deviations)),
        ],
      },
      innerStep(model, figures),
      outerStep(model, output),
      {
        id: 'scores',
        formula: 'yⱼ = Σᵢ wᵢ·zᵢ (Σyⱼ² ÷ n = 1); rⱼₖ = Σ yⱼ·yₖ ÷ n; loadingᵢ = cor(zᵢ, yⱼ)',
        results: quantities({ correlations: output.correlations, loadings: output.loadings }),
      },
      pathStep(model, output),
      {
        id: 'totalEffects',
        formula: 'total(A → B) = Σ{A → … → B} Π b',
        results: [quantity('totalEffects', output.totalEffects)],
      },
      indexStep(input, model, sample.means, figures, output),
      ...reliabilitySteps(output),
      ...bootstrapSteps(output),
    ],
  };
}

function innerStep(model: PlsModel, { estimate }: PlsFigures): ExplanationStep {
  const weight = {
    centroid: 'eⱼₖ = sign(rⱼₖ)',
    factorial: 'eⱼₖ = rⱼₖ',
    path: 'k → j: e = R⁻¹·r; j → k: eⱼₖ = rⱼₖ',
  }[model.scheme];
  const neighbours = model.latents.map((_, j) =>
    Object.fromEntries(
      model.latents.flatMap((name, k) =>
        model.predecessors[j]?.includes(k) || model.successors[j]?.includes(k)
          ? [[name, estimate.inner[k]?.[j] ?? null]]
          : [],
      ),
    ),
  );
  return {
    id: 'inner',
    formula: `vⱼ = Σₖ eⱼₖ·yₖ (k → j, j → k); ${weight}`,
    results: [quantity('e', byLatent(model, neighbours))],
  };
}

function outerStep(model: PlsModel, output: PlsOutput): ExplanationStep {
  const rules = [
    ...(model.modes.includes('A') ? ['A: wᵢ = Σ zᵢ·vⱼ ÷ n'] : []),
    ...(model.modes.includes('B') ? ['B: w = (Z′Z)⁻¹·Z′vⱼ'] : []),
  ];
  return {
    id: 'outer',
    formula: `${rules.join('; ')}; … Σ(Δ|w|)² < 10⁻¹² (≤ 300 ×); w ← w ÷ √(Σyⱼ² ÷ n)`,
    results: quantities({
      iterations: output.iterations,
      converged: output.converged,
      outerWeights: output.outerWeights,
    }),
  };
}

function pathStep(model: PlsModel, output: PlsOutput): ExplanationStep {
  const endogenous = model.predecessors.flatMap((before, j) => (before.length > 0 ? [j] : []));
  return {
    id: 'paths',
    formula: 'b = R⁻¹·r (k → j); R² = Σ b·r',
    worked: endogenous.slice(0, 3).map((j) => {
      const name = model.latents[j] ?? '';
      const terms = (model.predecessors[j] ?? []).map((k) => {
        const coefficient = output.paths[wayName(model, k, j)] ?? null;
        const correlation = output.correlations[model.latents[k] ?? '']?.[name] ?? null;
        return `${workedNumber(coefficient)}·${workedNumber(correlation)}`;
      });
      return `R²(${name}) = ${workedSum(terms)} = ${workedNumber(output.r2[name] ?? null)}`;
    }),
    results: quantities({ paths: output.paths, r2: output.r2 }),
  };
}

function indexStep(
  input: PlsJson,
  model: PlsModel,
  means: readonly number[],
  { index }: PlsFigures,
  output: PlsOutput,
): ExplanationStep {
  const [min, max] = input.itemScale;
  const shares = byBlock(model, index.shares);
  const itemMeans = byBlock(model, means);
  const own = input.scaled ? '(wᵢ ÷ sᵢ) ÷ Σ(wᵢ ÷ sᵢ)' : 'wᵢ ÷ Σwᵢ';
  return {
    id: 'index',
    formula: `gᵢ = ${own}; index = (Σ gᵢ·x̄ᵢ − min) ÷ (max − min)·100`,
    worked: model.latents.slice(0, 3).map((name) => {
      const terms = (shares[name] ?? []).map(
        (share, i) => `${workedNumber(share)}·${workedNumber(itemMeans[name]?.[i] ?? null)}`,
      );
      const range = `(${workedNumber(max)} − ${workedNumber(min)})`;
      return `index(${name}) = (${workedSum(terms)} − ${workedNumber(min)}) ÷ ${range}·100 = ${workedNumber(output.index[name] ?? null)}`;
    }),
    results: [quantity('g', shares), quantity('index', output.index)],
  };
}

function reliabilitySteps(output: PlsOutput): ExplanationStep[] {
  return [
    {
      id: 'alpha',
      formula: 'α = [k ÷ (k − 1)]·(1 − Σ var(zᵢ) ÷ var(Σ zᵢ))',
      results: [quantity('alpha', output.alpha)],
    },
    {
      id: 'compositeReliability',
      formula: 'ρc = (Σλᵢ)² ÷ ((Σλᵢ)² + Σ(1 − λᵢ²)); AVE = Σλᵢ² ÷ k; λᵢ = loadingᵢ',
      results: quantities({ compositeReliability: output.compositeReliability, ave: output.ave }),
    },
  ];
}

function bootstrapSteps({ intervals, standardErrors, bootstrap }: PlsOutput): ExplanationStep[] {
  if (intervals === undefined || standardErrors === undefined || bootstrap === undefined) return [];
  return [
    {
      id: 'bootstrap',
      formula:
        'b* = b(i₁*, …, iₙ*), i* ~ U{1, …, n}; interval = [q₀.₀₂₅(b*), q₀.₉₇₅(b*)]; SE = √(Σ(b* − b̄*)² ÷ (used − 1))',
      results: quantities({ bootstrap, intervals, standardErrors }),
    },
  ];
}
