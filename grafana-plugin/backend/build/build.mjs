/** `npm run build:backend`: the back end for this machine, where Go is found; else one line that says what is missing. */
import { buildProgram, copyEngine, THIS_PLATFORM } from './build-program.mjs';
import { whyNoGo } from './find-go.mjs';

// Also without Go: docker compose builds the program in a container.
copyEngine();
const missing = whyNoGo();
if (missing === undefined) {
  buildProgram(THIS_PLATFORM);
} else if (process.env.CI === 'true') {
  console.error(`The back end of the data source is not built. ${missing}`);
  process.exitCode = 1;
} else {
  console.log(`The back end of the data source is not built. ${missing} Everything else works without it.`);
}
