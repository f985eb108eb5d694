import type { TFunction } from 'i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { HouseDrawing } from '../../../../core/contract/house-file.contract.ts';
import { drawHouse } from '../../../../core/domain/house/drawing/draw-house.ts';
import { lightDrawing } from '../../../../core/domain/house/drawing/drawing-svg.ts';
import { houseWords } from '../../../../core/domain/house/drawing/house-words.ts';
import { houseFigures } from '../../../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../../../core/domain/house/house-of-view.ts';
import { host } from '../../../shared/host/host-client.ts';
import { paintSheet } from './paint-sheet.ts';

/** About 200 dots per inch, for as long as the picture stays within what browsers paint and send. */
const sharpest = 8;
const longestSide = 14_000;
const mostPixels = 48_000_000;
/** Of the picture in base64: what the host takes. */
const mostCharacters = 11_500_000;

/** Makes a PNG of the house, always light, and hands it to the person. */
export async function saveHousePng(
  view: HouseView,
  drawing: HouseDrawing,
  t: TFunction,
  watch: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<void> {
  const model = modelOfView(view);
  const figures = houseFigures(model, figureOptionsOf(view));
  const words = houseWords((key, params) => t(key, params ?? {}));
  const date = new Date().toLocaleDateString('sv-SE');
  const sheet = drawHouse({ model, figures, words, date }, drawing);
  // Measured by another font, names would overlap.
  await document.fonts.ready;
  const fitting = Math.min(
    sharpest,
    longestSide / Math.max(sheet.width, sheet.height),
    Math.sqrt(mostPixels / (sheet.width * sheet.height)),
  );
  for (let pixels = fitting; ; pixels *= 0.75) {
    const canvas = await paintSheet(sheet, lightDrawing, pixels, watch);
    const data = await base64Of(canvas);
    watch.signal.throwIfAborted();
    if (data.length > mostCharacters) continue;
    const file = await host.call('export.picture', {
      title: view.name.slice(0, 100),
      format: 'png',
      data,
    });
    await host.call('shell.deliverFile', file);
    return;
  }
}

async function base64Of(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('no picture');
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
  return address.slice(address.indexOf(',') + 1);
}
