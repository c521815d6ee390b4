using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What scanners that read Dockerfiles line by line get wrong. The first column says which trap it is.</summary>
public sealed class DockerfileTrapTests
{
    [Theory]
    [InlineData("1 mark and line ends", "\uFEFFFROM evil:1\r\n", "1: docker.io/library/evil:1")]
    [InlineData("3 frontend", "# syntax=evil/frontend:1\nFROM scratch", "1: docker.io/evil/frontend:1")]
    [InlineData("3 frontend is no comment later", "# hi\n# syntax=evil/frontend:1\nFROM scratch", "")]
    [InlineData("4 escape", "# escape=`\nFROM scratch\nRUN x `\n COPY --from=evil a b\nCOPY a b\\\nCOPY --from=evil a b", "6: docker.io/library/evil:latest")]
    [InlineData("5 continuation", "FROM \\\n# FROM good\n\n  evil:1", "4: docker.io/library/evil:1")]
    [InlineData("5 continued FROM text", "FROM scratch\nRUN echo \\\nFROM evil", "")]
    [InlineData("6 case and indent", "  FrOm\tevil:1", "1: docker.io/library/evil:1")]
    [InlineData("7 heredoc data", "FROM scratch\nRUN <<EOF\nFROM evil\nCOPY --from=evil a b\nEOF", "")]
    [InlineData("7 heredoc with a blank", "FROM scratch\nRUN cat << RUN\nFROM scratch AS ubuntu\nRUN\nFROM ubuntu", "5: docker.io/library/ubuntu:latest")]
    [InlineData("7 heredoc with a blank, data", "FROM scratch\nRUN cat << EOF > /etc/app.conf\nlisten = 80\nEOF", "")]
    [InlineData(
        "7 heredoc with a blank, older builders",
        "# syntax=docker/dockerfile:1.4\nFROM scratch\nRUN true << 'RUN true'\nFROM evil\nRUN true",
        "1: docker.io/docker/dockerfile:1.4|4: docker.io/library/evil:latest")]
    [InlineData("8 global scope", "ARG X=evil\nFROM scratch\nARG X=good\nFROM $X", "4: docker.io/library/evil:latest")]
    [InlineData("8 last duplicate", "ARG X=good\nARG X=evil\nFROM $X", "3: docker.io/library/evil:latest")]
    [InlineData("8 declared again", "ARG X=evil\nARG X\nFROM $X", "3: docker.io/library/evil:latest")]
    [InlineData("8 several names", "ARG A=1 X=evil\nFROM $X", "2: docker.io/library/evil:latest")]
    [InlineData("8 quotes", "ARG X=\"evil:1\"\nFROM \"${X}\"", "2: docker.io/library/evil:1")]
    [InlineData("8 one from another", "ARG R=ghcr.io\nARG X=${R}/evil\nFROM $X:1", "3: ghcr.io/evil:1")]
    [InlineData("9 default", "FROM ${X:-evil:1}", "1: docker.io/library/evil:1")]
    [InlineData("9 alternative", "ARG X=1\nFROM ${X:+evil}", "2: docker.io/library/evil:latest")]
    [InlineData("9 cut", "ARG X=evil:1-slim\nFROM ${X%-slim}", "2: docker.io/library/evil:1")]
    [InlineData("9 replaced", "ARG X=good/base\nFROM ${X/good/evil}", "2: docker.io/evil/base:latest")]
    [InlineData("9 empty", "ARG X=\nFROM $X", "2: ? the image name is empty")]
    [InlineData("9 unset", "ARG X\nFROM $X", "2: ? X has no value: give ARG X a default before the first FROM, or set it in `build-args`")]
    [InlineData(
        "9 unset, stage ARG",
        "FROM scratch\nARG X=evil\nFROM $X",
        "3: ? X has no value here: the ARG on line 2 is inside a stage, and FROM sees only those before the first FROM")]
    [InlineData("9 must be set", "FROM ${X:?required}", "1: ? X: required")]
    [InlineData("10 platform", "FROM evil-$TARGETARCH", "1: docker.io/library/evil-amd64:latest for linux/amd64")]
    [InlineData("10 build platform", "FROM --platform=$BUILDPLATFORM evil", "1: docker.io/library/evil:latest for linux/amd64")]
    [InlineData("10 stage by platform", "FROM good:1 AS base-amd64\nFROM base-$TARGETARCH", "1: docker.io/library/good:1")]
    [InlineData("11 AS in any case", "FROM good aS b\nFROM b", "1: docker.io/library/good:latest")]
    [InlineData("12 later stage is an image", "FROM later\nFROM scratch AS later", "1: docker.io/library/later:latest")]
    [InlineData("12 own name is an image", "FROM self AS self", "1: docker.io/library/self:latest")]
    [InlineData("12 case of a stage", "FROM scratch AS Builder\nFROM Builder", "2: ? FROM finds a stage only by its lower-case name; write \"builder\"")]
    [InlineData("12 stage by ARG", "ARG S=b\nFROM scratch AS b\nFROM $S", "")]
    [InlineData("13 stage named like an image", "FROM evil AS alpine\nFROM alpine", "1: docker.io/library/evil:latest")]
    [InlineData("14 scratch", "FROM scratch AS x\nFROM x\nCOPY --from=x a b", "")]
    [InlineData("14 scratch is lower case", "FROM Scratch", "1: ? \"Scratch\" is not an image: a repository name is lower case")]
    [InlineData("15 COPY image", "FROM scratch\nCOPY --from=evil:1 a b", "2: docker.io/library/evil:1")]
    [InlineData("15 COPY later stage, any case", "FROM scratch\nCOPY --from=LATER a b\nFROM scratch AS later", "")]
    [InlineData("15 COPY index", "FROM scratch\nFROM scratch\nCOPY --from=0 a b", "")]
    [InlineData("15 COPY index beyond", "FROM scratch\nCOPY --from=7 a b", "2: ? there is no stage number 7; this file has 1")]
    [InlineData(
        "15 COPY variable",
        "ARG X=evil\nFROM scratch\nCOPY --from=$X a b",
        "3: ? the builder does not replace variables in --from; name a stage (FROM $X AS name) and copy from that")]
    [InlineData("15 COPY json", "FROM scratch\nCOPY --from=evil [\"a\", \"b\"]", "2: docker.io/library/evil:latest")]
    [InlineData("15 ADD has no stages, and the builder refuses it", "FROM scratch\nADD --from=evil a b", "")]
    [InlineData("16 mount", "FROM scratch\nRUN --mount=from=evil:1,target=/x ls", "2: docker.io/library/evil:1")]
    [InlineData(
        "16 several mounts",
        "FROM scratch\nRUN --mount=type=cache,target=/c \\\n --mount=type=bind,FROM=evil,target=/x ls",
        "3: docker.io/library/evil:latest")]
    [InlineData("16 quoted mount", "FROM scratch\nRUN --mount='type=bind,\"from=evil:1\"' ls", "2: docker.io/library/evil:1")]
    [InlineData("16 mount of a stage", "FROM scratch AS s\nRUN --mount=from=S,target=/x ls", "")]
    [InlineData(
        "16 mount variable",
        "FROM scratch\nRUN --mount=from=$X ls",
        "2: ? the builder does not replace variables in --mount from=; name a stage (FROM $X AS name) and mount that")]
    [InlineData(
        "18 onbuild",
        "FROM scratch\nONBUILD COPY --from=evil:1 a b\nONBUILD RUN --mount=from=evil:2 x",
        "2: docker.io/library/evil:1|3: docker.io/library/evil:2")]
    [InlineData("19 port is no tag", "FROM host:5000/x", "1: host:5000/x:latest")]
    [InlineData("19 upper case", "FROM evil/Base", "1: ? \"evil/Base\" is not an image: a repository name is lower case")]
    [InlineData(
        "20 short digest",
        "FROM evil@sha256:abc",
        "1: ? \"evil@sha256:abc\" is not an image: the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits")]
    [InlineData("20 digest by variable", "FROM evil@sha256:${D}", "1: ? D has no value: give ARG D a default before the first FROM, or set it in `build-args`")]
    public void Dockerfile_WithATrap_GivesWhatTheBuilderPulls(string trap, string text, string expected) =>
        string.Join('|', Dockerfile(text)).ShouldBe(expected, trap);

