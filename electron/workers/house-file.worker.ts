import { workerData } from 'node:worker_threads';
import type { HouseFileTask } from '../host/house-file/house-file-messages.ts';
import { openHouseFile } from '../host/house-file/open-house-file.ts';
import { pictureOfHouse, writeHouseFile } from '../host/house-file/write-house-file.ts';
import { answerTask } from './answer-task.ts';

const task = workerData as HouseFileTask;

await answerTask(task, async (report) => {
  switch (task.kind) {
    case 'write':
      return writeHouseFile(task, (done, total) => report({ done, total }));
    case 'draw':
      return pictureOfHouse(task);
    case 'open':
      return openHouseFile(task);
  }
});
