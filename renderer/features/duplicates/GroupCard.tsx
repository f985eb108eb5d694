import { Badge, Button, Group, Radio, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroup, DuplicateMember } from '../../../core/contract/duplicate.contract.ts';
import { differencesFrom } from '../../../core/domain/voc/text-differences.ts';
import classes from './DuplicatesPage.module.css';

interface GroupCardProps {
  group: DuplicateGroup;
  place: number;
  isActive: boolean;
  survivorId: number;
  onActivate: () => void;
  onSurvivor: (id: number) => void;
  onMerge: () => void;
  onDistinct: () => void;
}

/** One group side by side; what a text has beyond the one to keep is marked. */
export function GroupCard(props: GroupCardProps) {
  const { group, place, isActive, survivorId, onActivate, onSurvivor, onMerge, onDistinct } = props;
  const { t, i18n } = useTranslation();
  const percent = group.similarity.toLocaleString(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const survivor = group.members.find(({ id }) => id === survivorId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it listens to the keys
    <section
      className={classes.card}
      data-active={isActive || undefined}
      data-place={place}
      aria-current={isActive || undefined}
      aria-label={t('duplicate:group', { place: place + 1, count: group.memberCount, percent })}
      onClick={onActivate}
    >
      <Group justify="space-between" mb={6}>
        <Group gap={8}>
          <Text size="sm" fw={650}>
            {t('duplicate:groupHead', { count: group.memberCount, percent })}
          </Text>
          <Badge
            variant="light"
            size="sm"
            tt="none"
            color={group.kind === 'exact' ? 'teal' : 'blue'}
          >
            {t(`duplicate:kinds.${group.kind}`)}
          </Badge>
        </Group>
        <Group gap={6}>
          <Button size="compact-sm" variant={isActive ? 'filled' : 'default'} onClick={onMerge}>
            {t('duplicate:merge')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDistinct}>
            {t('duplicate:distinct')}
          </Button>
        </Group>
      </Group>
      <div className={classes.members}>
        {group.members.map((member) => (
          <Member
            key={member.id}
            member={member}
            survivor={survivor ?? member}
            onSurvivor={() => onSurvivor(member.id)}
          />
        ))}
      </div>
      {group.memberCount > group.members.length && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('duplicate:more', { count: group.memberCount - group.members.length })}
        </Text>
      )}
    </section>
  );
}

interface MemberProps {
  member: DuplicateMember;
  survivor: DuplicateMember;
  onSurvivor: () => void;
}

function Member({ member, survivor, onSurvivor }: MemberProps) {
  const { t } = useTranslation();
  const isSurvivor = member.id === survivor.id;
  const facts = [
    member.receivedAt.replace('T', ' '),
    t(`voc:channels.${member.channel}`),
    member.branch,
    member.product,
    member.owner,
    t(`voc:statuses.${member.status}`),
    member.externalId,
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <article className={classes.member} data-survivor={isSurvivor || undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Radio
          size="xs"
          checked={isSurvivor}
          tabIndex={-1}
          aria-label={t('duplicate:keepThis', { id: member.id })}
          label={isSurvivor ? t('duplicate:survivor') : t('duplicate:id', { id: member.id })}
          onChange={onSurvivor}
        />
        <Link to="/voc" search={{ open: member.id }} tabIndex={-1} className={classes.link}>
          {t('duplicate:open')}
        </Link>
      </Group>
      <p className={classes.text}>
        {isSurvivor
          ? member.text
          : differencesFrom(survivor.text, member.text).map((piece, index) =>
              piece.differs ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text in order
                <mark key={index}>{piece.text}</mark>
              ) : (
                piece.text
              ),
            )}
      </p>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
        {member.requirementCount > 0 &&
          ` · ${t('duplicate:evidence', { count: member.requirementCount })}`}
      </Text>
    </article>
  );
}
