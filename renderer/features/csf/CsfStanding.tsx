import { Button, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CsfStability } from '../../../core/contract/stability.contract.ts';
import { StabilityGradeMark } from '../../shared/house/StabilityGradeMark.tsx';
import { rangeSentence, topSentence } from '../../shared/house/standing-words.ts';
import classes from './CsfPage.module.css';

interface CsfStandingProps {
  stability: CsfStability;
  counting: number | null;
  onCount: () => void;
}

/** How firmly the CSF stands, in a sentence that can be checked. */
export function CsfStanding({ stability, counting, onCount }: CsfStandingProps) {
  const { t, i18n } = useTranslation();
  const { standing, weightless, houseId, options } = stability;
  if (weightless) return null;
  return (
    <section className={classes.standing} aria-label={t('csf:stability.title')}>
      <div className={classes.paneHead}>
        <h3 className={classes.paneHeading}>{t('csf:stability.title')}</h3>
        {standing !== null && <StabilityGradeMark grade={standing.grade} />}
      </div>
      {standing !== null ? (
        <>
          <Text size="sm">{topSentence(standing, t, i18n.language)}</Text>
          <Text size="xs" c="dimmed">
            {rangeSentence(standing, t)}
          </Text>
          <Text size="xs" c="dimmed">
            {t('csf:stability.basis', {
              noise: Math.round(options.weightNoise * 100),
              seed: options.seed,
            })}{' '}
            <Link to="/house/stability" search={{ id: houseId }} className={classes.inlineLink}>
              {t('csf:stability.open')}
            </Link>
          </Text>
        </>
      ) : counting !== null ? (
        <Text size="sm" c="dimmed" role="status">
          {t('csf:stability.counting', { percent: counting })}
        </Text>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerPlay size={13} />}
          onClick={onCount}
        >
          {t('csf:stability.count')}
        </Button>
      )}
    </section>
  );
}
