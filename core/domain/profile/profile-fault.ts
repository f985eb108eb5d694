import { scaleSuitsScore } from '../index/component-score.ts';
import { isWhole } from '../index/index-definition.ts';
import { cycleOf } from '../pls/structural-model.ts';
import type {
  CompositeParameters,
  FormulaProfile,
  PlsParameters,
  ServqualParameters,
} from './formula-profile.ts';

/** Why a profile of the right shape still is no formula. */
export interface ProfileFault {
  code: string;
  path: (string | number)[];
  message: string;
}

/** The first fault of a profile, or null. */
export function profileFault(profile: FormulaProfile): ProfileFault | null {
  const fault = parameterFault(profile);
  return fault && { ...fault, path: ['parameters', ...fault.path] };
}

function parameterFault(profile: FormulaProfile): ProfileFault | null {
  switch (profile.method) {
    case 'composite-index':
      return compositeFault(profile.parameters);
    case 'pls':
      return plsFault(profile.parameters);
    case 'servqual':
      return servqualFault(profile.parameters);
  }
}

function compositeFault({ components }: CompositeParameters): ProfileFault | null {
  const sum = components.reduce((total, component) => total + component.weight, 0);
  if (!isWhole(sum)) {
    return {
      code: 'calc.weightsNotOne',
      path: ['components'],
      message: `The weights of the components sum to ${sum}; they must sum to 1.`,
    };
  }
  return (
    ambiguityFault(components, 'components') ??
    firstFault(components, (component, place) => scaleFault(component, ['components', place]))
  );
}

function scaleFault(
  { score, scaleMin, scaleMax }: CompositeParameters['components'][number],
  path: (string | number)[],
): ProfileFault | null {
  if (scaleMin === undefined && scaleMax === undefined) return null;
  if (scaleMin === undefined || scaleMax === undefined) {
    return {
      code: 'calc.missingField',
      path: [...path, scaleMin === undefined ? 'scaleMin' : 'scaleMax'],
      message: 'A scale needs both ends; leave out both to leave the scale to the survey.',
    };
  }
  if (scaleSuitsScore(score, scaleMin, scaleMax)) return null;
  return {
    code: 'calc.badScale',
    path: [...path, 'scaleMax'],
    message: `A scale from ${scaleMin} to ${scaleMax} cannot carry the score ${score}.`,
  };
}

function plsFault({ latentVariables, structural, modes }: PlsParameters): ProfileFault | null {
  const keys = new Set(latentVariables.map(({ key }) => key));
  const unknownEnd = structural.flatMap((ends, place) =>
    ends.flatMap((end, side) => (keys.has(end) ? [] : [{ end, place, side }])),
  )[0];
  if (unknownEnd !== undefined) {
    const { end, place, side } = unknownEnd;
    return unknownKey(end, ['structural', place, side], 'latent variable');
  }
  const unknownMode = Object.keys(modes ?? {}).find((key) => !keys.has(key));
  if (unknownMode !== undefined)
    return unknownKey(unknownMode, ['modes', unknownMode], 'latent variable');
  return (
    ambiguityFault(latentVariables, 'latentVariables') ??
    firstFault(structural, (ends, place) =>
      structural.findIndex(([from, to]) => from === ends[0] && to === ends[1]) < place
        ? duplicate(`${ends[0]}->${ends[1]}`, ['structural', place])
        : null,
    ) ??
    circleFault(structural)
  );
}

function circleFault(structural: PlsParameters['structural']): ProfileFault | null {
  const cycle = cycleOf(structural);
  if (cycle === null) return null;
  return {
    code: 'calc.cyclicStructure',
    path: ['structural'],
    message: `The paths run in a circle (${cycle.join(' → ')}): remove one of them.`,
  };
}

function servqualFault({ dimensions, dimensionWeights }: ServqualParameters): ProfileFault | null {
  const keys = new Set(dimensions.map(({ key }) => key));
  const unknown = Object.keys(dimensionWeights ?? {}).find((key) => !keys.has(key));
  if (unknown !== undefined) return unknownKey(unknown, ['dimensionWeights', unknown], 'dimension');
  const seen = new Set<number>();
  return (
    ambiguityFault(dimensions, 'dimensions') ??
    firstFault(dimensions, ({ items }, place) =>
      firstFault(items, (item, at) => {
        if (seen.has(item)) return duplicate(`item ${item}`, ['dimensions', place, 'items', at]);
        seen.add(item);
        return null;
      }),
    )
  );
}

interface Named {
  key: string;
  name: { ko: string; en: string };
}

/** Every key and every name must lead to one entry only. */
function ambiguityFault(entries: readonly Named[], field: string): ProfileFault | null {
  const seen = new Set<string>();
  return firstFault(entries, ({ key, name }, place) => {
    const words = new Set([key, name.ko, name.en]);
    const taken = [...words].find((word) => seen.has(word));
    for (const word of words) seen.add(word);
    return taken === undefined ? null : duplicate(taken, [field, place]);
  });
}

function firstFault<Entry>(
  entries: readonly Entry[],
  faultOf: (entry: Entry, place: number) => ProfileFault | null,
): ProfileFault | null {
  for (const [place, entry] of entries.entries()) {
    const fault = faultOf(entry, place);
    if (fault !== null) return fault;
  }
  return null;
}

function duplicate(what: string, path: (string | number)[]): ProfileFault {
  return { code: 'calc.duplicate', path, message: `"${what}" stands here for the second time.` };
}

function unknownKey(key: string, path: (string | number)[], kind: string): ProfileFault {
  return {
    code: 'calc.unknownName',
    path,
    message: `The profile has no ${kind} with the key "${key}".`,
  };
}
