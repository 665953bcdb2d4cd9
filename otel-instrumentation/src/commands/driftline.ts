#!/usr/bin/env node
import { checkNode, UnsupportedNode } from './check-node.ts';
import { NOT_DONE } from './exit-codes.ts';

try {
  checkNode(process.versions.node);
  // Not a static import: a Node that is too old could not even load what the commands import from it.
  await import('./program.ts');
} catch (error) {
  if (!(error instanceof UnsupportedNode)) throw error;
  console.error(`driftline: ${error.message}`);
  process.exitCode = NOT_DONE;
}
