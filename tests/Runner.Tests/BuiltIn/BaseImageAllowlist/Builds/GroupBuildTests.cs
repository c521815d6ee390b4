using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>Builds that compose and bake files describe, and workflows start.</summary>
public sealed class GroupBuildTests
{
    private const string Base = "ARG BASE=good:1\nFROM $BASE";
    private const string Unknown = "2: ? BASE is only known to the build; if it has one value, state it in `build-args`";
    private const string Compose = "services: {a: {build: app}, b: {build: other}}";
    private const string Bake = "target \"a\" {\n  context = \"app\"\n}\ntarget \"b\" { context = \"other\" }\n";

    private static string Replaced(params (string, string)[] files) =>
        string.Join('|', Images([("app/Dockerfile", Base), .. files]).Where(image => image != "2: docker.io/library/good:1"));

    private static string Workflow(string step) => "jobs:\n  a:\n    runs-on: x\n    steps:\n" + step;

    [Theory]
    [InlineData("docker compose build --build-arg BASE=evil:1")]
    [InlineData("docker compose build --build-arg BASE=evil:1 a")]
    [InlineData("docker compose -f compose.yaml --progress plain build --pull --build-arg=BASE=evil:1")]
    [InlineData("docker-compose build --no-cache --build-arg BASE=evil:1 a b")]
    [InlineData("podman-compose build --build-arg BASE=evil:1 a")]
    [InlineData("docker --context x compose -p y build --build-arg BASE=evil:1 $SERVICE")]
    public void ComposeBuild_WithArguments_ReplacesTheBase(string script) =>
        Replaced(("compose.yaml", Compose), ("b.sh", script)).ShouldBe("2: docker.io/library/evil:1");

    [Fact]
    public void ComposeBuild_OfAnotherService_ChangesNothing() =>
        Replaced(("compose.yaml", Compose), ("b.sh", "docker compose build --build-arg BASE=evil:1 b")).ShouldBe("");

    [Theory]
    [InlineData("docker buildx bake --set a.args.BASE=evil:1")]
    [InlineData("docker buildx bake --set '*.args.BASE=evil:1' a")]
    [InlineData("docker --debug buildx --builder x bake -f docker-bake.hcl --set=a*.args.BASE=evil:1")]
    [InlineData("docker bake --set \"a.args.BASE=evil:1\"")]
    public void BakeSet_ReplacesTheBase(string script) => Replaced(("docker-bake.hcl", Bake), ("b.sh", script)).ShouldBe("2: docker.io/library/evil:1");

    [Theory]
    [InlineData("docker buildx bake --set b.args.BASE=evil:1", "")]
    [InlineData("docker buildx bake --set a.args.BASE=$X", Unknown)]
    [InlineData("docker buildx bake --set a.dockerfile=Second", "1: docker.io/library/second:1")]
    [InlineData("docker buildx bake --set '*.contexts.good:1=docker-image://evil:1'", "2: docker.io/library/evil:1")]
    public void BakeSet_OfOtherThings_DoesWhatItSays(string script, string expected) =>
        Replaced(("docker-bake.hcl", Bake), ("app/Second", "FROM second:1"), ("b.sh", script)).ShouldBe(expected);

    [Theory]
    [InlineData("variable \"B\" { default = \"evil:1\" }\ntarget \"a\" {\n  context = \"app\"\n  args = { BASE = B }\n}\n")]
    [InlineData("variable B { default = \"evil\" }\ntarget a {\n  context = \"./app\" # here\n  args = {\n    \"BASE\" : \"${B}:1\"\n  }\n}\n")]
    [InlineData("target \"_c\" {\n  args = { BASE = \"evil:1\", V = 1 }\n}\n/* */ target \"a\" {\n  inherits = [\"_c\"]\n  context = \"app\"\n}\n")]
    [InlineData("group \"default\" { targets = [\"a\"] }\ntarget \"a\" { context = \"app\" }\ntarget \"a\" { args = { BASE = \"evil:1\" } }\n")]
    public void Bake_InHcl_IsEvaluatedAsFarAsItIsData(string text) => Replaced(("docker-bake.hcl", text)).ShouldBe("2: docker.io/library/evil:1");

    [Theory]
    [InlineData("variable \"B\" {}\ntarget \"a\" {\n  context = \"app\"\n  args = { BASE = B }\n}\n")]
    [InlineData("target \"a\" {\n  context = \"app\"\n  args = { BASE = equal(\"x\", X) ? \"one:1\" : \"two:1\" }\n}\n")]
    public void Bake_WhatOnlyTheRunKnows_IsUnresolved(string text) => Replaced(("docker-bake.hcl", text)).ShouldBe(Unknown);

    [Fact]
    public void Bake_FileOfAnyNameThatACommandNames_IsRead() =>
        Replaced(
            ("ci/images.hcl", "target \"a\" {\n  context = \"../app\"\n  args = { BASE = \"evil:1\" }\n}\n"),
            ("b.sh", "docker buildx bake -f ci/images.hcl"))
            .ShouldBe("2: docker.io/library/evil:1");

    [Fact]
    public void Bake_ThatIsBroken_IsAnError() =>
        Findings(new BaseImageAllowlistOptions(), ("docker-bake.hcl", "target \"a\" {\n  args = {\n"))
            .ShouldHaveSingleItem().ShouldStartWith("error unreadable docker-bake.hcl:3:");

