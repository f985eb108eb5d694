import { useTranslation } from 'react-i18next';
import type { HowWeight } from '../../../core/charts/how-weights.option.ts';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { CsfChooser } from './CsfChooser.tsx';
import classes from './RankingPane.module.css';

interface RankingPaneProps {
  houseId: number;
  hows: readonly HowWeight[];
  onGoToHow: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
  /** Settles when every edit on screen is kept: CSFs are chosen from kept weights. */
  whenSaved: () => Promise<void>;
}

/** What the matrix leads to: HOWs by weight, and those of them that become CSFs. */
export function RankingPane(props: RankingPaneProps) {
  const { t } = useTranslation();
  return (
    <SidePane
      label={t('house:ranking.title')}
      preferenceKey="house.rankingWidth"
      initialWidth={296}
      minWidth={260}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{t('house:ranking.title')}</h2>
      </header>
      <CsfChooser {...props} />
    </SidePane>
  );
}
