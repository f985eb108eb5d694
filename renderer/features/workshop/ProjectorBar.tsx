import { ActionIcon, Button, Checkbox, Group, Select, Tooltip } from '@mantine/core';
import { IconDeviceTv, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { type ProjectorState, projectorSlides } from './projector-state.ts';

interface ProjectorBarProps {
  workshopId: number;
  projector: ProjectorState;
  onShow: (patch: Partial<ProjectorState>) => void;
}

/** Opens the room's view and says which slide it shows. */
export function ProjectorBar({ workshopId, projector, onShow }: ProjectorBarProps) {
  const { t } = useTranslation();
  const { slide, look, follows } = projector;
  const Look = look === 'dark' ? IconSun : IconMoon;
  const lookLabel = t(look === 'dark' ? 'workshop:projector.light' : 'workshop:projector.dark');
  return (
    <Group gap={8} wrap="nowrap">
      <Checkbox
        size="xs"
        label={t('workshop:projector.follows')}
        checked={follows}
        onChange={(event) => onShow({ follows: event.currentTarget.checked })}
      />
      <Select
        w={150}
        aria-label={t('workshop:projector.slide')}
        allowDeselect={false}
        data={projectorSlides.map((each) => ({
          value: each,
          label: t(`workshop:projector.${each}`),
        }))}
        value={slide}
        onChange={(value) => {
          const chosen = projectorSlides.find((each) => each === value);
          if (chosen !== undefined) onShow({ slide: chosen });
        }}
      />
      <Tooltip label={lookLabel}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={lookLabel}
          onClick={() => onShow({ look: look === 'dark' ? 'light' : 'dark' })}
        >
          <Look size={16} />
        </ActionIcon>
      </Tooltip>
      <OpenProjector workshopId={workshopId} />
    </Group>
  );
}

/** The desktop shell opens a window itself; in a browser it is one more tab. */
function OpenProjector({ workshopId }: { workshopId: number }) {
  const { t } = useTranslation();
  const icon = <IconDeviceTv size={15} />;
  if (window.csmBridge === undefined) {
    return (
      <Button
        variant="default"
        component="a"
        href={`/projector?workshopId=${workshopId}`}
        target="_blank"
        rel="noopener"
        leftSection={icon}
      >
        {t('workshop:projector.open')}
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={icon}
      onClick={() => void host.call('shell.openProjector', { workshopId }).catch(notifyError)}
    >
      {t('workshop:projector.open')}
    </Button>
  );
}
