import { Button, Menu } from '@mantine/core';
import { IconHomeCog } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { houseBands } from './house-bands.ts';
import type { Surroundings } from './use-surroundings.tsx';

/** What stands around the relations, and how the house is computed. */
export const SurroundMenu = memo(function SurroundMenu({
  surroundings,
}: {
  surroundings: Surroundings;
}) {
  const { t } = useTranslation();
  const { shown, show } = surroundings;
  return (
    <Menu position="bottom-end" width={260} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" px={10} leftSection={<IconHomeCog size={15} />}>
          {t('house:options.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('house:options.bands')}</Menu.Label>
        {houseBands.map((band) => (
          <Menu.CheckboxItem
            key={band}
            checked={shown[band]}
            onChange={(checked) => show(band, checked)}
          >
            {t(`house:options.band.${band}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick onClick={surroundings.openScale}>
          {t('house:scale.title')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick onClick={surroundings.openOptions}>
          {t('house:options.title')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick onClick={surroundings.openCompetitors}>
          {t('house:ratings.manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
