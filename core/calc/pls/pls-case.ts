import { itemCovariances } from '../../domain/pls/item-covariance.ts';
import { type ItemSample, itemSample } from '../../domain/pls/item-sample.ts';
import {
  type BootstrapSummary,
  type PlsDrawData,
  summariseDraws,
} from '../../domain/pls/pls-bootstrap.ts';
import { estimatePls, type PlsEstimate } from '../../domain/pls/pls-estimate.ts';
import { type PlsIndex, plsIndex } from '../../domain/pls/pls-index.ts';
import { type PlsModel, plsModel } from '../../domain/pls/pls-model.ts';
import { type PlsQuality, plsQuality } from '../../domain/pls/pls-quality.ts';
import { type PlsJson, usedColumns } from './pls-input.schema.ts';

/** The input as the domain takes it. */
export interface PlsCase {
  readonly model: PlsModel;
  readonly sample: ItemSample;
  /** Respondents left out for a missing answer. */
  readonly excluded: number;
}

export function plsCaseOf(input: PlsJson): PlsCase {
  const { columns, rows, measurement, modes, structural, scheme, scaled } = input;
  const used = usedColumns(input);
  const complete = rows.filter((row) => used.every((c) => row[c] !== null));
  const numbers = new Map(columns.map((name, c) => [name, c]));
  const answers = new Map(
    used.map((c) => [c, Float64Array.from(complete, (row) => row[c] ?? Number.NaN)]),
  );
  const blocks = Object.entries(measurement);
  const modeOf = new Map(Object.entries(modes ?? {}));
  const items = blocks.flatMap(([, names]) =>
    names.map((name) => answers.get(numbers.get(name) ?? -1) ?? new Float64Array()),
  );
  const model = plsModel(
    blocks.map(([latent, names]) => ({
      latent,
      mode: modeOf.get(latent) ?? 'A',
      items: names.length,
    })),
    structural,
    { scheme, scaled },
  );
  return { model, sample: itemSample(items, scaled), excluded: rows.length - complete.length };
}

/** What a worker needs for a bootstrap; null when none is asked for or none can be had. */
export function plsDrawsOf(input: PlsJson): { data: PlsDrawData; draws: number } | null {
  if (input.bootstrap === undefined) return null;
  const { draws, seed } = input.bootstrap;
  const { model, sample } = plsCaseOf(input);
  if (estimatePls(model, sample).iterations === null) return null;
  const { n, width, values } = sample;
  return { data: { model, sample: { n, width, values }, seed }, draws };
}

/** All figures of a case, in the domain's own shapes. */
export interface PlsFigures {
  readonly estimate: PlsEstimate;
  readonly index: PlsIndex;
  readonly quality: PlsQuality;
  /** null when no bootstrap is asked for. */
  readonly bootstrap: BootstrapSummary | null;
}

export function plsFiguresOf(
  { model, sample }: PlsCase,
  input: PlsJson,
  drawn: Float64Array | null,
): PlsFigures {
  const covariances = itemCovariances(sample, model.scaled);
  const estimate = estimatePls(model, sample, covariances);
  return {
    estimate,
    index: plsIndex(model, sample, estimate.weights, input.itemScale),
    quality: plsQuality(model, covariances, estimate.loadings),
    bootstrap: bootstrapOf(model, input, drawn),
  };
}

function bootstrapOf(
  model: PlsModel,
  { bootstrap }: PlsJson,
  drawn: Float64Array | null,
): BootstrapSummary | null {
  if (bootstrap === undefined) return null;
  if (drawn !== null) return summariseDraws(drawn, model.paths.length);
  const nothing = model.paths.map(() => null);
  return { draws: bootstrap.draws, used: 0, intervals: nothing, standardErrors: nothing };
}
