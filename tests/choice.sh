# shellcheck shell=bash
# Which test classes a name or a change stands for; sourced by ./test, which runs from the root.
# A class is named like its file and its namespace like its folder: the build and the architecture tests see to both.

# Each a line, such as Runner.Tests.Formats.Documents.YamlReaderTests.
classes=
read_classes() {
  classes=$(grep -rlE --include='*.cs' '^ *\[(Fact|Theory)' tests/*.Tests 2>/dev/null | sed 's,^tests/,,; s,\.cs$,,; s,/,.,g' | LC_ALL=C sort)
}

# The classes that have the name, or are in a namespace that has it: any whole part, YamlReaderTests, Documents or Formats.Documents.
classes_named() {
  awk -v part=".$1." 'index("." $0 ".", part)' <<<"$classes"
}

# The classes in a namespace and below; where there are none, those of the nearest namespace above that is not a whole project.
classes_near() {
  local namespace=$1 found
  while [[ $namespace == *.Tests.* ]]; do
    found=$(awk -v start="$namespace." 'index($0, start) == 1' <<<"$classes")
    if [[ -n $found ]]; then
      echo "$found"
      return
    fi
    namespace=${namespace%.*}
  done
  # The root of this one mirrors a folder, not all of src.
  [[ $namespace != Policies.Tests ]] || grep '^Policies\.Tests\.' <<<"$classes"
}

# The classes whose files say the word, such as a helper's name.
classes_that_say() {
  local path
  grep -rlwF --include='*.cs' -- "$1" tests/*.Tests | while IFS= read -r path; do
    class_in "$path"
  done
}

class_in() {
  local class=${1#tests/}
  class=${class%.cs}
  grep -xF -- "${class//\//.}" <<<"$classes"
}

nearest_name() {
  {
    printf '%s\n' tests/*.Tests | sed 's,.*/,,'
    tr . '\n' <<<"$classes"
  } | sort -u | awk -v wanted="$1" -v last="${1##*.}" '
    function distance(a, b,   i, j, row, before, above) {
      for (j = 0; j <= length(b); j++) row[j] = j
      for (i = 1; i <= length(a); i++) {
        before = row[0]
        row[0] = i
        for (j = 1; j <= length(b); j++) {
          above = row[j]
          row[j] = before + (substr(a, i, 1) != substr(b, j, 1))
          if (above + 1 < row[j]) row[j] = above + 1
          if (row[j - 1] + 1 < row[j]) row[j] = row[j - 1] + 1
          before = above
        }
      }
      return row[length(b)]
    }
    function consider(d) { if (name == "" || d < least) { least = d; name = $0 } }
    $0 != "Tests" { consider(distance(tolower(wanted), tolower($0))); if (last != wanted) consider(distance(tolower(last), tolower($0)) + 1) }
    END { print name }'
}

# The commit that a change is counted from: where it left the default branch, or HEAD where it never did.
change_base() {
  local branch
  for branch in refs/remotes/origin/HEAD refs/remotes/origin/main refs/heads/main refs/heads/master; do
    git merge-base HEAD "$branch" 2>/dev/null && return
  done
  git rev-parse HEAD 2>/dev/null
}

# Committed since then, edited, or new and not ignored.
changed_files() {
  git -c core.quotePath=false diff --name-only --no-renames "$1" -- && git -c core.quotePath=false ls-files --others --exclude-standard
}

# The classes for a changed file; none where nobody can say.
classes_for() {
  local path=$1 folder word
  folder=$(dirname -- "$path")
  word=$(basename -- "$path" .cs)
  case $path in
    tests/*.Tests/*.cs) class_in "$path" || classes_that_say "$word" ;;
    tests/Support/*.cs | docs/* | examples/*) classes_that_say "$word" ;;
    tests/*.Tests/*/*) folder=${folder#tests/} && classes_near "${folder//\//.}" ;;
    src/Policies/*) folder=Policies.Tests${folder#src/Policies} && classes_near "${folder//\//.}" ;;
    src/Runner/*) folder=Runner.Tests${folder#src/Runner} && classes_near "${folder//\//.}" ;;
    src/*/*) folder=Runner.Tests${folder#src} && classes_near "${folder//\//.}" ;;
    policies/*) classes_near Runner.Tests.Typings ;;
    test | gates | tests/choice.sh | .ci/*) classes_near Acceptance.Tests.Scripts ;;
  esac
}
