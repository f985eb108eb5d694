import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconQuote, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import classes from './RequirementPane.module.css';

/** The customer's words that stand for the requirement. */
export function QuoteOf({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const setQuote = useHostMutation('requirement.setQuote');
  const { id, quote, vocCount } = requirement;
  if (quote === null && vocCount === 0) return null;
  return (
    <section className={classes.section} aria-label={t('requirement:quote.title')}>
      <h3 className={classes.heading}>{t('requirement:quote.title')}</h3>
      {quote === null ? (
        <Text size="xs" c="dimmed">
          {t('requirement:quote.none')} {t('requirement:quote.passage')}
        </Text>
      ) : (
        <Group wrap="nowrap" align="flex-start" gap={6} mt={4}>
          <IconQuote size={15} className={classes.mark} aria-hidden />
          <Link to="/voc" search={{ open: quote.vocId }} className={classes.quote}>
            {quote.text}
          </Link>
          <Tooltip label={t('requirement:quote.clear')}>
            <ActionIcon
              size="xs"
              aria-label={t('requirement:quote.clear')}
              onClick={() => setQuote.mutate({ id, vocId: null })}
            >
              <IconX size={12} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </section>
  );
}
