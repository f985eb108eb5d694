import { Button, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { HouseFaces } from './HouseFaces.tsx';
import type { HouseFace } from './house-faces.ts';
import { useChosenHouse } from './use-chosen-house.ts';

interface HouseRoomProps {
  face: HouseFace;
  /** Beside the choice of the house, which is always there. */
  actions?: (house: HouseSummary) => ReactNode;
  children: (house: HouseSummary) => ReactNode;
}

/** A face of the chosen house, drawn anew for each house; without houses it says where to make one. */
export function HouseRoom({ face, actions, children }: HouseRoomProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { houses, house, choose } = useChosenHouse();
  if (houses === undefined) return null;
  if (house === null) {
    return (
      <Page title={t('app:rooms.house')}>
        <EmptyState
          title={t('house:faces.noHouse')}
          hint={t('house:faces.noHouseHint')}
          actions={
            <Button onClick={() => void navigate({ to: '/house' })}>
              {t('house:faces.goMatrix')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      key={house.id}
      fill
      title={t('app:rooms.house')}
      faces={<HouseFaces houseId={house.id} current={face} />}
      actions={
        <>
          <HouseSelect house={house} houses={houses} onChoose={choose} />
          {actions?.(house)}
        </>
      }
    >
      {children(house)}
    </Page>
  );
}

interface HouseSelectProps {
  house: HouseSummary;
  houses: HouseSummary[];
  onChoose: (id: number) => void;
}

export function HouseSelect({ house, houses, onChoose }: HouseSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      w={270}
      styles={{ input: { textOverflow: 'ellipsis' } }}
      title={house.name}
      aria-label={t('house:faces.choose')}
      allowDeselect={false}
      data={houses.map(({ id, name, whatCount, howCount }) => ({
        value: String(id),
        label: `${name} (${whatCount} × ${howCount})`,
      }))}
      value={String(house.id)}
      onChange={(value) => value !== null && onChoose(Number(value))}
    />
  );
}
