#!/bin/sh
# Rebuilds the reference profile of a model as next.json, and compares it with the deployed one, profile.json, in the current
# folder.
#
#   nightly.sh FILES...    files, folders or globs of the rows that the model was trained on tonight
#
# Exit codes: 0 the gate is open, deploy the model with next.json and then move it to profile.json; 1 the gate stays shut;
# 2 the job itself failed.
set -u

# Left unquoted below, because it may be a command with arguments.
driftline=${DRIFTLINE:-npx driftline}

# The bins of the deployed profile, so that both can be compared bin by bin.
edges=
if [ -e profile.json ]; then edges='--edges-from profile.json'; fi

$driftline profile "$@" --model demand --model-version "${VERSION:-$(date +%Y%m%d)}" \
  --task regression --label cnt --numeric temp,atemp,hum,windspeed,hr --categorical season,holiday,workingday \
  --exclude casual --exclude registered $edges --out next.json || exit 2

if [ ! -e profile.json ]; then
  echo 'There is no profile.json to compare with: the gate is open.'
  exit 0
fi

$driftline compare profile.json next.json
code=$?
case $code in
  0) echo 'The gate is open: deploy the model with next.json.' ;;
  1) echo 'The gate stays shut: look at the change, and deploy by hand if it is right.' >&2 ;;
esac
exit $code
