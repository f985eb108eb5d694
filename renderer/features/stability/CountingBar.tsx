import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseStability } from '../../../core/contract/stability.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useJob } from '../../shared/host/jobs.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import classes from './Stability.module.css';

interface CountingBarProps {
  stability: HouseStability;
  onCount: () => void;
}

/** What the figures rest on, how far their counting is, or that it is still to be done. */
export function CountingBar({ stability, onCount }: CountingBarProps) {
  const { t, i18n } = useTranslation();
  const job = useJob(stability.jobId);
  const { options, hows, jobId, topK } = stability;
  const formatted = (value: number) => value.toLocaleString(i18n.language);
  if (jobId !== null) {
    const done = job?.done ?? 0;
    return (
      <div className={classes.bar} role="status">
        <span>{t('stability:counting.running', { variants: formatted(options.draws) })}</span>
        <Progress
          className={classes.progress}
          aria-label={t('stability:counting.progress')}
          value={(done / options.draws) * 100}
        />
        <span className={classes.figure}>{Math.floor((done / options.draws) * 100)}%</span>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconX size={13} />}
          onClick={() => void host.call('job.cancel', { id: jobId }).catch(notifyError)}
        >
          {t('stability:counting.cancel')}
        </Button>
      </div>
    );
  }
  if (hows === null) {
    return (
      <div className={classes.bar} role="status">
        <IconAlertTriangle size={14} aria-hidden className={classes.warn} />
        <span>{t('stability:counting.needed')}</span>
        <Button size="compact-xs" leftSection={<IconPlayerPlay size={13} />} onClick={onCount}>
          {t('stability:counting.start', { variants: formatted(options.draws) })}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.bar}>
      <span role="status">
        {t('stability:counting.known', {
          variants: formatted(options.draws),
          noise: Math.round(options.weightNoise * 100),
          scales: options.otherScales.length + 1,
          normalizations: options.normalizations.length,
          seed: options.seed,
        })}
      </span>
      <span className={classes.legends}>
        {signs.map(({ name, sign }) => (
          <span key={name} className={classes.legend}>
            <span className={sign} aria-hidden />
            {t(`stability:legend.${name}`, { topK })}
          </span>
        ))}
      </span>
    </div>
  );
}

/** What the marks in the range of ranks mean. */
const signs = [
  { name: 'range', sign: classes.rangeLine },
  { name: 'median', sign: classes.rangeMedian },
  { name: 'now', sign: classes.rangeNow },
  { name: 'top', sign: classes.rangeTop },
] as const;
