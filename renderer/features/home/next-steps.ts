import type { LinkProps } from '@tanstack/react-router';
import type { Overview } from '../../../core/contract/workspace.contract.ts';

/** What a person would do next under one verb. */
export interface NextStep {
  /** Locale key below `home:next`. */
  key: string;
  count: number;
  link: LinkProps;
}

/** Looks at how far the cycle has come and names the next step under each verb. */
export function nextSteps(
  overview: Overview,
): Record<'listen' | 'find' | 'fix' | 'prove', NextStep> {
  return {
    listen: listenStep(overview),
    find: findStep(overview),
    fix: fixStep(overview),
    prove: proveStep(overview),
  };
}

function listenStep({ voc }: Overview): NextStep {
  if (voc.total === 0) {
    return {
      key: 'importVoc',
      count: 0,
      link: { to: '/import/$purpose', params: { purpose: 'voc' } },
    };
  }
  if (voc.unassigned > 0) {
    return {
      key: 'assignVoc',
      count: voc.unassigned,
      link: { to: '/voc', search: { filter: { unassigned: true } } },
    };
  }
  return { key: 'browseVoc', count: voc.total, link: { to: '/voc' } };
}

function findStep({ requirements, houses, csfs }: Overview): NextStep {
  if (requirements.total === 0) return { key: 'derive', count: 0, link: { to: '/requirements' } };
  if (houses.filledCells === 0) return { key: 'fillMatrix', count: 0, link: { to: '/house' } };
  if (csfs.total === 0) return { key: 'chooseCsf', count: 0, link: { to: '/house' } };
  const proposed = csfs.total - csfs.agreed;
  if (proposed > 0) return { key: 'agreeCsf', count: proposed, link: { to: '/csf' } };
  return { key: 'reviewMatrix', count: 0, link: { to: '/house' } };
}

function fixStep({ actions, csfs }: Overview): NextStep {
  if (actions.overdue > 0) {
    return {
      key: 'chaseOverdue',
      count: actions.overdue,
      link: { to: '/actions', search: { overdueOnly: true } },
    };
  }
  if (csfs.withoutAction > 0) {
    return { key: 'planAction', count: csfs.withoutAction, link: { to: '/csf' } };
  }
  return { key: 'reviewActions', count: actions.open, link: { to: '/actions' } };
}

function proveStep({ waves, latestCsi }: Overview): NextStep {
  if (waves.total === 0) {
    return {
      key: 'importWave',
      count: 0,
      link: { to: '/import/$purpose', params: { purpose: 'survey' } },
    };
  }
  if (latestCsi === null) return { key: 'defineIndex', count: 0, link: { to: '/csi' } };
  return { key: 'makeReport', count: 0, link: { to: '/reports' } };
}
