import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { RequirementFinder } from '../../shared/requirement/RequirementFinder.tsx';

export type PickedRequirement = { id: number; name: string } | { newName: string };

interface RequirementPickerProps {
  opened: boolean;
  /** How many VOC will be linked. */
  count: number;
  onClose: () => void;
  onPick: (picked: PickedRequirement) => void;
}

/** What VOC are made evidence of: a requirement of the tree, or a new one. */
export function RequirementPicker({ opened, count, onClose, onPick }: RequirementPickerProps) {
  const { t } = useTranslation();
  const { data: requirements = [] } = useHostQuery('requirement.list', {}, { enabled: opened });
  const [lastId, setLastId] = usePreference<number>('voc.lastRequirement', 0);
  return (
    <RequirementFinder
      title={opened ? t('voc:picker.title', { count }) : null}
      requirements={requirements}
      startId={lastId}
      nothing={t('voc:picker.empty')}
      onClose={onClose}
      onPick={({ id, name }) => {
        setLastId(id);
        onPick({ id, name });
      }}
      onCreate={(newName) => onPick({ newName })}
    />
  );
}
