using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>Commands that put another base in a Dockerfile's place.</summary>
public sealed class BuildScriptTests
{
    private const string Base = "ARG BASE=good:1\nFROM $BASE";
    private const string Unknown = "2: ? BASE is only known to the build; if it has one value, state it in `build-args`";

    private static string Replaced(string script, string dockerfile = "Dockerfile") => Replaced(("build.sh", script), dockerfile);

    /// <summary>What the Dockerfile pulls beside its default.</summary>
    private static string Replaced((string, string) file, string dockerfile = "Dockerfile") =>
        string.Join('|', Images((dockerfile, Base), file).Where(image =>
            image != "2: docker.io/library/good:1" && !image.Contains("cloud-builders", StringComparison.Ordinal)));

    [Theory]
    [InlineData("docker build --build-arg BASE=evil:1 .")]
    [InlineData("docker build . --build-arg=BASE=evil:1")]
    [InlineData("docker buildx build --builder X --build-arg BASE=evil:1 .")]
    [InlineData("docker buildx --builder X build --build-arg BASE=evil:1 .")]
    [InlineData("docker --context remote build --build-arg BASE=evil:1 .")]
    [InlineData("docker -c remote build --build-arg BASE=evil:1 .")]
    [InlineData("docker -H tcp://x:1 --tls --config /c image build --build-arg BASE=evil:1 .")]
    [InlineData("(cd app; docker build x); (docker build --build-arg BASE=evil:1 .)")]
    [InlineData("id=$(docker build -q --build-arg BASE=evil:1 .)")]
    [InlineData("id=`docker build -q --build-arg BASE=evil:1 .`")]
    [InlineData("echo \"made $(docker build -q --build-arg BASE=evil:1 .)\"")]
    [InlineData("/usr/bin/docker build --build-arg BASE=evil:1 .")]
    [InlineData("sudo -E env X=1 docker.exe build --build-arg BASE=evil:1 .")]
    [InlineData("DOCKER_BUILDKIT=1 time docker build --build-arg BASE=evil:1 .")]
    [InlineData("docker build --label 'a;b && c' --build-arg \"BASE=evil:1\" .")]
    [InlineData("docker build --label \"x|y\" --build-arg 'BASE=evil:1' .")]
    [InlineData("docker build --cache-from type=gha --annotation a --provenance false --memory 2g --build-arg BASE=evil:1 .")]
    [InlineData("docker build -t a -f Dockerfile --build-arg BASE=evil:1 other")]
    [InlineData("docker build -fDockerfile --build-arg BASE=evil:1 other")]
    [InlineData("docker build \\\n  --pull \\\n  --build-arg BASE=evil:1 \\\n  .")]
    [InlineData("if true; then docker build --build-arg BASE=evil:1 .; fi")]
    [InlineData("for i in 1 2; do docker build --build-arg BASE=evil:1 .; done")]
    [InlineData("build() {\n  docker build --build-arg BASE=evil:1 .\n}\nbuild")]
    [InlineData("sh -c 'docker build --build-arg BASE=evil:1 .'")]
    [InlineData("bash <<EOF\ndocker build --build-arg BASE=evil:1 .\nEOF")]
    [InlineData("eval \"docker build --build-arg BASE=evil:1 .\"")]
    [InlineData("retry 3 docker build --build-arg BASE=evil:1 .")]
    [InlineData("docker build --build-arg BASE=evil:1 . | tee log; true")]
    [InlineData("BASE=evil:1\ndocker build --build-arg BASE=$BASE .")]
    [InlineData("export BASE=\"evil:1\"\ndocker build --build-arg \"BASE=${BASE}\" .")]
    [InlineData("BASE=evil:1 docker build --build-arg BASE .")]
    [InlineData("docker build --build-arg BASE=${OTHER:-evil:1} .")]
    [InlineData("REG=docker.io\ndocker build --build-arg BASE=$REG/library/evil:1 .")]
    [InlineData("ARGS=\"--build-arg BASE=evil:1\"\ndocker build $ARGS .")]
    [InlineData("ARGS=(--build-arg BASE=evil:1)\ndocker build \"${ARGS[@]}\" .")]
    [InlineData("ENGINE=podman\n$ENGINE build --build-arg BASE=evil:1 .")]
    [InlineData("$CONTAINER_ENGINE build --build-arg BASE=evil:1 .")]
    [InlineData("podman --log-level debug build --build-arg BASE=evil:1")]
    [InlineData("podman buildx build --build-arg BASE=evil:1 .")]
    [InlineData("buildah bud --build-arg BASE=evil:1 .")]
    [InlineData("buildah --storage-driver vfs build --build-arg BASE=evil:1 --layers")]
    [InlineData("nerdctl --namespace k8s.io build --build-arg BASE=evil:1 .")]
    [InlineData("docker build --build-arg BASE=evil:1 - < Dockerfile")]
    [InlineData("docker build --build-arg BASE=evil:1 \"$SOMEWHERE\"")]
    [InlineData("docker build --build-arg BASE=evil:1 -f \"$FILE\" .")]
    [InlineData("docker build --build-arg BASE=evil:1 $GITHUB_WORKSPACE")]
    [InlineData("cd sub && docker build --build-arg BASE=evil:1 -f $GITHUB_WORKSPACE/Dockerfile .")]
    [InlineData("cd \"$(git rev-parse --show-toplevel)\"\ndocker build --build-arg BASE=evil:1 .")]
    [InlineData("docker build --build-arg BASE=evil:1 $(pwd)")]
    [InlineData("docker build --build-arg BASE=evil:1 \"$PWD\"")]
    public void Command_OfAnyForm_ReplacesTheBase(string script) => Replaced(script).ShouldBe("2: docker.io/library/evil:1");

