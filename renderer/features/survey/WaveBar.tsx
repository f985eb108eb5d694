import {
  ActionIcon,
  Button,
  Group,
  Popover,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaveRow } from '../../../core/contract/survey.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

interface WaveBarProps {
  waves: WaveRow[];
  wave: WaveRow;
  onChoose: (waveId: number) => void;
}

/** Which wave one looks at, its figures, and how it is named and dated. */
export function WaveBar({ waves, wave, onChoose }: WaveBarProps) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  const choices = waves.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Group justify="space-between">
      <Group gap={8}>
        {waves.length <= 4 ? (
          <SegmentedControl
            aria-label={t('survey:wave.choose')}
            data={choices}
            value={String(wave.id)}
            onChange={(value) => onChoose(Number(value))}
          />
        ) : (
          <Select
            aria-label={t('survey:wave.choose')}
            data={choices}
            value={String(wave.id)}
            allowDeselect={false}
            w={280}
            onChange={(value) => value !== null && onChoose(Number(value))}
          />
        )}
        {/* By value: an undone change must show in the fields. */}
        <WaveEditor key={JSON.stringify([wave.id, wave.name, wave.surveyedOn])} wave={wave} />
      </Group>
      <Group gap={16}>
        <Text size="sm" c="dimmed">
          {t('survey:wave.facts', {
            date: wave.surveyedOn,
            respondents: count(wave.respondentCount),
            items: count(wave.itemCount),
          })}
        </Text>
        {wave.vocCount > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            renderRoot={(props) => (
              <Link to="/voc" search={{ filter: { waveId: wave.id } }} {...props} />
            )}
          >
            {t('survey:wave.voc', { formatted: count(wave.vocCount) })}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function WaveEditor({ wave }: { wave: WaveRow }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [name, setName] = useState(wave.name);
  const [surveyedOn, setSurveyedOn] = useState(wave.surveyedOn);
  const update = useHostMutation('survey.updateWave', { onSuccess: close });
  const remove = useHostMutation('survey.removeWave', {
    onSuccess: () => notifyDone(t('survey:wave.removed', { name: wave.name })),
  });
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('survey:wave.edit')} disabled={opened}>
          <ActionIcon aria-label={t('survey:wave.edit')} onClick={toggle}>
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('survey:wave.edit')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            update.mutate({ id: wave.id, name, surveyedOn });
          }}
        >
          <Stack gap={8} w={300}>
            <TextInput
              label={t('survey:wave.name')}
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('survey:wave.date')}
              value={surveyedOn}
              onChange={(event) => setSurveyedOn(event.currentTarget.value)}
            />
            <Group justify="space-between">
              <Button variant="subtle" color="red" onClick={() => remove.mutate({ id: wave.id })}>
                {t('survey:wave.remove')}
              </Button>
              <Button type="submit" disabled={name.trim() === '' || surveyedOn === ''}>
                {t('app:save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
