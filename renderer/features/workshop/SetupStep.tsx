import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../core/contract/contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { AgendaEditor } from './AgendaEditor.tsx';
import { Attendance } from './Attendance.tsx';
import { KeptText } from './KeptText.tsx';
import classes from './SetupStep.module.css';

/** Before the room fills: what it is for, who comes, and what happens when. */
export function SetupStep({ workshop }: { workshop: WorkshopView }) {
  return (
    <div className={classes.columns}>
      <Stack gap={10} className={classes.left}>
        <Details workshop={workshop} />
        <AgendaEditor workshop={workshop} />
      </Stack>
      <Attendance workshop={workshop} />
    </div>
  );
}

type WorkshopPatch = Omit<InputOf<'workshop.update'>, 'id'>;

function Details({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const update = useHostMutation('workshop.update');
  const save = (patch: WorkshopPatch) => update.mutate({ id: workshop.id, ...patch });
  return (
    <Panel title={t('workshop:setup.details')}>
      <Stack gap={8}>
        <KeptText
          label={t('workshop:field.name')}
          value={workshop.name}
          required
          onKeep={(name) => save({ name })}
        />
        <SimpleGrid cols={3} spacing={8}>
          <DateField
            label={t('workshop:field.heldOn')}
            value={workshop.heldOn}
            onChange={(heldOn) => heldOn !== '' && save({ heldOn })}
          />
          <KeptText
            label={t('workshop:field.place')}
            value={workshop.place}
            onKeep={(place) => save({ place })}
          />
          <KeptText
            label={t('workshop:field.facilitator')}
            value={workshop.facilitator}
            onKeep={(facilitator) => save({ facilitator })}
          />
        </SimpleGrid>
        <KeptText
          label={t('workshop:field.goal')}
          value={workshop.goal}
          multiline
          onKeep={(goal) => save({ goal })}
        />
      </Stack>
    </Panel>
  );
}
