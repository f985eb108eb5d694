import { useTranslation } from 'react-i18next';
import type { HouseDiff } from '../../../core/domain/house/house-diff.ts';
import { ChangeTable } from '../../shared/house/ChangeTable.tsx';
import type { ComparedHouse } from './compared-house.ts';
import type { SettingChange } from './diff-words.ts';
import classes from './Rounds.module.css';

interface DiffListProps {
  before: ComparedHouse;
  after: ComparedHouse;
  diff: HouseDiff;
  settings: readonly SettingChange[];
}

/** Every difference in words, one below the other. */
export function DiffList({ before, after, diff, settings }: DiffListProps) {
  const { t } = useTranslation();
  const nameOf = ({ key, name }: ComparedHouse) => (key === 0 ? t('round:compare.now') : name);
  const settingWord = ({ setting }: SettingChange, value: string) =>
    setting === 'scale' ? value : t(`round:setting.${setting}.${value}`);
  const others = settings.map((change) => ({
    key: change.setting,
    what: t('round:kind.setting'),
    where: t(`round:settingName.${change.setting}`),
    before: settingWord(change, change.before),
    after: settingWord(change, change.after),
  }));
  return (
    <div className={classes.diff}>
      <ChangeTable
        names={{ before: nameOf(before), after: nameOf(after) }}
        after={after.model}
        diff={diff}
        others={others}
      />
    </div>
  );
}
