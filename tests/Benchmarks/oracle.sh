#!/bin/sh
# The git door beside LibGit2Sharp and the git program, on 20,000 files and on 2,000 commits: medians of five in milliseconds, in turns. Build tests/Runner.Tests before.
set -eu
cd "$(dirname "$0")/../.."
echo '| what | door, ms | LibGit2Sharp, ms | ratio | git program, ms |'
echo '|---|---|---|---|---|'
for part in ManyFiles ManyCommits; do
  artifacts/bin/Runner.Tests/release/Runner.Tests -noLogo -noColor -explicit only -showliveoutput \
    -method "Runner.Tests.Doors.Git.Oracle.OracleBenchmarks.$part" | sed -n 's/^.*\[OUTPUT\] //p'
done
