import type { HowDirection } from '../../contract/house.contract.ts';
import type { HouseFinding } from './house-finding.ts';
import type { HouseModel, ModelHow, RoofStrength } from './house-model.ts';
import { normalizedRoof } from './roof.ts';

/**
 * What a sign in the roof says of two HOWs.
 *
 * `values`: how their measured values move together (+ when one rises as the other does). Whether that is
 * a conflict follows from the directions in which both should go: Franceschini, "Advanced Quality Function
 * Deployment", St. Lucie Press, 2002, chapter 9.
 * `improvement`: what improving one does to the other (− when it suffers), directions already thought of.
 */
export type RoofReading = 'values' | 'improvement';

/** `tension`: one of the two has a target to keep, from which the other pulls it away. */
export type RoofBearing = 'support' | 'conflict' | 'tension';

/**
 * What two HOWs do to each other when both are improved. Read as `values`, + between ↑ and ↑ is support,
 * between ↑ and ↓ a conflict, − the other way round; a HOW that should stay at its target (◎) is in tension
 * with whatever it is correlated with. Read as `improvement`, + is support and − a conflict.
 */
export function roofBearing(
  strength: RoofStrength,
  directions: readonly [HowDirection, HowDirection],
  reading: RoofReading,
): RoofBearing {
  const sign = Math.sign(strength);
  if (reading === 'improvement') return sign > 0 ? 'support' : 'conflict';
  if (directions.includes('target')) return 'tension';
  const together = directions[0] === directions[1] ? 1 : -1;
  return sign * together > 0 ? 'support' : 'conflict';
}

/**
 * Conflicts between HOWs that are both chosen: serious for ++ and −−. Tension is a hint, and only for
 * these: a weak correlation with a target is what targets are for.
 */
export function roofFindings(
  model: HouseModel,
  leaves: readonly ModelHow[],
  context: { chosenHowIds: ReadonlySet<number>; roofReading: RoofReading },
): HouseFinding[] {
  const places = new Map(leaves.map((how, place) => [how.id, { how, place }]));
  return normalizedRoof(model.roof)
    .flatMap(({ howId, otherHowId, strength }) => {
      const pair = [howId, otherHowId].flatMap((id) => places.get(id) ?? []);
      const [one, other] = pair.toSorted((a, b) => a.place - b.place);
      return one === undefined || other === undefined ? [] : [{ one, other, strength }];
    })
    .toSorted((a, b) => a.one.place - b.one.place || a.other.place - b.other.place)
    .flatMap(({ one: { how: one }, other: { how: other }, strength }): HouseFinding[] => {
      if (!(context.chosenHowIds.has(one.id) && context.chosenHowIds.has(other.id))) return [];
      const directions = [one.direction, other.direction] as const;
      const bearing = roofBearing(strength, directions, context.roofReading);
      const strong = Math.abs(strength) === 2;
      const at = { whatIds: [], howIds: [one.id, other.id], params: { strength } };
      if (bearing === 'conflict') {
        return [{ code: 'roofConflict', severity: strong ? 'serious' : 'check', ...at }];
      }
      const tense = bearing === 'tension' && strong;
      return tense ? [{ code: 'roofTension', severity: 'hint', ...at }] : [];
    });
}
