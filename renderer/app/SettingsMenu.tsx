import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setLocale } from './set-locale.ts';

const locales = ['ko', 'en'] as const;
const schemes = ['light', 'dark', 'auto'] as const;

export function SettingsMenu() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const check = <IconCheck size={14} />;
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <Tooltip label={t('app:settings.title')}>
          <ActionIcon aria-label={t('app:settings.title')}>
            <IconSettings size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app:settings.language')}</Menu.Label>
        {locales.map((locale) => (
          <Menu.Item
            key={locale}
            role="menuitemradio"
            aria-checked={i18n.language === locale}
            rightSection={i18n.language === locale ? check : null}
            onClick={() => void setLocale(locale)}
          >
            {t(`app:settings.locales.${locale}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('app:settings.appearance')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            rightSection={colorScheme === scheme ? check : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`app:settings.schemes.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
