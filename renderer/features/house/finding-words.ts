import type { TFunction } from 'i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFinding } from '../../../core/domain/house/house-finding.ts';

/** Names one reads at a glance. */
const mostNamed = 3;

/** What a finding is about, by name. */
export function findingPlace(finding: HouseFinding, view: HouseView, t: TFunction): string {
  const whats = namesOf(
    finding.whatIds,
    view.whats.map(({ whatId: id, name }) => ({ id, name })),
    t,
  );
  const hows = namesOf(
    finding.howIds,
    view.hows.map(({ howId: id, name }) => ({ id, name })),
    t,
  );
  const parts = [whats, hows].filter((text) => text !== '');
  return parts.length === 0 ? t('house:findings.wholeHouse') : parts.join(' × ');
}

function namesOf(
  ids: readonly number[],
  items: readonly { id: number; name: string }[],
  t: TFunction,
): string {
  const byId = new Map(items.map(({ id, name }) => [id, name]));
  const names = ids.slice(0, mostNamed).flatMap((id) => byId.get(id) ?? []);
  const text = names.join(' · ');
  const rest = ids.length - names.length;
  return rest > 0 ? t('house:findings.andMore', { names: text, count: rest }) : text;
}

/** What is remarkable and what to do about it, with its figures. */
export function findingText({ code, params }: HouseFinding, t: TFunction): string {
  const { share } = params;
  const sign = roofSigns[String(params.strength)] ?? '';
  const percent = share === undefined ? '' : String(Math.round(share * 100));
  return t(`house:findings.text.${code}`, { ...params, sign, percent });
}

const roofSigns: Readonly<Record<string, string>> = { '2': '++', '1': '+', '-1': '−', '-2': '−−' };
