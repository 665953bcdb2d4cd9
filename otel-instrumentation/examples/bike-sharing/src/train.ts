/** `npm run train`: trains the forest on its 28 days and keeps it in `data`. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { FOREST, trainForest } from './demand-forest.ts';
import { readRides, trainingRides } from './rides.ts';

const forest = trainForest(trainingRides(readRides()));
writeFileSync(FOREST, gzipSync(JSON.stringify(forest.toJSON()), { level: 9 }));
