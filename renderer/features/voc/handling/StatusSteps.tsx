import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type VocStatus, vocStatuses } from '../../../../core/contract/voc.contract.ts';
import { isAllowedMove, isReopening } from '../../../../core/domain/voc/handling.ts';
import classes from './Handling.module.css';

interface StatusStepsProps {
  status: VocStatus;
  onMove: (status: VocStatus) => void;
}

/** 접수 → 처리중 → 회신 → 종결: where the VOC is, and the way on, each with its key. */
export function StatusSteps({ status, onMove }: StatusStepsProps) {
  const { t } = useTranslation();
  const now = vocStatuses.indexOf(status);
  return (
    <ol className={classes.steps} aria-label={t('handling:pane.flow')}>
      {vocStatuses.map((step, place) => {
        const reopens = isReopening(status, step);
        const word = t(`voc:statuses.${step}`);
        const key = place === 0 ? '' : ` (${place + 1})`;
        return (
          <li key={step} data-done={place < now || undefined}>
            <Tooltip
              label={`${reopens ? t('handling:pane.reopen') : word}${key}`}
              disabled={step === status}
            >
              <UnstyledButton
                className={classes.step}
                aria-current={step === status ? 'step' : undefined}
                aria-keyshortcuts={place === 0 ? undefined : String(place + 1)}
                disabled={!isAllowedMove(status, step)}
                onClick={() => onMove(step)}
              >
                {place < now && <IconCheck size={12} aria-hidden />}
                {word}
              </UnstyledButton>
            </Tooltip>
          </li>
        );
      })}
    </ol>
  );
}
