#!/bin/sh
# The git door beside LibGit2Sharp and the git program, on 20,000 files and on 2,000 commits: medians of five in milliseconds, in turns.
set -eu
cd "$(dirname "$0")/../.."
dotnet build tests/Runner.Tests -c Release -v q >&2
echo '| what | door, ms | LibGit2Sharp, ms | ratio | git program, ms |'
echo '|---|---|---|---|---|'
for part in ManyFiles ManyCommits; do
  artifacts/bin/Runner.Tests/release/Runner.Tests -noLogo -noColor -explicit only -showliveoutput \
    -method "Runner.Tests.Doors.Git.Oracle.OracleBenchmarks.$part" | sed -n 's/^.*\[OUTPUT\] //p'
done
