import { Button, Group, Radio, Stack, Switch } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type HouseView,
  houseNormalizations,
  houseWeightings,
  roofReadings,
} from '../../../../core/contract/house.contract.ts';
import type { SurroundEdit } from '../plan/surround-edit.ts';
import classes from './Options.module.css';
import { RankPreview } from './RankPreview.tsx';

interface OptionsFormProps {
  view: HouseView;
  onEdit: (edit: SurroundEdit) => void;
}

type Options = Pick<HouseView, 'normalization' | 'weighting' | 'kanoAdjusted' | 'roofReading'>;

/** How a house is computed, each choice with what it does, and the ranks that would change. */
export function OptionsForm({ view, onEdit }: OptionsFormProps) {
  const { t } = useTranslation();
  const [options, setOptions] = useState<Options>({
    normalization: view.normalization,
    weighting: view.weighting,
    kanoAdjusted: view.kanoAdjusted,
    roofReading: view.roofReading,
  });
  const set = (patch: Partial<Options>) => setOptions({ ...options, ...patch });
  const planned = view.whats.filter(({ current, target }) => current !== null && target !== null);
  const classed = view.whats.filter(({ kano }) => kano !== null);
  const changed =
    options.normalization !== view.normalization ||
    options.weighting !== view.weighting ||
    options.kanoAdjusted !== view.kanoAdjusted ||
    options.roofReading !== view.roofReading;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onEdit({ kind: 'options', input: { houseId: view.id, ...options } });
        modals.closeAll();
      }}
    >
      <Stack gap={16} className={classes.form}>
        <Choice
          name="weighting"
          values={houseWeightings}
          value={options.weighting}
          onChange={(weighting) => set({ weighting })}
          note={
            options.weighting === 'plan'
              ? t('house:options.planned', {
                  count: planned.length,
                  whats: view.whats.length,
                })
              : undefined
          }
        />
        <Switch
          label={t('house:options.kano.label')}
          description={`${t('house:options.kano.explained')} ${t('house:options.classed', {
            count: classed.length,
            whats: view.whats.length,
          })}`}
          checked={options.kanoAdjusted}
          onChange={(event) => set({ kanoAdjusted: event.currentTarget.checked })}
        />
        <Choice
          name="normalization"
          values={houseNormalizations}
          value={options.normalization}
          onChange={(normalization) => set({ normalization })}
        />
        <Choice
          name="roofReading"
          values={roofReadings}
          value={options.roofReading}
          onChange={(roofReading) => set({ roofReading })}
        />
        <RankPreview before={view} after={{ ...view, ...options }} />
        <Group justify="flex-end" gap={8} className={classes.footer}>
          <Button variant="default" onClick={() => modals.closeAll()}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={!changed}>
            {t('house:options.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  name: 'weighting' | 'normalization' | 'roofReading';
  values: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
  note?: string | undefined;
}

function Choice<Value extends string>({ name, values, value, onChange, note }: ChoiceProps<Value>) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t(`house:options.${name}.label`)}
      description={note}
      value={value}
      onChange={(chosen) => {
        const known = values.find((each) => each === chosen);
        if (known !== undefined) onChange(known);
      }}
    >
      <Stack gap={8} mt={8}>
        {values.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(`house:options.${name}.${String(each)}.label`)}
            description={t(`house:options.${name}.${String(each)}.explained`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
