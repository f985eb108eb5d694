import { Button, Group, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChecklist, IconLayoutSidebarRight } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseScale } from '../../../core/contract/house.contract.ts';
import {
  type RelationNotation,
  relationNotations,
} from '../../../core/domain/house/scale-entry.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { toolClasses } from './tool-classes.ts';
import { isZoom } from './zoom-steps.ts';

/** What the room shows large. */
const faces = ['matrix', 'pareto'] as const;
type BoardFace = (typeof faces)[number];

/** What stands beside it. */
const panes = ['ranking', 'findings', 'none'] as const;
export type HousePane = (typeof panes)[number];

export interface HouseLook {
  face: BoardFace;
  setFace: (face: BoardFace) => void;
  notation: RelationNotation;
  setNotation: (notation: RelationNotation) => void;
  pane: HousePane;
  setPane: (pane: HousePane) => void;
  zoom: number;
  setZoom: (zoom: number) => void;
}

/** How a person likes to see houses, remembered. */
export function useHouseLook(): HouseLook {
  const [face, setFace] = usePreference<BoardFace>('house.face', 'matrix', isFace);
  const [pane, setPane] = usePreference<HousePane>('house.pane', 'ranking', isPane);
  const [zoom, setZoom] = usePreference<number>('house.zoom', 1, isZoom);
  const [notation, setNotation] = usePreference<RelationNotation>(
    'house.notation',
    'signs',
    isNotation,
  );
  return useMemo(
    () => ({ face, setFace, notation, setNotation, pane, setPane, zoom, setZoom }),
    [face, setFace, notation, setNotation, pane, setPane, zoom, setZoom],
  );
}

interface LookSwitchesProps {
  look: HouseLook;
  scale: HouseScale;
  findingCount: number;
  hasSerious: boolean;
}

/** Switches of the look. They are costly to draw and stay as they are while one types. */
export const LookSwitches = memo(function LookSwitches(props: LookSwitchesProps) {
  const { look, scale, findingCount } = props;
  const { t } = useTranslation();
  const notationWords = {
    signs: scale.levels.map(({ symbol }) => symbol).join(''),
    numbers: scale.levels.map(({ value }) => value).join('·'),
  };
  const toggle = (pane: HousePane) => look.setPane(look.pane === pane ? 'none' : pane);
  return (
    <Group gap={6}>
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
        data={relationNotations.map((value) => ({ value, label: notationWords[value] }))}
      />
      <Button
        variant={look.pane === 'findings' ? 'light' : 'default'}
        color={props.hasSerious ? 'red' : undefined}
        c={props.hasSerious ? 'var(--csm-bad)' : undefined}
        px={10}
        aria-pressed={look.pane === 'findings'}
        leftSection={<IconChecklist size={15} />}
        onClick={() => toggle('findings')}
      >
        {t('house:findings.button', { count: findingCount })}
      </Button>
      <Tooltip label={t('house:ranking.title')}>
        <Button
          variant={look.pane === 'ranking' ? 'light' : 'default'}
          classNames={toolClasses}
          aria-label={t('house:ranking.title')}
          aria-pressed={look.pane === 'ranking'}
          leftSection={<IconLayoutSidebarRight size={15} />}
          onClick={() => toggle('ranking')}
        >
          {t('house:ranking.title')}
        </Button>
      </Tooltip>
    </Group>
  );
});

function isFace(value: unknown): value is BoardFace {
  return faces.some((face) => face === value);
}

function isPane(value: unknown): value is HousePane {
  return panes.some((pane) => pane === value);
}

function isNotation(value: unknown): value is RelationNotation {
  return relationNotations.some((notation) => notation === value);
}
