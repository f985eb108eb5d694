import { Anchor, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './HomePage.module.css';

const steps: { key: string; link: LinkProps }[] = [
  { key: 'voc', link: { to: '/import/$purpose', params: { purpose: 'voc' } } },
  { key: 'requirements', link: { to: '/requirements' } },
  { key: 'house', link: { to: '/house' } },
  { key: 'survey', link: { to: '/import/$purpose', params: { purpose: 'survey' } } },
];

/** An empty workspace shows the way through the cycle. */
export function FirstSteps() {
  const { t } = useTranslation();
  return (
    <Panel title={t('home:first.title')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.key}>
            <Text fw={650}>
              {index + 1}. {t(`home:first.${step.key}.title`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`home:first.${step.key}.hint`)}
            </Text>
            <Anchor size="sm" renderRoot={(props) => <Link {...step.link} {...props} />}>
              {t(`home:first.${step.key}.go`)}
            </Anchor>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
