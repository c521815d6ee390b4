using Gates.Doors.Registry;
using Gates.Formats.Dockerfiles;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Registry;

public sealed class RegistryClientTests : IDisposable
{
    private const string Index = "Content-Type: " + SampleImage.Index;
    private const string OneImage = "Content-Type: " + SampleImage.Manifest;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly string Config = SampleImage.Config("linux/amd64", ["a", "b"], """{"io.acme.sbom":"present"}""");
    private static readonly string Image = SampleImage.Image(Config);
    private static readonly string Other = SampleImage.Image(SampleImage.Config("linux/arm64", ["c"]));

    private readonly StrictServer server = new();
    private readonly RegistryClient client = new(RegistryLogins.None, null, new ImpatientTime(new RegistryLimits().Timeout));

    private ImageReference Shop => ImageReference.Parse(server.Authority + "/acme/shop:1.4");

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task ATag_ComesToTheDigestOfWhatWasSent_WithAllPlatforms()
    {
        var list = SampleImage.List(SampleImage.ForPlatform(Image, "linux/amd64"), SampleImage.ForPlatform(Other, "linux/arm64"));
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, list, Index, "Docker-Content-Digest: " + SampleImage.DigestOf(list));
        var manifest = await client.FetchAsync(Shop, Token);
        (manifest.Digest, manifest.IsIndex).ShouldBe((SampleImage.DigestOf(list), true));
        manifest.Manifests.Select(one => (one.Platform, one.Digest))
            .ShouldBe([("linux/amd64", SampleImage.DigestOf(Image)), ("linux/arm64", SampleImage.DigestOf(Other))]);
        server.Heads[0].ShouldContain($"Accept: {SampleImage.Index}, ");
        server.Heads[0].ShouldNotContain("Authorization");
        server.Verify();
    }

    [Fact]
    public async Task AConfiguration_IsRead()
    {
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, Image, OneImage)
            .Expect("GET /v2/acme/shop/blobs/" + SampleImage.DigestOf(Config), 200, Config);
        var manifest = await client.FetchAsync(Shop, Token);
        var configuration = await client.FetchConfigurationAsync(Shop, manifest.Config!, Token);
        (configuration.Platform, configuration.Created, configuration.User).ShouldBe(("linux/amd64", "2026-01-02T03:04:05Z", "1000"));
        configuration.Layers.ShouldBe([SampleImage.DigestOf("a"), SampleImage.DigestOf("b")]);
        configuration.Labels.ShouldBe([new("io.acme.sbom", "present")]);
        configuration.History.ShouldBe([("COPY . /", false), ("USER 1000", true)]);
        server.Verify();
    }

    [Fact]
    public async Task AHeaderThatNamesAnotherDigest_IsALie()
    {
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, Image, OneImage, "Docker-Content-Digest: " + SampleImage.DigestOf("other"));
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        (e.Fault, e.Message).ShouldBe((
            RegistryFault.Lies,
            $"{server.Authority}/acme/shop:1.4: the registry {server.Authority}: its answer has the digest {SampleImage.DigestOf(Image)}, and its header says "
                + $"{SampleImage.DigestOf("other")}; the registry, or somebody before it, lies"));
    }

    [Fact]
    public async Task AnotherImageThanTheDigestThatWasAskedFor_IsALie()
    {
        var asked = Shop with { Digest = SampleImage.DigestOf(Image) };
        server.Expect("GET /v2/acme/shop/manifests/" + asked.Digest, 200, Other, OneImage, "Docker-Content-Digest: " + asked.Digest);
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(asked, Token))).Fault.ShouldBe(RegistryFault.Lies);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task APartThatIsNotWhatItsListSays_IsALie(int longer)
    {
        var part = new Descriptor(SampleImage.Manifest, SampleImage.DigestOf(longer == 0 ? Image : Other), Other.Length + longer);
        server.Expect("GET /v2/acme/shop/manifests/" + part.Digest, 200, Other, OneImage);
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, part, Token))).Fault.ShouldBe(RegistryFault.Lies);
    }

    [Fact]
    public async Task AConfigurationWithAnotherDigest_IsALie()
    {
        var other = Config.Replace("present", "missing", StringComparison.Ordinal);
        var config = new Descriptor(SampleImage.Configuration, SampleImage.DigestOf(Config), other.Length);
        server.Expect("GET /v2/acme/shop/blobs/" + config.Digest, 200, other);
        (await Should.ThrowAsync<RegistryException>(() => client.FetchConfigurationAsync(Shop, config, Token))).Fault.ShouldBe(RegistryFault.Lies);
    }

    [Theory]
    [InlineData("{", "it is no JSON")]
    [InlineData("[]", "it is no object")]
    [InlineData("""{"schemaVersion":1,"fsLayers":[]}""", "it is of Docker's first format")]
    [InlineData("""{"schemaVersion":2,"manifests":[],"config":{"digest":"sha256:1","size":1}}""", "it is not clearly one image or one list of images")]
    [InlineData("""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","manifests":[]}""", "it is not clearly one image")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"digest":"../../x","size":1}]}""", "it names content by something that is no sha256")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"digest":"sha256:1"}]}""", "it names content without a size")]
    [InlineData("""{"schemaVersion":2,"manifests":{}}""", "its `manifests` is no list")]
    public async Task WhatIsNoImage_IsSaid(string body, string why)
    {
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, body, "Content-Type: application/json");
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        e.Fault.ShouldBe(RegistryFault.Unsupported);
        e.Message.ShouldContain("what it has cannot be used: " + why);
    }

    [Fact]
    public async Task AnImageThatIsReadAsAListByItsHeader_IsNeither()
    {
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, Image, Index);
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token))).Fault.ShouldBe(RegistryFault.Unsupported);
    }

    [Fact]
    public async Task WhatIsTooLong_IsNotReadToItsEnd()
    {
        using var brief = new RegistryClient(RegistryLogins.None, null, TimeProvider.System, limits: new RegistryLimits { MaxManifest = 100, MaxBlob = 50 });
        server.Expect("GET /v2/acme/shop/manifests/1.4", 200, Image, OneImage);
        (await Should.ThrowAsync<RegistryException>(() => brief.FetchAsync(Shop, Token))).Fault.ShouldBe(RegistryFault.TooLarge);

        // A blob that says so itself is not asked for.
        var config = new Descriptor(SampleImage.Configuration, SampleImage.DigestOf(Config), 51);
        (await Should.ThrowAsync<RegistryException>(() => brief.FetchConfigurationAsync(Shop, config, Token))).Fault.ShouldBe(RegistryFault.TooLarge);
        server.Verify();
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaid()
    {
        server.Expect("GET /v2/acme/shop/manifests/1.4", 404, "{}").Expect("GET /v2/acme/shop/manifests/1.4", 404, "{}");
        (await client.FindAsync(Shop, Token)).ShouldBeNull();
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token))).Message
            .ShouldBe($"{Shop}: the registry {server.Authority}: it has no such image, or shows it only to those who log in");
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("shop/../../x")]
    [InlineData("Shop")]
    public async Task WhatIsNoName_IsNotSent(string path)
    {
        await Should.ThrowAsync<FormatException>(() => client.FetchAsync(new ImageReference(server.Authority, path, "1", null), Token));
        server.Heads.ShouldBeEmpty();
    }
}
