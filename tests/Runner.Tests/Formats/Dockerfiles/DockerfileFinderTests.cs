using Gates.Formats.Dockerfiles;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class DockerfileFinderTests
{
    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("dockerfile")]
    [InlineData("a/b/DOCKERFILE")]
    [InlineData("Dockerfile.dev")]
    [InlineData("Dockerfile-alpine")]
    [InlineData("Dockerfile_ci")]
    [InlineData("api.Dockerfile")]
    [InlineData("api.dockerfile")]
    [InlineData("Containerfile")]
    [InlineData("Containerfile.ubi9")]
    [InlineData("x.containerfile")]
    [InlineData("Dockerfile.template")]
    public void UsualNames_AreDockerfiles(string path) => DockerfileFinder.IsDockerfile(path).ShouldBeTrue();

    [Theory]
    [InlineData("Dockerfile.dockerignore")]
    [InlineData("api.Dockerfile.dockerignore")]
    [InlineData("Dockerfile.md")]
    [InlineData("dockerfile.go")]
    [InlineData("dockerfile_test.go")]
    [InlineData("DockerfileParser.cs")]
    [InlineData("Dockerfiles/readme")]
    [InlineData("dockerfiles")]
    [InlineData("README")]
    public void OtherFiles_AreNot(string path) => DockerfileFinder.IsDockerfile(path).ShouldBeFalse();

    [Fact]
    public void Templates_AreToldApart()
    {
        DockerfileFinder.IsTemplate("a/Dockerfile.j2").ShouldBeTrue();
        DockerfileFinder.IsTemplate("Dockerfile.dev").ShouldBeFalse();
    }
}
