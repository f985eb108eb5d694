import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsSplit2,
  IconArrowUp,
  IconFolderOff,
  IconFolderPlus,
  IconFoldUp,
  IconHierarchy2,
  IconIndentDecrease,
  IconIndentIncrease,
  IconMessageCircle,
  IconPencil,
  IconRoute,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Floating.module.css';
import type { SideStep } from './side-moves.ts';
import type { HouseSide } from './use-house-actions.ts';

export interface LineMenuProps {
  side: HouseSide;
  name: string;
  anchor: DOMRect;
  /** Set for a group. */
  group: { isCollapsed: boolean; onToggle: () => void; onUngroup: () => void } | null;
  /** Set for a WHAT that is a requirement. */
  requirement: {
    vocCount: number;
    onOpenVoc: () => void;
    onOpen: () => void;
    onTrail: () => void;
  } | null;
  /** Set for a group of WHATs. */
  onShare: (() => void) | null;
  onRename: (() => void) | null;
  onGroup: () => void;
  onMove: (step: SideStep) => void;
  onRemove: (() => void) | null;
  onClose: () => void;
}

/** All one can do with a WHAT, or with a group on either side. */
export function LineMenu({ side, name, anchor, group, requirement, ...actions }: LineMenuProps) {
  const { t } = useTranslation();
  const { left, top, width, height } = anchor;
  return (
    <Menu
      opened
      // An open group is a tall box at the edge of the room: below it the menu would lie over other rooms.
      position={side === 'what' && group?.isCollapsed === false ? 'right-start' : 'bottom-end'}
      width={270}
      onChange={(opened) => {
        if (!opened) actions.onClose();
      }}
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left, top, width, height }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('house:what.menuOf', { name })}>
        {requirement !== null && (
          <>
            <Item icon={IconMessageCircle} onClick={requirement.onOpenVoc}>
              {t('house:what.voc', { count: requirement.vocCount })}
            </Item>
            <Item icon={IconRoute} onClick={requirement.onTrail}>
              {t('trail:open')}
            </Item>
            <Item icon={IconHierarchy2} onClick={requirement.onOpen}>
              {t('house:what.openRequirement')}
            </Item>
            <Menu.Divider />
          </>
        )}
        {group !== null && (
          <Item icon={IconFoldUp} keys="Space" onClick={group.onToggle}>
            {t(group.isCollapsed ? 'house:group.openShort' : 'house:group.collapseShort')}
          </Item>
        )}
        {actions.onShare !== null && (
          <Item icon={IconArrowsSplit2} opensForm onClick={actions.onShare}>
            {t('house:group.share')}
          </Item>
        )}
        {actions.onRename !== null && (
          <Item icon={IconPencil} keys="F2" opensForm onClick={actions.onRename}>
            {t('house:group.rename')}
          </Item>
        )}
        <Item icon={IconFolderPlus} keys="Ctrl+G" opensForm onClick={actions.onGroup}>
          {t('house:group.make')}
        </Item>
        {group !== null && (
          <Item icon={IconFolderOff} keys="Ctrl+Shift+G" onClick={group.onUngroup}>
            {t('house:group.dissolve')}
          </Item>
        )}
        <Menu.Divider />
        <Moves side={side} onMove={actions.onMove} />
        {actions.onRemove !== null && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconX size={15} />} onClick={actions.onRemove}>
              {t('house:what.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Moves({ side, onMove }: { side: HouseSide; onMove: (step: SideStep) => void }) {
  const { t } = useTranslation();
  const isHow = side === 'how';
  return (
    <>
      <Item
        icon={isHow ? IconArrowLeft : IconArrowUp}
        keys={isHow ? 'Alt+←' : 'Alt+↑'}
        onClick={() => onMove('back')}
      >
        {t(isHow ? 'house:group.moveLeft' : 'house:what.moveUp')}
      </Item>
      <Item
        icon={isHow ? IconArrowRight : IconArrowDown}
        keys={isHow ? 'Alt+→' : 'Alt+↓'}
        onClick={() => onMove('forward')}
      >
        {t(isHow ? 'house:group.moveRight' : 'house:what.moveDown')}
      </Item>
      <Item icon={IconIndentIncrease} keys="Alt+Shift+→" onClick={() => onMove('in')}>
        {t('house:group.moveIn')}
      </Item>
      <Item icon={IconIndentDecrease} keys="Alt+Shift+←" onClick={() => onMove('out')}>
        {t('house:group.moveOut')}
      </Item>
    </>
  );
}

interface ItemProps {
  icon: ComponentType<{ size: number }>;
  keys?: string;
  /** The form takes the menu's place, so that there is nothing left to close. */
  opensForm?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Item({ icon: Icon, keys, opensForm = false, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      leftSection={<Icon size={15} />}
      rightSection={keys}
      closeMenuOnClick={!opensForm}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  );
}
