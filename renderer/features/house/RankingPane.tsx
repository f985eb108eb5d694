import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { houseCalc } from '../../../core/calc/methods/house.calc.ts';
import type { HowWeight } from '../../../core/charts/how-weights.option.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import { ExplanationView } from '../../shared/explanation/ExplanationView.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { CsfChooser } from './CsfChooser.tsx';
import classes from './RankingPane.module.css';

interface RankingPaneProps {
  view: HouseView;
  figures: HouseFigures;
  /** May lag behind `view` while one types. */
  hows: readonly HowWeight[];
  onGoToHow: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
  /** Settles when every edit on screen is kept: CSFs are chosen from kept weights. */
  whenSaved: () => Promise<void>;
}

/** What the matrix leads to: HOWs by weight, and those of them that become CSFs. */
export function RankingPane({ view, figures, ...props }: RankingPaneProps) {
  const { t } = useTranslation();
  const explain = () => {
    const whatNames = view.whats.map(({ name }) => name);
    const howNames = view.hows.map(({ name }) => name);
    const house = {
      weights: figures.whats.absolute,
      relations: view.relations,
      normalize: view.normalization,
    };
    const result = houseCalc.calculate(house, { explain: true });
    if (!result.ok || result.output.explanation === undefined) return;
    modals.open({
      title: t('house:ranking.derivation'),
      size: 'xl',
      children: (
        <ExplanationView
          explanation={result.output.explanation}
          names={{
            w: whatNames,
            r: whatNames,
            absolute: howNames,
            relative: howNames,
            rank: howNames,
          }}
        />
      ),
    });
  };
  return (
    <SidePane
      label={t('house:ranking.title')}
      preferenceKey="house.rankingWidth"
      initialWidth={296}
      minWidth={260}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{t('house:ranking.title')}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconListDetails size={14} />}
          onClick={explain}
        >
          {t('explain:view.open')}
        </Button>
      </header>
      <CsfChooser houseId={view.id} {...props} />
    </SidePane>
  );
}
