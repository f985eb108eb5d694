import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/ui/Page.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './PrivacyPage.module.css';
import { RetentionPanel } from './RetentionPanel.tsx';
import { UnmaskLog } from './UnmaskLog.tsx';

const masked = ['names', 'phones', 'emails', 'residents', 'cards'] as const;

/** What is hidden, how long customers' words are kept, and who saw them as they were written. */
export function PrivacyPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('privacy:title')} subtitle={t('privacy:subtitle')}>
      <div className={classes.room}>
        <div className={classes.column}>
          <Panel title={t('privacy:masking.title')}>
            <Text size="sm" mb={6}>
              {t('privacy:masking.explained')}
            </Text>
            <List size="sm" spacing={2}>
              {masked.map((kind) => (
                <List.Item key={kind}>{t(`privacy:masking.${kind}`)}</List.Item>
              ))}
            </List>
          </Panel>
          <UnmaskLog />
        </div>
        <RetentionPanel />
      </div>
    </Page>
  );
}