    [Fact]
    public void Trap2_DirectiveTwice_FailsClosed() =>
        Findings(new BaseImageAllowlistOptions(), ("Dockerfile", "# escape=`\n# escape=`\nFROM scratch")).ShouldBe(
        [
            "error unreadable Dockerfile:2: The images of this Dockerfile cannot be seen: the directive \"escape\" stands twice; keep one. " +
            "Mend the file, or `exclude` it if nothing builds or runs it.",
        ]);

    [Fact]
    public void Trap3_FrontendOfAFileThatIsNoDockerfile_IsStillReported()
    {
        var facts = FactsOf(new BaseImageAllowlistOptions(), ("Dockerfile", "// syntax=evil:1\nanything"));

        facts.GetProperty("images")[0].GetProperty("reference").GetString().ShouldBe("docker.io/library/evil:1");
        facts.GetProperty("unread")[0].GetProperty("certain").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Trap3_BuildArgumentReplacesTheFrontend()
    {
        var options = new BaseImageAllowlistOptions { BuildArgs = new Dictionary<string, string> { ["BUILDKIT_SYNTAX"] = "evil:1" } };

        Images(options, ("Dockerfile", "# syntax=good:1\nFROM scratch")).ShouldBe(["1: docker.io/library/evil:1"]);
    }

    [Theory]
    [InlineData("FROM $BASE\n")]
    [InlineData("ARG BASE=good\nFROM $BASE\n")]
    [InlineData("ARG BASE\nFROM ${BASE:-good}\n")]
    public void Trap9_BuildArgs_ReachOnlyDeclaredNames(string text)
    {
        var options = new BaseImageAllowlistOptions { BuildArgs = new Dictionary<string, string> { ["BASE"] = "evil:1" } };

        Images(options, ("Dockerfile", text)).Any(image => image.EndsWith("evil:1", StringComparison.Ordinal))
            .ShouldBe(text.Contains("ARG BASE", StringComparison.Ordinal));
    }

    [Fact]
    public void Trap9_BuildArgsOfTheWorkflow_AreTriedBesideTheDefaults()
    {
        const string Workflow = """
            jobs:
              a:
                steps:
                  - uses: docker/build-push-action@v6
                    with:
                      context: app
                      build-args: |
                        OTHER=1
                        BASE=evil:1
            """;

        Images(("app/Dockerfile", "ARG BASE=good:1\nFROM $BASE"), (".github/workflows/ci.yml", Workflow))
            .ShouldBe(["2: docker.io/library/good:1", "2: docker.io/library/evil:1"]);
        FactsOf(new BaseImageAllowlistOptions(), ("app/Dockerfile", "ARG BASE\nFROM $BASE"), (".github/workflows/ci.yml", Workflow))
            .GetProperty("images")
                .EnumerateArray()
                .ShouldHaveSingleItem()
                .GetProperty("how")
                .GetString()
                .ShouldBe("build-args BASE, .github/workflows/ci.yml:9");
    }

    [Fact]
    public void Trap9_BuildArgThatOnlyTheRunKnows_IsUnresolvedUnlessTheConfigurationStatesIt()
    {
        const string Workflow = "jobs: {a: {steps: [{uses: docker/build-push-action@v6, with: {build-args: \"BASE=${{ inputs.base }}\"}}]}}";
        (string, string)[] files = [("Dockerfile", "ARG BASE=good:1\nFROM $BASE"), (".github/workflows/ci.yml", Workflow)];

        Images(files).ShouldBe(["2: docker.io/library/good:1", "2: ? BASE is only known to the build; if it has one value, state it in `build-args`"]);
        Images(
            new BaseImageAllowlistOptions { BuildArgs = new Dictionary<string, string> { ["BASE"] = "stated:1" } },
            files).ShouldBe(["2: docker.io/library/stated:1"]);
    }

    [Fact]
    public void Trap10_EveryTargetPlatform_IsEvaluated() =>
        Images(
            new BaseImageAllowlistOptions { Platforms = ["linux/amd64", "linux/aarch64", "linux/arm/v7"] },
            ("Dockerfile", "FROM base:$TARGETARCH$TARGETVARIANT"))
            .ShouldBe([
                "1: docker.io/library/base:amd64 for linux/amd64",
                "1: docker.io/library/base:arm64 for linux/arm64",
                "1: docker.io/library/base:armv7 for linux/arm/v7"
            ]);

    [Fact]
    public void Trap17_NamedContext_ReplacesTheImage()
    {
        const string Script = "docker buildx build --build-context alpine=docker-image://evil:1 --build-context=busybox=../dir .";
        var workflow = $"jobs: {{a: {{steps: [{{run: \"{Script}\"}}]}}}}";

        Images(("Dockerfile", "FROM alpine:3\nFROM alpine\nFROM busybox"), (".github/workflows/ci.yml", workflow)).ShouldBe(
        [
            "1: docker.io/library/evil:1",
            "1: docker.io/library/alpine:3",
            "2: docker.io/library/alpine:latest",
            "2: docker.io/library/evil:1",
            "3: docker.io/library/busybox:latest",
            "3: ? the build context \"busybox\" replaces it by ../dir, which is no image",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Trap23_EveryUsualNameAndEveryNamedFile_IsRead()
    {
        var images = Images(
            ("Dockerfile.dev", "FROM a"),
            ("x/api.Dockerfile", "FROM b"),
            ("Containerfile", "FROM c"),
            ("Dockerfile.dockerignore", "FROM d"),
            ("images/special", "FROM e"),
            ("images/other", "FROM f"),
            ("compose.yml", "services: {x: {build: {context: images, dockerfile: special}}}"),
            (".github/workflows/ci.yml", "jobs: {a: {steps: [{run: docker build -f images/other .}]}}"));

        images.Select(image => image[^8]).Order().ShouldBe(['a', 'b', 'c', 'e', 'f']);
    }

    [Fact]
    public void Trap23_UnreadableEncoding_FailsClosed()
    {
        var tree = new Gates.Runner.Cases.CaseTree([KeyValuePair.Create(
            "Dockerfile",
            System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("FROM evil")).ToArray())]);

        FactsOf(new BaseImageAllowlistOptions(), tree).GetProperty("unread")[0]
            .GetProperty("reason")
            .GetString()
            .ShouldBe("the file is UTF-16, which no builder reads; save it as UTF-8");
    }

    [Fact]
    public void Trap23_TemplateOfADockerfile_IsANoteNotAnError() =>
        Findings(new BaseImageAllowlistOptions(), ("Dockerfile.j2", "FROM scratch\n{% if x %}\nRUN y\n{% endif %}"))
            .ShouldHaveSingleItem()
            .ShouldStartWith("note not-read Dockerfile.j2:2:");

    [Fact]
    public void ArgumentsThatReferToEachOther_CostNoMoreThanTheirLength()
    {
        var text = "ARG A0=x\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"ARG A{i}=$A{i - 1}$A{i - 1}\n")) + "FROM $A60";

        Dockerfile(text).ShouldHaveSingleItem().ShouldBe("62: ? the text grows too long when its variables are replaced");
    }
}