    [Theory]
    [InlineData("docker build --build-arg BASE=$1 .")]
    [InlineData("docker build --build-arg BASE .")]
    [InlineData("docker build --build-arg BASE=$(cat base) .")]
    [InlineData("docker build --build-arg \"$ANY\" .")]
    [InlineData("if x; then B=one; else B=two; fi\ndocker build --build-arg BASE=$B .")]
    [InlineData("for B in a b; do docker build --build-arg BASE=$B .; done")]
    public void ValueThatOnlyTheRunKnows_IsUnresolved(string script) => Replaced(script).ShouldBe(Unknown);

    [Theory]
    [InlineData("cd app && docker build --build-arg BASE=evil:1 .")]
    [InlineData("pushd app; docker build --build-arg BASE=evil:1 .; popd")]
    [InlineData("(cd app && docker build --build-arg BASE=evil:1 .)")]
    [InlineData("docker build --build-arg BASE=evil:1 ./app/")]
    [InlineData("docker build --build-arg BASE=evil:1 -f app/Dockerfile .")]
    [InlineData("DIR=app\ndocker build --build-arg BASE=evil:1 $DIR")]
    public void Folder_OfTheBuild_IsFollowed(string script)
    {
        Replaced(script, "app/Dockerfile").ShouldBe("2: docker.io/library/evil:1");
        Replaced(script).ShouldBe("");
    }

    [Theory]
    [InlineData("(cd app); docker build --build-arg BASE=evil:1 .")]
    [InlineData("docker push x && docker build --build-arg OTHER=evil:1 .")]
    [InlineData("docker run -e BASE=evil:1 x build .")]
    [InlineData("npm run build -- --build-arg BASE=evil:1 .")]
    public void WhatChangesNothing_GivesNothing(string script) =>
        Replaced(script, script.StartsWith("(cd", StringComparison.Ordinal) ? "app/Dockerfile" : "Dockerfile").ShouldBe("");

    [Fact]
    public void HereDocument_AsDockerfile_IsRead() =>
        Images(("b.sh", "docker build -t x - <<'EOF'\nFROM evil:1\nRUN x\nEOF\n")).ShouldBe(["2: docker.io/library/evil:1"]);

    [Fact]
    public void ImagesThatBuildahTakes_AreImages() =>
        Images(
            ("b.sh", "c=$(buildah from --pull evil:1)\nbuildah from scratch\nbuildah bud --from evil:2 .\npodman build --from=docker.io/x:3 ."),
            ("Dockerfile", "FROM scratch"))
            .ShouldBe(["1: docker.io/library/evil:1", "3: docker.io/library/evil:2", "4: docker.io/library/x:3"]);

    [Theory]
    [InlineData("build:\n\tdocker build --build-arg BASE=evil:1 .\n")]
    [InlineData("BASE ?= evil:1\nbuild:\n\t@docker build \\\n\t\t--build-arg BASE=$(BASE) \\\n\t\t.\n")]
    [InlineData("R := docker.io/library\nBASE = $(R)/evil:1\nbuild: ; docker build --build-arg BASE=${BASE} .\n")]
    [InlineData("DOCKER ?= docker\nARGS = --build-arg BASE=evil:1\nbuild:\n\t-$(DOCKER) build $(ARGS) $(CURDIR)\n")]
    [InlineData("build:\n\tcd . && docker build --build-arg BASE=evil:1 .\n")]
    public void Makefile_RecipesAreRead(string text) => Replaced(("Makefile", text)).ShouldBe("2: docker.io/library/evil:1");

    [Theory]
    [InlineData("build:\n\tdocker build --build-arg BASE=$(BASE) .\n")]
    [InlineData("build:\n\tdocker build --build-arg BASE=$$BASE .\n")]
    [InlineData("ifdef X\nBASE = a\nelse\nBASE = b\nendif\nbuild:\n\tdocker build --build-arg BASE=$(BASE) .\n")]
    public void Makefile_VariableWithoutAValue_IsUnresolved(string text) => Replaced(("x.mk", text)).ShouldBe(Unknown);

