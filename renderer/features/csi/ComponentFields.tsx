import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { componentScores } from '../../../core/contract/csi.contract.ts';
import type { SurveyItemRow } from '../../../core/contract/survey.contract.ts';
import classes from './CsiPage.module.css';
import type { DraftComponent } from './index-draft.ts';

interface ComponentFieldsProps {
  component: DraftComponent;
  items: SurveyItemRow[];
  onChange: (component: DraftComponent) => void;
  /** null when it is the last one. */
  onRemove: (() => void) | null;
}

export function ComponentFields({ component, items, onChange, onRemove }: ComponentFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.component} aria-label={component.name}>
      <Group align="flex-end" wrap="nowrap" gap={8}>
        <TextInput
          label={t('csi:editor.componentName')}
          value={component.name}
          flex={1}
          onChange={(event) => onChange({ ...component, name: event.currentTarget.value })}
        />
        <NumberInput
          label={t('csi:editor.share')}
          value={component.percent}
          min={0}
          max={100}
          decimalScale={2}
          suffix=" %"
          w={96}
          onChange={(value) => onChange({ ...component, percent: Number(value) || 0 })}
        />
        <Select
          label={t('csi:editor.score')}
          w={170}
          allowDeselect={false}
          data={componentScores.map((score) => ({ value: score, label: t(`csi:scores.${score}`) }))}
          value={component.score}
          onChange={(value) => {
            const score = componentScores.find((known) => known === value);
            if (score !== undefined) onChange({ ...component, score });
          }}
        />
        {onRemove !== null && (
          <ActionIcon aria-label={`${t('app:remove')}: ${component.name}`} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
      <MultiSelect
        mt={8}
        label={t('csi:editor.items')}
        placeholder={component.itemIds.length === 0 ? t('csi:editor.itemsHint') : ''}
        searchable
        clearable
        hidePickedOptions
        data={items.map(({ id, label }) => ({ value: String(id), label }))}
        value={component.itemIds.map(String)}
        onChange={(values) => onChange({ ...component, itemIds: values.map(Number) })}
      />
      <Button
        mt={4}
        variant="subtle"
        size="compact-xs"
        onClick={() => onChange({ ...component, itemIds: items.map(({ id }) => id) })}
      >
        {t('csi:editor.allItems')}
      </Button>
    </fieldset>
  );
}
