import { Button, Group, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MatrixImport.module.css';

interface StepFrameProps {
  name: string;
  onName: (name: string) => void;
  /** Why no house can be made of it yet; null when one can. */
  obstacle: string | null;
  busy: boolean;
  onBack: () => void;
  onMake: () => void;
  /** Another way to go on, beside making a house. */
  instead?: ReactNode;
  children: ReactNode;
}

/** What was read, above the name of the house that it becomes. */
export function StepFrame({
  name,
  onName,
  obstacle,
  busy,
  onBack,
  onMake,
  instead = null,
  children,
}: StepFrameProps) {
  const { t } = useTranslation();
  const isNamed = name.trim() !== '';
  return (
    <form
      className={classes.step}
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed && obstacle === null && !busy) onMake();
      }}
    >
      <div className={classes.content}>{children}</div>
      <Group className={classes.foot} gap={8} align="flex-end">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={14} />}
          disabled={busy}
          onClick={onBack}
        >
          {t('houseFile:import.back')}
        </Button>
        <TextInput
          ml="auto"
          w={320}
          label={t('houseFile:import.name')}
          value={name}
          maxLength={200}
          error={isNamed ? obstacle : t('houseFile:import.nameMissing')}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant={instead === null ? 'filled' : 'default'}
          loading={busy}
          disabled={!isNamed || obstacle !== null}
        >
          {t(instead === null ? 'houseFile:import.make' : 'houseFile:import.makeNew')}
        </Button>
        {instead}
      </Group>
    </form>
  );
}
