using System.Text;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Images in compose files, actions, workflows and projects.</summary>
public sealed class ProjectSourceTests
{
    [Fact]
    public void Compose_ImagesWithVariablesAndMergeKeys_AreResolved() =>
        Images(
            ("deploy/compose.yml", """
                x-base: &base
                  image: merged:1
                services:
                  a: {image: "plain:1"}
                  b: {image: "${REGISTRY:-ghcr.io}/b:${TAG}"}
                  c: {image: "c:${UNSET}"}
                  d: {build: ., image: own:1}
                  e: {build: ., image: own:2, pull_policy: always}
                  never: {build: ., image: own:3, pull_policy: never}
                  f:
                    <<: *base
                  g: {build: {dockerfile_inline: "FROM inline:1"}}
                  h:
                    build:
                      dockerfile_inline: |
                        # syntax=front:1
                        FROM inline:2
                """),
            ("deploy/.env", "# x\nTAG=\"7\"\n"),
            ("deploy/Dockerfile", "FROM scratch")).ShouldBe(
        [
            "2: docker.io/library/merged:1", "4: docker.io/library/plain:1", "5: ghcr.io/b:7",
            "6: ? UNSET has no value: give it a default (${UNSET:-…}), or set it in .env beside the file",
            "7: docker.io/library/own:1", "8: docker.io/library/own:2", "12: docker.io/library/inline:1", "16: docker.io/library/front:1", "17: docker.io/library/inline:2",
        ]);

    [Fact]
    public void Compose_BuildArgs_ReachTheDockerfile() =>
        Images(
            ("compose.yaml", "services: {a: {build: {context: app, args: {BASE: \"evil:1\"}}}, b: {build: {context: app, args: [\"BASE=evil:2\"]}}}"),
            ("app/Dockerfile", "ARG BASE\nFROM $BASE")).ShouldBe(["2: docker.io/library/evil:1", "2: docker.io/library/evil:2"]);

    [Theory]
    [InlineData("services: {a: {image: x:1}}")]
    [InlineData("services: {a: {image: x:1}, b: {extends: {file: o.yml, service: b}}}")]
    [InlineData("services: {a: {image: x:1}, m: {provider: {type: model}}, n: }")]
    public void Compose_ByItsShapeUnderAnotherName_IsRead(string text) => Images(("stack.yml", text)).ShouldBe(["1: docker.io/library/x:1"]);

    [Theory]
    [InlineData("", true)]
    [InlineData(", pull_policy: missing", true)]
    [InlineData(", pull_policy: \"${POLICY:-build}\"", true)]
    [InlineData(", pull_policy: build", false)]
    [InlineData(", pull_policy: never", false)]
    public void Compose_ImageOfAServiceThatIsBuilt_IsPulledFirstUnlessItSaysOtherwise(string policy, bool pulled) =>
        Images(
            ("compose.yaml", "services: {a: {build: ., image: evil.io/x:1" + policy + "}}"),
            ("Dockerfile", "FROM scratch")).ShouldBe(pulled ? ["1: evil.io/x:1"] : []);

    [Fact]
    public void Workflow_ContainersServicesAndActions_AreSeen() =>
        Images((".github/workflows/ci.yml", """
            jobs:
              a:
                container: plain:1
                services:
                  db: {image: "postgres:17"}
                  none: {image: ""}
                steps:
                  - uses: docker://ghcr.io/acme/tool:1
                  - uses: actions/checkout@v4
              b:
                strategy: {matrix: {image: ["one:1", "two:1"], include: [{image: "three:1"}]}}
                container: {image: "${{ matrix.image }}"}
              c:
                container: ${{ inputs.image }}
            """)).ShouldBe(
        [
            "3: docker.io/library/plain:1", "5: docker.io/library/postgres:17", "8: ghcr.io/acme/tool:1",
            "12: docker.io/library/one:1", "12: docker.io/library/two:1", "12: docker.io/library/three:1",
            "14: ? the expression is only known to the run; write the image, or a matrix of images",
        ]);

    [Fact]
    public void Workflow_OutsideItsFolder_IsNone() => Images(("docs/ci.yml", "jobs: {a: {container: x}}")).ShouldBeEmpty();

    [Fact]
    public void Action_ImageAndOwnDockerfile_AreSeen() =>
        Images(
            ("one/action.yml", "runs: {using: docker, image: 'docker://evil:1'}"),
            ("two/action.yml", "runs: {using: docker, image: Special}"),
            ("two/Special", "FROM evil:2")).ShouldBe(["1: docker.io/library/evil:1", "1: docker.io/library/evil:2"]);

