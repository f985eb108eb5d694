import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDifference, formatScore } from '../../../core/charts/chart-text.ts';
import type { Overview } from '../../../core/contract/workspace.contract.ts';
import classes from './HomePage.module.css';
import { nextSteps } from './next-steps.ts';

interface Figure {
  key: string;
  value: string;
  link: LinkProps;
  warn?: boolean;
}

/** The four verbs with their figures; each figure opens what it counts. */
export function CycleCards({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  const steps = nextSteps(overview);
  const cards: { verb: keyof typeof steps; figures: Figure[] }[] = [
    { verb: 'listen', figures: listenFigures(overview, count) },
    { verb: 'find', figures: findFigures(overview, count) },
    { verb: 'fix', figures: fixFigures(overview, count) },
    { verb: 'prove', figures: proveFigures(overview, count) },
  ];
  return (
    <div className={classes.cards}>
      {cards.map(({ verb, figures }) => (
        <section key={verb} className={classes.card} aria-label={t(`app:verbs.${verb}`)}>
          <h2 className={classes.verb}>
            {t(`app:verbs.${verb}`)}
            <span className={classes.step}>{t(`home:verbs.${verb}`)}</span>
          </h2>
          <dl className={classes.figures}>
            {figures.map((figure) => (
              <div
                key={figure.key}
                className={`${classes.figure} ${figure.warn ? classes.warn : ''}`}
              >
                <dt>{t(`home:figures.${figure.key}`)}</dt>
                <dd>
                  <Link {...figure.link}>{figure.value}</Link>
                </dd>
              </div>
            ))}
          </dl>
          <div className={classes.next}>
            <Link {...steps[verb].link}>
              {t(`home:next.${steps[verb].key}`, { formatted: count(steps[verb].count) })} →
            </Link>
          </div>
        </section>
      ))}
    </div>
  );
}

/** Says so outright: without it the list would open as one left it, narrowed or not. */
const allActions: LinkProps = { to: '/actions', search: { overdueOnly: false } };

function listenFigures({ voc, waves }: Overview, count: (value: number) => string): Figure[] {
  return [
    { key: 'voc', value: count(voc.total), link: { to: '/voc', search: { filter: {} } } },
    {
      key: 'complaints',
      value: count(voc.complaints),
      link: { to: '/voc', search: { filter: { kinds: ['complaint'] } } },
    },
    { key: 'waves', value: count(waves.total), link: { to: '/responses' } },
    { key: 'respondents', value: count(waves.respondents), link: { to: '/responses' } },
  ];
}

function findFigures(overview: Overview, count: (value: number) => string): Figure[] {
  const { requirements, houses, csfs } = overview;
  return [
    { key: 'requirements', value: count(requirements.total), link: { to: '/requirements' } },
    { key: 'matrix', value: `${houses.whats} × ${houses.hows}`, link: { to: '/house' } },
    { key: 'csfs', value: count(csfs.total), link: { to: '/csf' } },
    { key: 'agreed', value: count(csfs.agreed), link: { to: '/csf' } },
  ];
}

function fixFigures({ actions }: Overview, count: (value: number) => string): Figure[] {
  return [
    { key: 'actions', value: count(actions.total), link: allActions },
    { key: 'openActions', value: count(actions.open), link: allActions },
    {
      key: 'overdue',
      value: count(actions.overdue),
      link: { to: '/actions', search: { overdueOnly: true } },
      warn: actions.overdue > 0,
    },
    { key: 'done', value: count(actions.done), link: allActions },
  ];
}

function proveFigures(
  { latestCsi, waves, actions }: Overview,
  count: (value: number) => string,
): Figure[] {
  const score = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatScore(value);
  const change =
    latestCsi?.index != null && latestCsi.previousIndex != null
      ? latestCsi.index - latestCsi.previousIndex
      : null;
  return [
    { key: 'csi', value: score(latestCsi?.index), link: { to: '/csi' } },
    {
      key: 'change',
      value: change === null ? '–' : formatDifference(change),
      link: { to: '/csi' },
    },
    { key: 'waves', value: count(waves.total), link: { to: '/csi' } },
    { key: 'done', value: count(actions.done), link: allActions },
  ];
}
