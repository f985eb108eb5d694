import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconHierarchy2,
  IconMessageCircle,
  IconRoute,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseWhat } from '../../../core/contract/house.contract.ts';
import classes from './Floating.module.css';

interface WhatMenuProps {
  what: HouseWhat;
  anchor: DOMRect;
  isFirst: boolean;
  isLast: boolean;
  onOpenVoc: () => void;
  onOpenRequirement: () => void;
  onTrail: () => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** All one can do with a WHAT. */
export function WhatMenu({ what, anchor, onClose, ...actions }: WhatMenuProps) {
  const { t } = useTranslation();
  const { left, top, width, height } = anchor;
  return (
    <Menu
      opened
      position="bottom-end"
      width={250}
      onChange={(opened) => {
        if (!opened) onClose();
      }}
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left, top, width, height }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('house:what.menuOf', { name: what.name })}>
        {what.requirementId !== null && (
          <>
            <Menu.Item leftSection={<IconMessageCircle size={15} />} onClick={actions.onOpenVoc}>
              {t('house:what.voc', { count: what.vocCount })}
            </Menu.Item>
            <Menu.Item leftSection={<IconRoute size={15} />} onClick={actions.onTrail}>
              {t('trail:open')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHierarchy2 size={15} />}
              onClick={actions.onOpenRequirement}
            >
              {t('house:what.openRequirement')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          rightSection="Alt+↑"
          disabled={actions.isFirst}
          onClick={() => actions.onMove(-1)}
        >
          {t('house:what.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          rightSection="Alt+↓"
          disabled={actions.isLast}
          onClick={() => actions.onMove(1)}
        >
          {t('house:what.moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconX size={15} />} onClick={actions.onRemove}>
          {t('house:what.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
