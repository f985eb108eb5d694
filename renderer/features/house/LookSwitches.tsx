import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type RelationNotation,
  relationNotations,
} from '../../../core/domain/house/relation-entry.ts';
import { usePreference } from '../../shared/host/preferences.ts';

/** What the room shows large. */
const faces = ['matrix', 'pareto'] as const;
export type HouseFace = (typeof faces)[number];

export interface HouseLook {
  face: HouseFace;
  setFace: (face: HouseFace) => void;
  notation: RelationNotation;
  setNotation: (notation: RelationNotation) => void;
  paneShown: boolean;
  showPane: (shown: boolean) => void;
}

/** How a person likes to see houses, remembered. */
export function useHouseLook(): HouseLook {
  const [face, setFace] = usePreference<HouseFace>('house.face', 'matrix', isFace);
  const [paneShown, showPane] = usePreference<boolean>('house.rankingShown', true);
  const [notation, setNotation] = usePreference<RelationNotation>(
    'house.notation',
    'signs',
    isNotation,
  );
  return useMemo(
    () => ({ face, setFace, notation, setNotation, paneShown, showPane }),
    [face, setFace, notation, setNotation, paneShown, showPane],
  );
}

/** Switches of the look. They are costly to draw and stay as they are while one types. */
export const LookSwitches = memo(function LookSwitches({ look }: { look: HouseLook }) {
  const { t } = useTranslation();
  return (
    <Group gap={8}>
      <SegmentedControl
        aria-label={t('house:face.label')}
        value={look.face}
        onChange={look.setFace}
        data={faces.map((value) => ({ value, label: t(`house:face.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t('house:matrix.notation')}
        value={look.notation}
        onChange={look.setNotation}
        data={relationNotations.map((value) => ({ value, label: t(`house:notation.${value}`) }))}
      />
      <Button
        variant={look.paneShown ? 'light' : 'default'}
        aria-pressed={look.paneShown}
        leftSection={<IconLayoutSidebarRight size={15} />}
        onClick={() => look.showPane(!look.paneShown)}
      >
        {t('house:ranking.title')}
      </Button>
    </Group>
  );
});

function isFace(value: unknown): value is HouseFace {
  return faces.some((face) => face === value);
}

function isNotation(value: unknown): value is RelationNotation {
  return relationNotations.some((notation) => notation === value);
}
