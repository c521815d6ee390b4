using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

public sealed class AllowListTests
{
    private const string D = Inspection.Digest;
    private const string E = Inspection.OtherDigest;

    [Theory]
    [InlineData("alpine", "alpine:3.22")]
    [InlineData("alpine", "docker.io/library/alpine@" + D)]
    [InlineData("docker.io/library/alpine", "index.docker.io/alpine")]
    [InlineData("alpine:3.22", "docker.io/alpine:3.22")]
    [InlineData("alpine:latest", "alpine")]
    [InlineData("alpine:3.*", "alpine:3.22")]
    [InlineData("alpine:*", "alpine:1@" + D)]
    [InlineData("alpine:3.22@" + D, "alpine:3.22@" + D)]
    [InlineData("alpine:3.22@" + D, "alpine@" + D)]
    [InlineData("alpine@" + D, "alpine:9@" + D)]
    [InlineData("ghcr.io/acme/*", "ghcr.io/acme/base:1")]
    [InlineData("ghcr.io/acme/base-*", "ghcr.io/acme/base-x")]
    [InlineData("ghcr.io/acme/*-base:1", "ghcr.io/acme/x-base:1")]
    [InlineData("ghcr.io/*/base", "ghcr.io/acme/base")]
    [InlineData("ghcr.io/acme/**", "ghcr.io/acme/a/b/c:1")]
    [InlineData("ghcr.io/acme/**", "ghcr.io/acme/a")]
    [InlineData("ghcr.io/**", "ghcr.io/acme")]
    [InlineData("acme/*", "docker.io/acme/app")]
    [InlineData("docker.io/*", "alpine")]
    [InlineData("alpine*", "alpine-x")]
    [InlineData("localhost:5000/x", "localhost:5000/x:1")]
    [InlineData("localhost:5000/*:1", "localhost:5000/x:1")]
    public void Entry_CoversTheImageItNames(string entry, string image) => Allows(entry, image).ShouldBeTrue();

    [Theory]
    [InlineData("docker.io/library/alpine", "docker.io/library/alpine-evil")]
    [InlineData("docker.io/library/alpine", "docker.io/library/alpine/evil")]
    [InlineData("alpine", "evil/alpine")]
    [InlineData("alpine", "mirror.gcr.io/library/alpine")]
    [InlineData("ghcr.io/**", "ghcr.io.evil.com/acme/x")]
    [InlineData("ghcr.io/acme/*", "ghcr.io.evil.com/acme/x")]
    [InlineData("ghcr.io/acme/*", "ghcr.io/acme-evil/x")]
    [InlineData("ghcr.io/acme/*", "ghcr.io/acme/a/b")]
    [InlineData("ghcr.io/acme/*", "evil.com/ghcr.io/acme/x")]
    [InlineData("ghcr.io/acme/*", "ghcr.io:444/acme/x")]
    [InlineData("ghcr.io/acme/**", "ghcr.io/acme")]
    [InlineData("ghcr.io/acme/**", "ghcr.io/acmeevil/x")]
    [InlineData("docker.io/*", "docker.io/evil/x")]
    [InlineData("alpine*", "evil/alpinex")]
    [InlineData("alpine:3.22", "alpine:3.22.1")]
    [InlineData("alpine:3.22", "alpine")]
    [InlineData("alpine:3.*", "alpine:31")]
    [InlineData("alpine:3.22", "alpine:3.22@" + E)]
    [InlineData("alpine:3.*", "alpine:3.22@" + E)]
    [InlineData("alpine:3.22@" + D, "alpine:3.22")]
    [InlineData("alpine:3.22@" + D, "alpine:3.22@" + E)]
    [InlineData("localhost:5000/x", "localhost:5001/x")]
    [InlineData("localhost:5000/x", "localhost/x")]
    [InlineData("ghcr.io/acme/x", "GHCR.IO/acme/x")]
    public void Entry_IsNotFooledByWhatOnlyLooksAlike(string entry, string image) => Allows(entry, image).ShouldBeFalse();

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("*", "it would allow everything; to allow every image leave `allow` empty, to allow a registry write ghcr.io/**")]
    [InlineData("**", "it would allow everything; to allow every image leave `allow` empty, to allow a registry write ghcr.io/**")]
    [InlineData("*/base", "a star cannot stand before the first slash; name the registry, for example docker.io/acme/*")]
    [InlineData("*.acme.com/base", "a star cannot stand before the first slash; name the registry, for example docker.io/acme/*")]
    [InlineData("ghcr.io/**/base", "** can only be the last part, as in ghcr.io/acme/**")]
    [InlineData("ghcr.io/acme**", "** can only be the last part, as in ghcr.io/acme/**")]
    [InlineData("ghcr.io/acme/**:1", "** can only be the last part, as in ghcr.io/acme/**")]
    [InlineData("ghcr.io/acme/", "it ends with a slash; write ghcr.io/acme/* for its images, or ghcr.io/acme/** for those at any depth")]
    [InlineData("ghcr.io", "it names a registry without a repository; write ghcr.io/** for all of its images")]
    [InlineData("alpine@sha256:*", "a star cannot stand in a digest; leave the digest out to allow any")]
    [InlineData("alpine@sha256:abc", "the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits")]
    [InlineData("ghcr.io/Acme/x", "a repository name is lower case")]
    [InlineData("https://ghcr.io/acme", "\"https:\" is not a registry")]
    [InlineData("alpine 3", "\"library/alpine 3\" is not a repository name")]
    public void Entry_ThatCouldNotMeanWhatItSays_IsAConfigurationError(string entry, string reason) =>
        Should.Throw<UsageException>(() => new BaseImageAllowlistGate(new BaseImageAllowlistOptions { Allow = ["alpine", entry] }))
            .Message.ShouldBe($"base-image-allowlist: the `allow` entry \"{entry}\" is not valid: {reason}.");

    [Fact]
    public void Platform_ThatIsNone_IsAConfigurationError() =>
        Should.Throw<UsageException>(() => new BaseImageAllowlistGate(new BaseImageAllowlistOptions { Platforms = ["arm64"] }))
            .Message.ShouldBe("base-image-allowlist: \"arm64\" in `platforms` is not a platform; write os/architecture, for example linux/arm64.");

    [Theory]
    [InlineData("evil/base:1", "ghcr.io/acme/base")]
    [InlineData("alpine:3.9", "alpine:3.22")]
    [InlineData("ghcr.io/acme/bse", "ghcr.io/acme/base")]
    [InlineData("quay.io/someone/entirely/different", null)]
    public void Closest_IsWhatTheAuthorMayHaveMeant(string image, string? closest) =>
        new AllowList(["ghcr.io/acme/base", "alpine:3.22", "ghcr.io/acme/tools/*"]).Closest(ImageReference.Parse(image))?.Written.ShouldBe(closest);

    [Fact]
    public void Wildcard_OnHostileText_TakesItsTimeInProportion() =>
        Wildcard.Matches(string.Concat(Enumerable.Repeat("a*", 100)) + "b", new string('a', 1_000)).ShouldBeFalse();

    private static bool Allows(string entry, string image) => new AllowList([entry]).Find(ImageReference.Parse(image)) is not null;
}