    [Fact]
    public void Devcontainer_ImageAndBuild_AreSeen() =>
        Images(
            (".devcontainer/devcontainer.json", "{\n  // comment\n  \"image\": \"mcr.microsoft.com/devcontainers/base:1\",\n}"),
            (".devcontainer/x/devcontainer.json", "{ \"build\": { \"dockerfile\": \"../Base\", \"args\": { \"V\": \"2\" } } }"),
            (".devcontainer/Base", "ARG V=1\nFROM base:$V")).ShouldBe(
        [
            "2: docker.io/library/base:1", "2: docker.io/library/base:2", "3: mcr.microsoft.com/devcontainers/base:1",
        ], ignoreOrder: true);

    [Fact]
    public void Project_ContainerBaseImage_IsSeenWithItsProperties() =>
        Images(
            ("a.csproj", "<Project>\n<PropertyGroup><V>9.0</V>\n<ContainerBaseImage>mcr.microsoft.com/dotnet/runtime:$(V)</ContainerBaseImage></PropertyGroup></Project>"),
            ("Directory.Build.props", "<Project><PropertyGroup><ContainerBaseImage>$(Elsewhere)</ContainerBaseImage></PropertyGroup></Project>")).ShouldBe(
        [
            "1: ? the property is not written out in this file; write the image", "3: mcr.microsoft.com/dotnet/runtime:9.0",
        ]);

    [Fact]
    public void Project_WithAnEntityBomb_IsRefused() =>
        Findings(
            new BaseImageAllowlistOptions(),
            ("a.csproj", "<!DOCTYPE x [<!ENTITY a \"b\">]><Project><ContainerBaseImage>&a;</ContainerBaseImage></Project>"))
            .ShouldHaveSingleItem().ShouldStartWith("error unreadable a.csproj:1:");

    [Fact]
    public void Bake_JsonIsRead() =>
        Images(
            ("docker-bake.json", "{\"target\": {\"a\": {\"context\": \"app\", \"args\": {\"B\": \"evil:1\"}, \"contexts\": {\"x\": \"docker-image://ctx:1\"}}}}"),
            ("app/Dockerfile", "ARG B\nFROM $B")).ShouldBe(["2: docker.io/library/evil:1", "1: docker.io/library/ctx:1"]);

    [Fact]
    public void Paths_OutsideTheFilter_AreNotRead()
    {
        var options = new BaseImageAllowlistOptions { Paths = ["app/**"], Exclude = ["app/test/**"] };

        Images(options, ("Dockerfile", "FROM a"), ("app/Dockerfile", "FROM b:1"), ("app/test/Dockerfile", "FROM c")).ShouldBe(["1: docker.io/library/b:1"]);
    }

    [Fact]
    public void BuildPathsThatLeaveTheRepository_AreNotFollowed() =>
        Images(
            ("compose.yml", "services: {a: {build: {context: ../../etc, dockerfile: passwd}}, b: {build: {context: /etc}}, c: {build: 'https://x/y.git'}}")).ShouldBeEmpty();

    [Fact]
    public void MoreImagesThanAnyoneReads_AreAnErrorThatSaysWhatToDo() =>
        Should.Throw<EvaluationException>(() => Images(("Dockerfile", string.Concat(Enumerable.Range(0, 6_000).Select(i => $"FROM x:{i}\n")))))
            .Message.ShouldBe("base-image-allowlist: more than 5000 different images are named here; narrow `paths` or `exclude` what is not built");

    [Fact]
    public void Evidence_SaysEverythingAboutAnImage()
    {
        var options = new BaseImageAllowlistOptions { Allow = ["ghcr.io/acme/base"] };
        var facts = FactsOf(options, ("app/Dockerfile", "ARG BASE=evil/base:1\nFROM --platform=linux/arm64 $BASE AS b"));

        facts.GetProperty("images")[0].GetRawText().ShouldBe(
            """{"reference":"docker.io/evil/base:1","written":"$BASE","how":"ARG BASE, app/Dockerfile:1","kind":"FROM","path":"app/Dockerfile","line":2,"column":29"""
                +
            ""","stage":"b","platform":"linux/arm64","tag":"1","digest":null,"pinned":false,"resolved":true,"reason":null,"allowed":null,"refusedBy":null,"closest":"ghcr.io/acme/base","closestDiffers":"repository"}""");
        facts.GetProperty("files").GetRawText().ShouldBe("""["app/Dockerfile"]""");
    }
}
