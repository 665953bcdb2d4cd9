/** Writes the parts of this folder that follow from shared/: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { alertRulesFile } from './generated-files.ts';

writeFileSync(alertRulesFile.path, alertRulesFile.content());
