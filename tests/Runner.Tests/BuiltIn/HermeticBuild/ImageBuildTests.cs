using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class ImageBuildTests
{
    private const string Closed = "services:\n  a:\n    build: { context: ., network: none }\n";
    private const string Open = "services:\n  a:\n    build: { context: ., network: none }\n  b:\n    build: .\n";
    private const string Bake = "target \"base\" {\n  network = \"none\"\n}\ntarget \"a\" {\n  inherits = [\"base\"]\n}\n";

    [Theory]
    [InlineData("docker buildx bake")]
    [InlineData("docker buildx --builder b bake -f x.hcl")]
    [InlineData("docker compose build")]
    [InlineData("docker compose -f x.yml build web")]
    [InlineData("docker compose up --build -d")]
    [InlineData("docker compose run --build web")]
    [InlineData("docker-compose build")]
    [InlineData("docker-compose -p x up --build")]
    [InlineData("docker -H tcp://x build .")]
    [InlineData("docker buildx b .")]
    [InlineData("docker builder build .")]
    [InlineData("podman image build .")]
    [InlineData("podman compose build")]
    [InlineData("podman-compose build")]
    [InlineData("nerdctl -n k8s.io build .")]
    [InlineData("buildah build-using-dockerfile .")]
    [InlineData("buildah build .")]
    [InlineData("/usr/bin/docker build .")]
    [InlineData("sudo DOCKER_BUILDKIT=1 docker build .")]
    public void Every_way_to_build_an_image_has_a_network(string script) =>
        Inspection.OfStep(script).Select(finding => finding.Rule).ShouldBe(["docker-build-network"]);

    [Theory]
    [InlineData("docker buildx bake --set '*.network=none'")]
    [InlineData("docker buildx bake --set=*.network=none")]
    [InlineData("docker buildx bake --print")]
    [InlineData("docker compose up -d")]
    [InlineData("docker compose build --dry-run")]
    [InlineData("docker build --network=none --pull=false .")]
    [InlineData("docker build --network none --pull=false .")]
    [InlineData("docker run --rm x build")]
    public void A_build_without_network_and_what_builds_nothing_are_left_alone(string script) => Inspection.OfStep(script).ShouldBeEmpty();

    [Theory]
    [InlineData("docker compose build", "compose.yaml", Closed, false)]
    [InlineData("docker compose build", "compose.yaml", Open, true)]
    [InlineData("docker compose -f x.yml build", "x.yml", Closed, false)]
    [InlineData("cd a && docker compose build", "a/compose.yaml", Closed, true)]
    [InlineData("docker compose --project-directory a build", "a/docker-compose.yml", Closed, false)]
    [InlineData("docker buildx bake", "docker-bake.hcl", Bake, false)]
    [InlineData("docker buildx bake", "docker-bake.hcl", Bake + "target \"b\" {\n}\n", true)]
    [InlineData("docker buildx bake", "docker-bake.json", "{\"target\":{\"a\":{\"network\":\"none\"}}}", false)]
    [InlineData("docker buildx bake", "docker-bake.json", "{\"target\":{\"a\":{\"network\":\"host\"}}}", true)]
    [InlineData("docker buildx bake", "docker-bake.json", "broken", true)]
    [InlineData("docker buildx bake", "compose.yaml", Closed, false)]
    public void The_files_that_tell_a_build_what_to_do_may_close_it(string script, string path, string text, bool found) =>
        Inspection.Of((".github/workflows/ci.yml", $"jobs:\n  a:\n    steps:\n      - run: {script}\n"), (path, text))
            .Any(finding => finding.Rule == "docker-build-network").ShouldBe(found);

    [Theory]
    [InlineData("docker/bake-action", "", true)]
    [InlineData("docker/bake-action", "set: \"*.network=none\"", false)]
    [InlineData("docker/bake-action", "files: closed.hcl", false)]
    [InlineData("docker/build-push-action", "context: .", true)]
    [InlineData("docker/build-push-action", "network: none", false)]
    [InlineData("depot/build-push-action", "context: .", true)]
    [InlineData("redhat-actions/buildah-build", "image: x", true)]
    [InlineData("redhat-actions/buildah-build", "extra-args: --network=none", false)]
    public void Actions_that_build_images_are_asked_for_their_network(string action, string with, bool found)
    {
        var step = $"jobs:\n  a:\n    steps:\n      - uses: {action}@b4ffde65f46336ab88eb53be808477a3936bae11\n" + (with.Length > 0
            ? $"        with: {{ {with} }}\n" : "");

        Inspection.Of((".github/workflows/ci.yml", step), ("closed.hcl", Bake)).Any(finding => finding.Rule == "docker-build-network").ShouldBe(found);
    }

    [Fact]
    public void All_builds_of_a_workflow_are_one_finding_with_their_lines()
    {
        var finding = Inspection.OfStep(
            "docker buildx bake\ndocker compose build\ndocker compose up --build\ndocker -H tcp://x build .").ShouldHaveSingleItem();

        finding.Message.ShouldStartWith(
            "docker buildx bake (.github/workflows/ci.yml:5) lets the steps of the build use the network. Add `--set=*.network=none`");
        finding.Message.ShouldEndWith("Likewise here: docker compose build (line 6), docker compose up --build (line 7) and docker build (line 8).");
    }

    [Theory]
    [InlineData("build:\n\tdocker build .\n", "docker-build-network")]
    [InlineData("DOCKER ?= docker\nbuild:\n\t@$(DOCKER) build .\n", "docker-build-network")]
    [InlineData("build:\n\t-docker compose build\n", "docker-build-network")]
    [InlineData("build:\n\tdocker build --network=none --pull=false .\n", null)]
    public void A_Makefile_builds_images_too(string text, string? rule) =>
        Inspection.Of(("Makefile", text)).Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);
}
