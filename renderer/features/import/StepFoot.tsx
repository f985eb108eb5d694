import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './StepFoot.module.css';

interface StepFootProps {
  onBack: () => void;
  onNext: () => void;
  nextLabel: string;
  /** Why one cannot go on yet; null when one can. */
  obstacle: string | null;
  busy: boolean;
  children?: ReactNode;
}

/** The bar below every step: back, what is still missing, on. */
export function StepFoot(props: StepFootProps) {
  const { onBack, onNext, nextLabel, obstacle, busy, children } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.foot}>
      <Button variant="default" onClick={onBack}>
        {t('app:back')}
      </Button>
      <Group gap={12}>
        {children}
        <span className={classes.obstacle} role="status">
          {obstacle}
        </span>
        <Button disabled={obstacle !== null} loading={busy} onClick={onNext}>
          {nextLabel}
        </Button>
      </Group>
    </div>
  );
}
