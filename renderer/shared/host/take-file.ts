import { AppError } from '../../../core/contract/app-error.ts';
import type { FilePurpose, PickedFile } from '../../../core/contract/shell.contract.ts';
import { uploadFile } from './upload.ts';

/** Gives the host a file that the person dropped or pasted: by its place, or from a browser as an upload. */
export async function takeFile(file: File, purpose: FilePurpose): Promise<PickedFile> {
  if (window.csmBridge === undefined) return uploadFile(file, purpose);
  const taken = await window.csmBridge.takeFile(file);
  if (!taken.ok) throw AppError.fromPayload(taken.error);
  return taken.value;
}
