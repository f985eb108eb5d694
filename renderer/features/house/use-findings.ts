import { startTransition, useEffect, useMemo, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import {
  type FindingCode,
  findingCodes,
  type HouseFinding,
} from '../../../core/domain/house/house-finding.ts';
import { houseFindings, usualFindingLimits } from '../../../core/domain/house/house-findings.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import type { ComputedHouse } from './use-figures.ts';

export interface Findings {
  /** Serious first; without the kinds one does not want to see. */
  readonly shown: readonly HouseFinding[];
  readonly hiddenCodes: readonly FindingCode[];
  /** Findings of hidden kinds. */
  readonly hiddenCount: number;
  readonly hide: (code: FindingCode) => void;
  readonly showAgain: (code: FindingCode) => void;
}

/** In ms. Comparing all rows and columns with one another takes longer than a frame in a big house. */
const pauseBeforeLooking = 300;

/** What one should look at in a house. Typing comes first: it follows when one pauses. */
export function useFindings(computed: ComputedHouse): Findings {
  const later = useAfterPause(computed);
  const found = useMemo(
    () =>
      houseFindings(later.model, {
        chosenHowIds: new Set(
          later.view.hows.flatMap(({ howId, csfId }) => (csfId === null ? [] : [howId])),
        ),
        roofReading: later.view.roofReading,
        evidence: evidenceOf(later.view),
        limits: usualFindingLimits,
      }),
    [later],
  );
  const [hidden, setHidden] = usePreference<FindingCode[]>('house.hiddenFindings', [], areCodes);
  return useMemo(() => {
    const shown = found.filter(({ code }) => !hidden.includes(code));
    return {
      shown,
      hiddenCodes: hidden.filter((code) => found.some((finding) => finding.code === code)),
      hiddenCount: found.length - shown.length,
      hide: (code) => setHidden([...hidden, code]),
      showAgain: (code) => setHidden(hidden.filter((other) => other !== code)),
    };
  }, [found, hidden, setHidden]);
}

/** The value once it has stayed for a while; another house's comes at once. */
function useAfterPause(computed: ComputedHouse): ComputedHouse {
  const [settled, settle] = useState(computed);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => settle(computed)), pauseBeforeLooking);
    return () => clearTimeout(timer);
  }, [computed]);
  return settled.view.id === computed.view.id ? settled : computed;
}

/** VOC behind the requirement, and what other sources than a hand at the keyboard say. */
function evidenceOf({ whats }: HouseView): ReadonlyMap<number, number> {
  return new Map(
    whats.map(({ whatId, vocCount, importanceBySource }) => {
      const sources = Object.keys(importanceBySource).filter((source) => source !== 'direct');
      return [whatId, vocCount + sources.length];
    }),
  );
}

function areCodes(value: unknown): value is FindingCode[] {
  return (
    Array.isArray(value) && value.every((code) => findingCodes.some((known) => known === code))
  );
}
