import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconBaselineDensityLarge,
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Density, densities } from './grid/list-geometry.ts';

const icons = {
  dense: IconBaselineDensitySmall,
  normal: IconBaselineDensityMedium,
  tall: IconBaselineDensityLarge,
} as const;

interface DensityMenuProps {
  density: Density;
  onChange: (density: Density) => void;
}

/** How much of each VOC the list shows: many short rows, or two lines of what was said. */
export function DensityMenu({ density, onChange }: DensityMenuProps) {
  const { t } = useTranslation();
  const Icon = icons[density];
  const label = t('voc:density.label');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={`${label} (H)`}>
          <ActionIcon aria-label={label}>
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={density}
          onChange={(value) => {
            const chosen = densities.find((known) => known === value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {densities.map((known) => (
            <Menu.RadioItem key={known} value={known}>
              {t(`voc:density.${known}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export function isDensity(value: unknown): value is Density {
  return densities.some((known) => known === value);
}

/** The next in the order of the menu, and after the last the first. */
export function nextDensity(density: Density): Density {
  const place = densities.indexOf(density);
  return densities[(place + 1) % densities.length] ?? 'normal';
}
