import { ATTRIBUTES } from '@driftline/shared';
import type { ModelRecording } from './model-recording.ts';
import type { WarnOnce } from './warn-once.ts';

/** Warns once of a profile that takes the place of another one under the same version of a model. */
export function warnOfChangedProfile(warnings: WarnOnce, earlier: ModelRecording, later: ModelRecording): void {
  const { name, version } = later.profile.model;
  const { model } = earlier.profile;
  if (model.name !== name || model.version !== version) return;
  const [before, after] = [earlier, later].map((recording) => recording.profileAttributes[ATTRIBUTES.profileId]);
  if (before === after) return;
  warnings.warn(
    `profile of ${name} ${version}`,
    `the profile of ${name} changed (${before} to ${after}), and its version is still ${version}: give a model that is ` +
      'trained again a version of its own with `driftline profile --model-version`, so that the two can be told apart.',
  );
}
