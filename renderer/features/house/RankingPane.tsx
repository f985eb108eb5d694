import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconListDetails } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { houseCalc } from '../../../core/calc/methods/house.calc.ts';
import type { HowWeight } from '../../../core/charts/how-weights.option.ts';
import { ExplanationView } from '../../shared/explanation/ExplanationView.tsx';
import { useAfterPaint } from '../../shared/ui/after-paint.ts';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { CsfChooser } from './CsfChooser.tsx';
import classes from './RankingPane.module.css';
import type { ComputedHouse } from './use-figures.ts';

interface RankingPaneProps {
  houseId: number;
  hows: readonly HowWeight[];
  /** The house as it is at that moment. The functions are the same at every redraw. */
  house: () => ComputedHouse;
  onGoToHow: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
  /** Settles when every edit on screen is kept: CSFs are chosen from kept weights. */
  whenSaved: () => Promise<void>;
}

/** What the matrix leads to: HOWs by weight, a frame behind who types into it. */
export const RankingPane = memo(function RankingPane(props: RankingPaneProps) {
  return <RankingSheet {...props} hows={useAfterPaint(props.hows)} />;
});

/** HOWs by weight, and those of them that become CSFs. */
const RankingSheet = memo(function RankingSheet(props: RankingPaneProps) {
  const { t } = useTranslation();
  const explain = () => {
    const { view, figures } = props.house();
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
      <CsfChooser
        houseId={props.houseId}
        hows={props.hows}
        onGoToHow={props.onGoToHow}
        onOpenCsf={props.onOpenCsf}
        whenSaved={props.whenSaved}
      />
    </SidePane>
  );
});
