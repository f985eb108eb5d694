import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  maxScaleLevels,
  presetOf,
  type RelationScale,
  scalePresetIds,
  scalePresets,
} from '../../../../core/domain/house/relation-scale.ts';

interface ScaleEditorProps {
  scale: RelationScale;
  onChange: (scale: RelationScale) => void;
}

/** What the signs of the table weigh. */
export function ScaleEditor({ scale, onChange }: ScaleEditorProps) {
  const { t } = useTranslation();
  const { levels } = scale;
  const set = (place: number, patch: Partial<RelationScale['levels'][number]>) =>
    onChange({
      levels: levels.map((level, at) => (at === place ? { ...level, ...patch } : level)),
    });
  return (
    <section aria-label={t('houseFile:scale.title')}>
      <Text size="sm" fw={600} mb={4}>
        {t('houseFile:scale.title')}
      </Text>
      <Stack gap={6}>
        <Select
          aria-label={t('houseFile:scale.preset')}
          placeholder={t('houseFile:scale.own')}
          data={scalePresetIds.map((id) => ({
            value: id,
            label: scalePresets[id].levels
              .map((level) => `${level.symbol} ${level.value}`)
              .join('  '),
          }))}
          value={presetOf(scale)}
          onChange={(value) => {
            const id = scalePresetIds.find((each) => each === value);
            if (id !== undefined) onChange(scalePresets[id]);
          }}
        />
        {levels.map((level, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: levels are told apart by their place
          <Group key={place} gap={6} wrap="nowrap">
            <TextInput
              w={70}
              maxLength={2}
              aria-label={t('houseFile:scale.symbol', { place: place + 1 })}
              value={level.symbol}
              onChange={(event) => set(place, { symbol: event.currentTarget.value })}
            />
            <NumberInput
              w={110}
              hideControls
              aria-label={t('houseFile:scale.value', { place: place + 1 })}
              value={level.value}
              onChange={(value) => set(place, { value: Number(value) })}
            />
            <ActionIcon
              variant="subtle"
              aria-label={t('houseFile:scale.remove', { place: place + 1 })}
              disabled={levels.length === 1}
              onClick={() => onChange({ levels: levels.filter((_, at) => at !== place) })}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        {levels.length < maxScaleLevels && (
          <Button
            size="compact-xs"
            variant="default"
            w="fit-content"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange({ levels: [...levels, { symbol: '', value: 0.5 }] })}
          >
            {t('houseFile:scale.add')}
          </Button>
        )}
      </Stack>
    </section>
  );
}
