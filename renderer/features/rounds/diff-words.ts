import type { RelationScale } from '../../../core/domain/house/relation-scale.ts';
import type { ComparedHouse, HouseSettings } from './compared-house.ts';

/** A way of computing or reading the house that is another. */
export interface SettingChange {
  setting: keyof HouseSettings | 'scale';
  before: string;
  after: string;
}

const settingKeys = [
  'normalization',
  'weighting',
  'kanoAdjusted',
  'roofReading',
  'importanceSource',
] as const satisfies (keyof HouseSettings)[];

/** Words for the values are `round:setting.<setting>.<value>`; of a scale its levels. */
export function settingChanges(
  before: ComparedHouse,
  after: ComparedHouse,
  scaleChanged: boolean,
): SettingChange[] {
  const changes: SettingChange[] = settingKeys
    .map((setting) => ({
      setting,
      before: String(before.settings[setting]),
      after: String(after.settings[setting]),
    }))
    .filter((change) => change.before !== change.after);
  if (!scaleChanged) return changes;
  const scales = { before: scaleText(before.model.scale), after: scaleText(after.model.scale) };
  return [{ setting: 'scale', ...scales }, ...changes];
}

function scaleText({ levels }: RelationScale): string {
  return levels.map(({ symbol, value }) => `${symbol} ${value}`).join(', ');
}
