using Gates.Formats.Dockerfiles;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class ImageReferenceTests
{
    private const string Sha = "sha256:86e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4aaa";

    [Theory]
    [InlineData("alpine", "docker.io/library/alpine:latest")]
    [InlineData("alpine:3.22", "docker.io/library/alpine:3.22")]
    [InlineData("acme/app", "docker.io/acme/app:latest")]
    [InlineData("docker.io/alpine", "docker.io/library/alpine:latest")]
    [InlineData("index.docker.io/alpine", "docker.io/library/alpine:latest")]
    [InlineData("index.docker.io/acme/app", "docker.io/acme/app:latest")]
    [InlineData("docker.io/library/foo/bar", "docker.io/library/foo/bar:latest")]
    [InlineData("ghcr.io/acme/app:1", "ghcr.io/acme/app:1")]
    [InlineData("localhost/x", "localhost/x:latest")]
    [InlineData("host:5000/x", "host:5000/x:latest")]
    [InlineData("host:5000/x:1", "host:5000/x:1")]
    [InlineData("127.0.0.1:8000/a/b", "127.0.0.1:8000/a/b:latest")]
    [InlineData("[fc00::1]:5000/a", "[fc00::1]:5000/a:latest")]
    [InlineData("Foo/bar", "Foo/bar:latest")]
    [InlineData("test_com/foo", "docker.io/test_com/foo:latest")]
    [InlineData("192.168.0.1:80", "docker.io/library/192.168.0.1:80")]
    [InlineData("a__b/c---d", "docker.io/a__b/c---d:latest")]
    [InlineData("alpine@" + Sha, "docker.io/library/alpine@" + Sha)]
    [InlineData("alpine:3@" + Sha, "docker.io/library/alpine:3@" + Sha)]
    [InlineData(
        "docker.io/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a",
        "docker.io/library/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a:latest")]
    public void Parse_GivesTheFullName(string text, string full) => ImageReference.Parse(text).ToString().ShouldBe(full);

    [Theory]
    [InlineData("", "the image name is empty")]
    [InlineData("1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a", "64 hexadecimal digits name an image id, not a repository")]
    [InlineData("docker/Docker", "a repository name is lower case")]
    [InlineData("docker.io/docker/Docker", "a repository name is lower case")]
    [InlineData("-docker", "\"library/-docker\" is not a repository name")]
    [InlineData("-docker.io/docker/docker", "\"-docker.io\" is not a registry")]
    [InlineData("docker///docker", "\"docker///docker\" is not a repository name")]
    [InlineData("docker/", "\"docker/\" is not a repository name")]
    [InlineData("dock..er/docker", "\"dock..er\" is not a registry")]
    [InlineData("dock_.er", "\"library/dock_.er\" is not a repository name")]
    [InlineData("____/____", "\"____/____\" is not a repository name")]
    [InlineData("https://github.com/docker/docker", "\"https:\" is not a registry")]
    [InlineData("fc00::1:5000/debian", "\"fc00::1:5000\" is not a registry")]
    [InlineData("alpine:", "\"\" is not a tag")]
    [InlineData("alpine:-x", "\"-x\" is not a tag")]
    [InlineData("alpine:1\n", "\"1\n\" is not a tag")]
    [InlineData("alpine@sha256:abc", "the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits")]
    [InlineData(
        "alpine@sha256:86E0E091D0DA6BDE2456DBB48306F3956BBEB2EAE1B5B9A43045843F69FE4AAA",
        "the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits")]
    [InlineData(
        "alpine@md5:86e0e091d0da6bde2456dbb48306f395",
        "the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits")]
    public void Parse_WhatNoToolAccepts_IsRefusedWithItsReason(string text, string reason)
    {
        ImageReference.TryParse(text, out var reference, out var actual).ShouldBeFalse();

        reference.ShouldBeNull();
        actual.ShouldBe(reason);
    }

    [Fact]
    public void Parse_HostileLength_IsRefusedAtOnce()
    {
        ImageReference.TryParse(new string('a', 5_000), out _, out var reason).ShouldBeFalse();

        reason.ShouldBe("the image name is too long");
    }
}