    [Fact]
    public void Justfile_AndPowerShell_AreRead()
    {
        Replaced(("justfile", "base := \"evil:1\"\nbuild:\n    docker build --build-arg BASE={{base}} .\n")).ShouldBe("2: docker.io/library/evil:1");
        Replaced(("justfile", "build base:\n    docker build --build-arg BASE={{base}} .\n")).ShouldBe(Unknown);
        Replaced(("b.ps1", "docker build `\n  --build-arg BASE=evil:1 `\n  .\n")).ShouldBe("2: docker.io/library/evil:1");
    }

    [Fact]
    public void Script_WithBytesThatAreNoUtf8_IsReadAllTheSame()
    {
        var tree = new Gates.Runner.Cases.CaseTree([
            KeyValuePair.Create("Dockerfile", System.Text.Encoding.UTF8.GetBytes(Base)),
            KeyValuePair.Create("b.sh", System.Text.Encoding.Latin1.GetBytes("# caf\u00E9\ndocker build --build-arg BASE=evil:1 .")),
        ]);

        FactsOf(new BaseImageAllowlistOptions(), tree).GetProperty("images").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void MoreBuildsThanAnyoneDescribes_AreAnErrorThatSaysWhatToDo()
    {
        var script = string.Concat(Enumerable.Range(0, 10_001).Select(i => FormattableString.Invariant($"docker build --build-arg A={i} .\n")));

        Should.Throw<EvaluationException>(() => Images(("b.sh", script)))
            .Message.ShouldBe("base-image-allowlist: more than 10000 builds are described; narrow `paths` or `exclude` what does not build");
    }

    [Fact]
    public void ManyBuildsOfALongFile_AreAnErrorThatSaysWhatToDo()
    {
        var script = string.Concat(Enumerable.Range(0, 5_000).Select(i => FormattableString.Invariant($"docker build --build-arg A={i} .\n")));

        Should.Throw<EvaluationException>(() => Images(("b.sh", script), ("Dockerfile", "FROM a\n" + string.Concat(Enumerable.Repeat("RUN x\n", 2_000)))))
            .Message.ShouldStartWith("base-image-allowlist: Dockerfile has 2001 instructions and is built in 5001 ways;");
    }

    [Fact]
    public void Target_OfTheBuild_IsWhatTargetstageHolds() =>
        Images(("Dockerfile", "FROM a:$TARGETSTAGE\nFROM b:1 AS x\nFROM c:1"), ("b.sh", "docker build --target x ."))
            .ShouldBe(["1: docker.io/library/a:default", "1: docker.io/library/a:x", "2: docker.io/library/b:1", "3: docker.io/library/c:1"]);

    [Theory]
    [InlineData(".gitlab-ci.yml", "variables: {BASE: \"evil:1\"}\nb:\n  script:\n    - docker build --build-arg BASE=$BASE .\n")]
    [InlineData(".gitlab-ci.yml", "b:\n  script:\n    - |\n      x\n      docker build --build-arg BASE=evil:1 $CI_PROJECT_DIR\n")]
    [InlineData(".gitlab-ci.yml", "b:\n  script: [\"/kaniko/executor --context . --dockerfile Dockerfile --build-arg BASE=evil:1\"]\n")]
    [InlineData(".circleci/config.yml", "jobs: {b: {steps: [{run: {name: x, command: docker build --build-arg BASE=evil:1 .}}]}}")]
    [InlineData("azure-pipelines.yml", "steps:\n- script: docker build --build-arg BASE=evil:1 .\n")]
    [InlineData("azure-pipelines.yml", "steps:\n- task: Docker@2\n  inputs: {Dockerfile: '**/Dockerfile', arguments: '--build-arg BASE=evil:1'}\n")]
    [InlineData("cloudbuild.yaml", "steps:\n- name: gcr.io/cloud-builders/docker\n  args: ['build', '--build-arg', 'BASE=evil:1', '.']\n")]
    [InlineData("Taskfile.yml", "tasks: {b: {cmds: [{cmd: 'docker build --build-arg BASE=evil:1 .'}]}}")]
    [InlineData("any.sh", "buildctl build --frontend dockerfile.v0 --local context=. --local dockerfile=. --opt build-arg:BASE=evil:1")]
    public void OtherSystems_CommandsAreRead(string path, string text) => Replaced((path, text)).ShouldBe("2: docker.io/library/evil:1");

    [Fact]
    public void Taskfile_Expression_IsUnresolved() =>
        Replaced(("Taskfile.yml", "tasks: {b: {cmds: ['docker build --build-arg BASE={{.BASE}} .']}}")).ShouldBe(Unknown);
}
