import {
  ActionIcon,
  isMantineColorScheme,
  Menu,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core';
import { IconCheck, IconSettings, IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../core/contract/common.schema.ts';
import { setLocale } from './set-locale.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** Language and appearance; both take effect at once and are remembered on this computer. */
export function SettingsMenu({ hasWorkspace }: { hasWorkspace: boolean }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={190} checkIcon={<IconCheck size={14} />}>
      <Menu.Target>
        <Tooltip label={t('app:settings.title')}>
          <ActionIcon aria-label={t('app:settings.title')}>
            <IconSettings size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app:settings.language')}</Menu.Label>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(locale) => void setLocale(localeSchema.catch('ko').parse(locale))}
        >
          {localeSchema.options.map((locale) => (
            <Menu.RadioItem key={locale} value={locale} closeMenuOnClick>
              {t(`app:settings.locales.${locale}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('app:settings.appearance')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => isMantineColorScheme(scheme) && setColorScheme(scheme)}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`app:settings.schemes.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {hasWorkspace && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconShieldLock size={15} />}
              renderRoot={(props) => <Link to="/privacy" {...props} />}
            >
              {t('privacy:command')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
