import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VocDetail } from '../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { UnlinkButton } from '../../shared/requirement/UnlinkButton.tsx';
import classes from './VocPane.module.css';

/** The requirements this VOC is evidence for. */
export function VocRequirements({ voc, onAdd }: { voc: VocDetail; onAdd: () => void }) {
  const { t } = useTranslation();
  const unlink = useHostMutation('requirement.removeEvidence');
  return (
    <section className={classes.section} aria-label={t('voc:pane.requirements')}>
      <h3 className={classes.heading}>{t('voc:pane.requirements')}</h3>
      {voc.requirements.length === 0 && (
        <Text size="sm" c="dimmed" mb={6}>
          {t('voc:pane.noRequirement')}
        </Text>
      )}
      <ul className={classes.requirements}>
        {voc.requirements.map((requirement) => {
          const label = t('voc:pane.unlink', { name: requirement.name });
          return (
            <li key={requirement.id} className={classes.requirement}>
              <Link to="/requirements" search={{ id: requirement.id }}>
                {requirement.code} {requirement.name}
              </Link>
              <UnlinkButton
                label={label}
                onUnlink={() => unlink.mutate({ requirementId: requirement.id, vocIds: [voc.id] })}
              />
            </li>
          );
        })}
        <li>
          <Button
            variant="light"
            size="compact-xs"
            leftSection={<IconPlus size={12} />}
            onClick={onAdd}
          >
            {t('voc:pane.link')}
          </Button>
        </li>
      </ul>
    </section>
  );
}
