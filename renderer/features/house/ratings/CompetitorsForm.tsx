import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxCompetitors } from '../../../../core/contract/house.contract.ts';
import { host } from '../../../shared/host/host-client.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { notifyError } from '../../../shared/ui/notify.ts';
import classes from './CompetitorsForm.module.css';

interface CompetitorsFormProps {
  houseId: number;
  whenSaved: () => Promise<void>;
}

/** Whom we are compared with, on both sides of the house. Every step is kept at once and can be undone. */
export function CompetitorsForm({ houseId, whenSaved }: CompetitorsFormProps) {
  const { t } = useTranslation();
  const { data } = useHostQuery('house.get', { id: houseId });
  const [name, setName] = useState('');
  const competitors = data?.id === houseId ? data.competitors : [];
  const keep = (work: () => Promise<unknown>) => void whenSaved().then(work).catch(notifyError);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    keep(() => host.call('house.addCompetitor', { houseId, name: wanted }));
  };
  return (
    <Stack gap={10}>
      <Text size="sm">{t('house:ratings.explained')}</Text>
      <ul className={classes.list}>
        {competitors.map((competitor, place) => {
          const { competitorId } = competitor;
          const move = (position: number) =>
            keep(() => host.call('house.moveCompetitor', { houseId, competitorId, position }));
          return (
            <li key={`${competitorId} ${competitor.name}`} className={classes.competitor}>
              <NameField
                name={competitor.name}
                label={t('house:ratings.nameOf', { place: place + 1 })}
                onName={(next) =>
                  keep(() =>
                    host.call('house.renameCompetitor', { houseId, competitorId, name: next }),
                  )
                }
              />
              <ActionIcon
                aria-label={t('house:ratings.moveUp', { name: competitor.name })}
                disabled={place === 0}
                onClick={() => move(place - 1)}
              >
                <IconArrowUp size={15} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('house:ratings.moveDown', { name: competitor.name })}
                disabled={place === competitors.length - 1}
                onClick={() => move(place + 1)}
              >
                <IconArrowDown size={15} />
              </ActionIcon>
              <ActionIcon
                color="red"
                variant="subtle"
                aria-label={t('house:ratings.remove', { name: competitor.name })}
                onClick={() =>
                  keep(() => host.call('house.removeCompetitor', { houseId, competitorId }))
                }
              >
                <IconTrash size={15} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <form onSubmit={add}>
        <Group gap={8} align="flex-end">
          <TextInput
            flex={1}
            label={t('house:ratings.newName')}
            placeholder={t('house:ratings.newNameHint')}
            value={name}
            maxLength={200}
            data-autofocus
            disabled={competitors.length >= maxCompetitors}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            leftSection={<IconPlus size={14} />}
            disabled={name.trim() === '' || competitors.length >= maxCompetitors}
          >
            {t('house:ratings.add')}
          </Button>
        </Group>
      </form>
      {competitors.length >= maxCompetitors && (
        <Text size="xs">{t('house:errors.tooManyCompetitors', { max: maxCompetitors })}</Text>
      )}
    </Stack>
  );
}

interface NameFieldProps {
  name: string;
  label: string;
  onName: (name: string) => void;
}

/** Kept as one leaves it or presses Enter; a name cannot be taken away. */
function NameField({ name, label, onName }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  const keep = () => {
    const next = typed.trim();
    if (next === '') setTyped(name);
    else if (next !== name) onName(next);
  };
  return (
    <TextInput
      flex={1}
      aria-label={label}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
      }}
    />
  );
}
