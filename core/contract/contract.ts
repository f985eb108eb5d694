import type { z } from 'zod';
import { actionContract } from './action.contract.ts';
import { affinityContract } from './affinity.contract.ts';
import type { ErrorPayload } from './app-error.ts';
import { bulkContract } from './bulk.contract.ts';
import { cascadeContract } from './cascade.contract.ts';
import { cellContract } from './cell.contract.ts';
import { csfContract } from './csf.contract.ts';
import { csiContract } from './csi.contract.ts';
import { customerContract } from './customer.contract.ts';
import { duplicateContract } from './duplicate.contract.ts';
import { exportContract } from './export.contract.ts';
import { handlingContract } from './handling.contract.ts';
import { houseContract } from './house.contract.ts';
import { houseCellContract } from './house-cell.contract.ts';
import { houseFileContract } from './house-file.contract.ts';
import { importContract } from './import.contract.ts';
import { importanceContract } from './importance.contract.ts';
import { insightContract } from './insight.contract.ts';
import { type JobInfo, jobContract } from './job.contract.ts';
import { judgementContract } from './judgement.contract.ts';
import { kanoContract } from './kano.contract.ts';
import type { Area, MethodSpec } from './method.ts';
import { preferenceContract } from './preference.contract.ts';
import { privacyContract } from './privacy.contract.ts';
import { reportContract } from './report.contract.ts';
import { requirementContract } from './requirement.contract.ts';
import { roundContract } from './round.contract.ts';
import { shellContract } from './shell.contract.ts';
import { stabilityContract } from './stability.contract.ts';
import { surveyContract } from './survey.contract.ts';
import { trailContract } from './trail.contract.ts';
import { viewContract } from './view.contract.ts';
import { vocContract } from './voc.contract.ts';
import { votingContract, workshopContract } from './workshop.contract.ts';
import { workspaceContract } from './workspace.contract.ts';

/** Every method the host answers. */
export const hostContract = {
  ...workspaceContract,
  ...vocContract,
  ...bulkContract,
  ...handlingContract,
  ...customerContract,
  ...privacyContract,
  ...exportContract,
  ...cellContract,
  ...viewContract,
  ...requirementContract,
  ...affinityContract,
  ...houseContract,
  ...houseCellContract,
  ...houseFileContract,
  ...cascadeContract,
  ...roundContract,
  ...judgementContract,
  ...importanceContract,
  ...kanoContract,
  ...workshopContract,
  ...votingContract,
  ...csfContract,
  ...stabilityContract,
  ...actionContract,
  ...surveyContract,
  ...csiContract,
  ...importContract,
  ...duplicateContract,
  ...reportContract,
  ...insightContract,
  ...jobContract,
  ...trailContract,
  ...preferenceContract,
};

/** Every method the screen may call: the host's and the shell's. */
export const contract = { ...hostContract, ...shellContract };

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type HostMethodName = keyof typeof hostContract;
export type ShellMethodName = keyof typeof shellContract;

/** What a caller passes: fields with a default may be left out. */
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives: checked, defaults filled in. */
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>;
export type OutputOf<M extends MethodName> =
  Contract[M] extends MethodSpec<z.ZodType, infer Output> ? Output : never;

/** What the host tells without being asked. */
export interface EventMap {
  /** Something in these areas changed: refetch what shows them. */
  'areas.changed': { areas: Area[] };
  'job.changed': JobInfo;
  /** The host is gone or could not start; every pending call is rejected with the same error. */
  'host.failed': { code: string };
  /** Damage came to light after the workspace was opened; nothing is written into it any more. */
  'workspace.foundDamaged': ErrorPayload;
  /** What the shell was asked to do from outside the screen (a double click) was refused. */
  'shell.refused': ErrorPayload;
  /** A menu entry of the desktop shell was chosen. */
  'menu.chosen': { command: string };
}
export type EventName = keyof EventMap;
export const eventNames = [
  'areas.changed',
  'job.changed',
  'host.failed',
  'workspace.foundDamaged',
  'shell.refused',
  'menu.chosen',
] as const satisfies readonly EventName[];

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
export function isHostMethodName(name: unknown): name is HostMethodName {
  return typeof name === 'string' && Object.hasOwn(hostContract, name);
}
