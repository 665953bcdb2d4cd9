#!/bin/sh
# Rebuilds the reference profile of a model and compares it with the one that is deployed, in the current folder.
#
#   nightly.sh FILES...    files, folders or globs of the rows that the model was trained on tonight
#
# Exit codes: 0 the gate is open, and profile.json is the new profile; 1 it stays shut, and the new profile is next.json;
# 2 the job itself failed. profile.json is as it was after 1 and 2.
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
  mv next.json profile.json || exit 2
  echo 'This is the first profile: the gate is open.'
  exit 0
fi

$driftline compare profile.json next.json
code=$?
case $code in
  0)
    mv next.json profile.json || exit 2
    echo 'The gate is open: deploy the model with profile.json.'
    ;;
  1)
    echo 'The gate stays shut: look at next.json, and move it to profile.json if the change is right.' >&2
    ;;
esac
exit $code