    [Theory]
    [InlineData("docker/bake-action@v6", "set: |\n            a.args.BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("docker/bake-action@v6", "files: ./docker-bake.hcl\n          set: \"*.args.BASE=${{ inputs.base }}\"", Unknown)]
    [InlineData("depot/bake-action@v1", "set: \"*.args.BASE=evil:1\"", "2: docker.io/library/evil:1")]
    [InlineData("docker/build-push-action@v6", "context: ${{ github.workspace }}/app\n          build-args: BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("docker/build-push-action@v6", "file: ${{github.workspace}}/app/Dockerfile\n          build-args: BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("docker/build-push-action@v6", "context: \"{{defaultContext}}:app\"\n          build-args: BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("docker/build-push-action@v6", "file: ${{ matrix.file }}\n          build-args: BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("docker/build-push-action@v6", "file: app/Dockerfile\n          build-args: ${{ matrix.args }}", "")]
    [InlineData("docker/build-push-action@v6", "file: app/Dockerfile\n          build-args: ${{ matrix.name }}=evil:1", Unknown)]
    [InlineData("redhat-actions/buildah-build@v2", "containerfiles: ./app/Dockerfile\n          build-args: BASE=evil:1", "2: docker.io/library/evil:1")]
    [InlineData("elgohr/Publish-Docker-Github-Action@v5", "dockerfile: app/Dockerfile\n          buildargs: BASE=evil:1", "2: docker.io/library/evil:1")]
    public void Workflow_ActionThatBuilds_ReplacesTheBase(string action, string with, string expected)
        => Replaced(("docker-bake.hcl", Bake), (".github/workflows/a.yml", Workflow($"      - uses: {action}\n        with:\n          {with}\n")))
            .ShouldBe(expected);

    [Theory]
    [InlineData("      - run: docker build --build-arg BASE=${{ inputs.base }} app\n", Unknown)]
    [InlineData("      - run: docker build --build-arg BASE=\"${{ inputs.base || 'x' }}\" app\n", Unknown)]
    [InlineData("      - run: docker build --build-arg BASE=$BASE app\n        env: {BASE: \"evil:1\"}\n", "2: docker.io/library/evil:1")]
    [InlineData("      - run: docker build --build-arg BASE=${{ env.BASE }} app\n        env: {BASE: \"evil:1\"}\n", "2: docker.io/library/evil:1")]
    [InlineData("      - run: docker build --build-arg BASE=$BASE app\n        env: {BASE: \"${{ inputs.base }}\"}\n", Unknown)]
    [InlineData("      - run: docker build --build-arg BASE=evil:1 .\n        working-directory: app\n", "2: docker.io/library/evil:1")]
    [InlineData("      - run: |\n          cd app\n          docker build --build-arg BASE=evil:1 .\n", "2: docker.io/library/evil:1")]
    [InlineData(
        "      - run: docker build --build-arg BASE=evil:1 -f ${{ github.workspace }}/app/Dockerfile .\n        working-directory: x\n",
        "2: docker.io/library/evil:1")]
    [InlineData("      - shell: pwsh\n        run: |\n          docker build `\n            --build-arg BASE=evil:1 app\n", "2: docker.io/library/evil:1")]
    public void Workflow_RunThatBuilds_ReplacesTheBase(string step, string expected) =>
        Replaced((".github/workflows/a.yml", Workflow(step))).ShouldBe(expected);

    [Fact]
    public void Workflow_DefaultFolder_IsFollowed() =>
        Replaced((".github/workflows/a.yml", "defaults: {run: {working-directory: app}}\n" + Workflow("      - run: docker build --build-arg BASE=evil:1 .\n")))
            .ShouldBe("2: docker.io/library/evil:1");

    [Theory]
    [InlineData("services: {a: {extends: {file: ../common/any.cfg, service: base}, build: {args: {BASE: \"evil:1\"}}}}")]
    [InlineData("services: {b: {build: ../app}, a: {extends: b, build: {args: [\"BASE=evil:1\"]}}}")]
    [InlineData("services: {b: {build: {context: ../app, args: {BASE: \"evil:1\"}}}, c: {extends: b}, a: {extends: {service: c}, build: {target: x}}}")]
    public void Compose_BuildThatExtendsAnother_IsPutTogether(string text) =>
        Replaced(("deploy/compose.yaml", text), ("common/any.cfg", "services: {base: {build: ../app}}")).ShouldBe("2: docker.io/library/evil:1");

    [Fact]
    public void Compose_ImagesOfFilesThatAreExtendedOrIncluded_AreSeenUnderAnyName() =>
        Images(
            ("compose.yaml", "include: [inc.cfg, {path: [two.cfg]}]\nservices: {a: {extends: {file: ext.cfg, service: b}}}"),
            ("inc.cfg", "services: {x: {image: \"one:1\"}}"),
            ("two.cfg", "services: {x: {image: \"two:1\"}}"),
            ("ext.cfg", "services: {b: {image: \"three:1\"}}"),
            ("other.cfg", "services: {b: {image: \"four:1\"}}")).Order().ShouldBe(
        ["1: docker.io/library/one:1", "1: docker.io/library/three:1", "1: docker.io/library/two:1"]);

    [Fact]
    public void Compose_OverrideFile_ChangesTheBuildOfTheFileBelow() =>
        Replaced(("compose.yaml", "services: {a: {build: app}}"), ("compose.override.yaml", "services: {a: {build: {args: {BASE: \"evil:1\"}}}}"))
            .ShouldBe("2: docker.io/library/evil:1");

    [Fact]
    public void Devcontainer_OptionsAndComposeFile_AreFollowed() =>
        Replaced(
            (".devcontainer/devcontainer.json", """
                {"build": {"dockerfile": "../app/Dockerfile", "options": ["--build-arg", "BASE=evil:1"]}, "dockerComposeFile": ["c.cfg"]}
                """),
            (".devcontainer/c.cfg", "services: {a: {image: \"x:1\"}}")).ShouldBe("1: docker.io/library/x:1|2: docker.io/library/evil:1");
}
