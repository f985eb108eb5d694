import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ConflictBarProps {
  count: number;
  takenCount: number;
  onTakeAll: (isTaken: boolean) => void;
}

/** Says what happens where both the house and the workbook were changed, and settles all at once. */
export function ConflictBar({ count, takenCount, onTakeAll }: ConflictBarProps) {
  const { t } = useTranslation();
  return (
    <Alert icon={<IconArrowsSplit size={16} />} color="orange" my={10}>
      <Text size="sm">{t('houseFile:conflict.told', { count })}</Text>
      <Group gap={8} mt={8}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={takenCount === 0}
          onClick={() => onTakeAll(false)}
        >
          {t('houseFile:conflict.allHouse')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={takenCount === count}
          onClick={() => onTakeAll(true)}
        >
          {t('houseFile:conflict.allExcel')}
        </Button>
        <Text size="sm" aria-live="polite">
          {t('houseFile:conflict.counts', { house: count - takenCount, excel: takenCount })}
        </Text>
      </Group>
    </Alert>
  );
}
