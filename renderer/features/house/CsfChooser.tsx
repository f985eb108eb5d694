import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  countToReach,
  type HowWeight,
  rankedHows,
} from '../../../core/charts/how-weights.option.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { RankedList } from './RankedList.tsx';
import classes from './RankingPane.module.css';

interface CsfChooserProps {
  houseId: number;
  hows: readonly HowWeight[];
  onGoToHow: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
  whenSaved: () => Promise<void>;
}

/** The heaviest HOWs that together make this share are offered in one click. */
const suggestedShare = 0.8;

/** HOWs from the heaviest down, to tick as CSFs and say why. */
export const CsfChooser = memo(function CsfChooser(props: CsfChooserProps) {
  const { houseId, hows, whenSaved, ...links } = props;
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const ranked = useMemo(() => rankedHows(hows), [hows]);
  const toggle = useCallback(
    (howId: number) =>
      setTicked((known) => {
        const next = new Set(known);
        if (!next.delete(howId)) next.add(howId);
        return next;
      }),
    [],
  );
  const suggest = () => {
    const last = ranked[countToReach(ranked, suggestedShare) - 1];
    // What weighs the same as the last one is no worse a choice.
    const leading = ranked.filter(({ rank }) => rank <= (last?.rank ?? 0));
    setTicked(new Set(leading.map(({ howId }) => howId)));
  };
  if ((ranked[0]?.relativeWeight ?? 0) === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('house:ranking.noWeights')}
      </Text>
    );
  }
  const chosen = ranked.filter(({ howId, csfId }) => csfId === null && ticked.has(howId));
  return (
    <>
      <RankedList ranked={ranked} ticked={ticked} onToggle={toggle} {...links} />
      <div className={classes.choice}>
        <Group justify="space-between" gap={6}>
          <Text size="xs" c="dimmed" role="status">
            {t('house:choose.ticked', { count: chosen.length })}
          </Text>
          <Button variant="subtle" size="compact-xs" onClick={suggest}>
            {t('house:choose.suggest', { percent: suggestedShare * 100 })}
          </Button>
        </Group>
        <ChoiceForm
          houseId={houseId}
          chosenIds={chosen.map(({ howId }) => howId).join(' ')}
          whenSaved={whenSaved}
          onChosen={(howIds) =>
            setTicked((known) => new Set([...known].filter((howId) => !howIds.includes(howId))))
          }
        />
      </div>
    </>
  );
});

interface ChoiceFormProps {
  houseId: number;
  /** Joined by spaces: the form redraws only when they change, not with every weight. */
  chosenIds: string;
  whenSaved: () => Promise<void>;
  /** What was kept: what was ticked meanwhile stays ticked. */
  onChosen: (howIds: readonly number[]) => void;
}

const ChoiceForm = memo(
  function ChoiceForm({ houseId, chosenIds, whenSaved, onChosen }: ChoiceFormProps) {
    const { t } = useTranslation();
    const [reason, setReason] = useState('');
    const howIds = chosenIds === '' ? [] : chosenIds.split(' ').map(Number);
    const [waits, setWaits] = useState(false);
    const choose = useHostMutation('csf.choose', {
      onSuccess: ({ ids }, kept) => {
        setReason((written) => (written.trim() === kept.reason ? '' : written));
        onChosen(kept.howIds);
        notifyDone(t('house:choose.done', { count: ids.length }));
      },
    });
    const busy = waits || choose.isPending;
    const submit = async () => {
      if (howIds.length === 0 || busy) return;
      setWaits(true);
      await whenSaved().finally(() => setWaits(false));
      choose.mutate({ houseId, howIds, reason: reason.trim() });
    };
    return (
      <>
        <Textarea
          label={t('house:choose.reason')}
          placeholder={t('house:choose.reasonPlaceholder')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
        <Button
          fullWidth
          disabled={howIds.length === 0}
          loading={busy}
          leftSection={<IconStarFilled size={14} />}
          onClick={() => void submit()}
        >
          {t('house:choose.submit', { count: howIds.length })}
        </Button>
      </>
    );
  },
  (before, after) => before.chosenIds === after.chosenIds && before.houseId === after.houseId,
);
