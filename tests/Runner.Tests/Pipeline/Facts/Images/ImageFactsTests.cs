using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Images;

public sealed class ImageFactsTests : IDisposable
{
    private const string Amd64 = "linux/amd64";
    private const string Arm64 = "linux/arm64";
    private const string Spdx = ",\"annotations\":{\"in-toto.io/predicate-type\":\"https://spdx.dev/Document\"}";
    private const string Slsa = ",\"annotations\":{\"in-toto.io/predicate-type\":\"https://slsa.dev/provenance/v1\"}";

    private readonly MemoryRegistry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public async Task AnImage_IsDescribedByPlatform()
    {
        var amd = registry.PushImage("ghcr.io/acme/shop", null, Amd64, ["base", "app"], """{"io.acme.sbom":"present","arch":"amd"}""");
        var arm = registry.PushImage("ghcr.io/acme/shop", null, Arm64, ["arm-base"], """{"io.acme.sbom":"present","arch":"arm"}""");
        var digest = registry.Push("ghcr.io/acme/shop", "1.4", SampleImage.List(SampleImage.ForPlatform(amd, Amd64), SampleImage.ForPlatform(arm, Arm64)));
        var image = (await FactsAsync("ghcr.io/acme/shop:1.4"))[0];

        image.Json("image", "digest", "labels", "artifactType", "sbomAttached", "signaturePresentUnverified", "attached", "places").ShouldBe(
            $$"""
            "ghcr.io/acme/shop:1.4" "{{digest}}" {"io.acme.sbom":"present"} null false false [] []
            """);
        image.GetProperty("platforms")[0].Json("platform", "digest", "created", "user", "labels").ShouldBe(
            $$"""
            "linux/amd64" "{{SampleImage.DigestOf(amd)}}" "2026-01-02T03:04:05Z" "1000" {"arch":"amd","io.acme.sbom":"present"}
            """);
        image.GetProperty("platforms")[0].Json("layers").ShouldBe($"[\"{SampleImage.DigestOf("base")}\",\"{SampleImage.DigestOf("app")}\"]");
        image.GetProperty("platforms")[1].Json("platform").ShouldBe("\"linux/arm64\"");
    }

    [Fact]
    public async Task ABuiltImage_IsBasedOnThatWhoseLayersComeFirst()
    {
        registry.PushImage("registry-1.docker.io/library/alpine", "3.22", Amd64, ["base"]);
        registry.PushImage("ghcr.io/acme/other", "1", Amd64, ["another"]);
        registry.PushImage("ghcr.io/acme/arm", "1", Arm64, ["base"]);
        registry.PushImage("ghcr.io/acme/shop", "1", Amd64, ["base", "app"]);
        var facts = await FactsAsync("alpine:3.22", "ghcr.io/acme/other:1", "ghcr.io/acme/arm:1", "ghcr.io/acme/shop:1");
        facts[3].GetProperty("platforms")[0].Json("basedOn").ShouldBe("[\"docker.io/library/alpine:3.22\"]");
        facts[0].GetProperty("platforms")[0].Json("basedOn").ShouldBe("[]", "nothing is based on itself, nor on what is built on it");
    }

    [Fact]
    public async Task WhatBuildKitAddsToAnIndex_IsAttached_AndNoPlatform()
    {
        var image = registry.PushImage("ghcr.io/acme/shop", null, Amd64, ["a"]);
        var statement = SampleImage.Image(
            "{}", SampleImage.Descriptor("application/vnd.in-toto+json", "s", Spdx) + "," + SampleImage.Descriptor("application/vnd.in-toto+json", "p", Slsa));
        registry.Push("ghcr.io/acme/shop", null, statement);
        var mark = ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\","
            + $"\"vnd.docker.reference.digest\":\"{SampleImage.DigestOf(image)}\"}}";
        registry.Push(
            "ghcr.io/acme/shop", "1", SampleImage.List(SampleImage.ForPlatform(image, Amd64), SampleImage.Descriptor(SampleImage.Manifest, statement, mark)));
        var fact = (await FactsAsync("ghcr.io/acme/shop:1"))[0];
        fact.Json("sbomAttached", "provenanceAttached", "signaturePresentUnverified").ShouldBe("true true false");
        fact.GetProperty("platforms").GetArrayLength().ShouldBe(1);
        fact.GetProperty("attached")[0].Json("kind", "type", "digest", "to", "by").ShouldBe(
            $"\"sbom\" \"https://spdx.dev/Document\" \"{SampleImage.DigestOf("s")}\" \"{SampleImage.DigestOf(image)}\" \"buildkit\"");
    }

    [Fact]
    public async Task Cosigns_TagsAreLookedFor()
    {
        var digest = SampleImage.DigestOf(registry.PushImage("ghcr.io/acme/shop", "1", Amd64, ["a"]));
        var tag = digest.Replace(':', '-');
        registry.Push(
            "ghcr.io/acme/shop", tag + ".sig", SampleImage.Image("{}", SampleImage.Descriptor("application/vnd.dev.cosign.simplesigning.v1+json", "sig")));
        registry.Push("ghcr.io/acme/shop", tag + ".att", SampleImage.Image(
            "{}", SampleImage.Descriptor("application/vnd.dsse.envelope.v1+json", "att",
                ",\"annotations\":{\"predicateType\":\"https://slsa.dev/provenance/v0.2\"}")));
        registry.Push("ghcr.io/acme/shop", tag + ".sbom", SampleImage.Image("{}", SampleImage.Descriptor("text/plain", "bill")));
        var fact = (await FactsAsync("ghcr.io/acme/shop:1"))[0];
        fact.Json("sbomAttached", "provenanceAttached", "signaturePresentUnverified").ShouldBe("true true true");
        fact.GetProperty("attached").EnumerateArray().Select(one => one.Json("kind", "by"))
            .ShouldBe(["\"signature\" \"cosign-tag\"", "\"provenance\" \"cosign-tag\"", "\"sbom\" \"cosign-tag\""]);
    }

    [Theory]
    [InlineData("application/spdx+json", "", "sbom")]
    [InlineData("application/vnd.cyclonedx+json", "", "sbom")]
    [InlineData("application/vnd.cncf.notary.signature", "", "signature")]
    [InlineData("application/vnd.dev.cosign.artifact.sig.v1+json", "", "signature")]
    [InlineData("application/vnd.dev.sigstore.bundle.v0.3+json", "\"dev.sigstore.bundle.predicateType\":\"https://sigstore.dev/cosign/sign/v1\"", "signature")]
    [InlineData("application/vnd.dev.sigstore.bundle.v0.3+json", "\"dev.sigstore.bundle.content\":\"message-signature\"", "signature")]
    [InlineData("application/vnd.dev.sigstore.bundle.v0.3+json", "\"dev.sigstore.bundle.predicateType\":\"https://cyclonedx.org/bom\"", "sbom")]
    [InlineData("application/vnd.dev.sigstore.bundle.v0.3+json", "\"dev.sigstore.bundle.predicateType\":\"https://slsa.dev/provenance/v1\"", "provenance")]
    [InlineData("application/vnd.example", "", "other")]
    public async Task AReferrer_IsWhatItsTypeSays(string type, string annotations, string kind)
    {
        var digest = SampleImage.DigestOf(registry.PushImage("ghcr.io/acme/shop", "1", Amd64, ["a"]));
        registry.PushReferrers(
            "ghcr.io/acme/shop", digest, SampleImage.Descriptor(SampleImage.Manifest, "r", $",\"artifactType\":\"{type}\",\"annotations\":{{{annotations}}}"));
        var fact = (await FactsAsync("ghcr.io/acme/shop:1"))[0];
        fact.GetProperty("attached")[0].Json("kind", "by").ShouldBe($"\"{kind}\" \"referrer\"");
    }

    [Fact]
    public async Task WhatIsNoContainerImage_SaysSo()
    {
        registry.Push("ghcr.io/acme/chart", "1", SampleImage.Image("{}").Replace(
            SampleImage.Configuration, "application/vnd.cncf.helm.config.v1+json", StringComparison.Ordinal));
        (await FactsAsync("ghcr.io/acme/chart:1"))[0].Json("platforms", "artifactType").ShouldBe("[] \"application/vnd.cncf.helm.config.v1+json\"");
    }

    [Fact]
    public async Task WhatDockerfilesPull_HasItsPlaces()
    {
        registry.PushImage("ghcr.io/acme/base", "1", Amd64, ["a"]);
        var tree = new MemoryTree(
            ("a/Dockerfile", "FROM ghcr.io/acme/base:1 AS one\nFROM one\nFROM scratch\n"),
                ("b/Dockerfile", "FROM ghcr.io/acme/base:1\n"), ("c/Dockerfile", "FROM x:1\n"));
        var facts = await FactsAsync(tree, "./[ab]/Dockerfile");
        facts.GetArrayLength().ShouldBe(1);
        facts[0].Json("places").ShouldBe("""[{"path":"a/Dockerfile","line":1},{"path":"b/Dockerfile","line":1}]""");
    }

    [Fact]
    public async Task AnImageThatNobodyKnows_IsSaid()
    {
        registry.PushImage("ghcr.io/acme/base", "1", Amd64, ["a"]);
        var gate = Gate("./Dockerfile");
        var context = new GateContext(new MemoryTree(("Dockerfile", "ARG X\nFROM ghcr.io/acme/base:1\nFROM $X\n")), ChangeSet.None, default);
        await gate.InspectAsync(context, CancellationToken.None);
        context.Coverage.Summary()!.LeftOut.ShouldContain(one => one.Reason == UnseenReasons.Unreadable && one.Paths.Contains("Dockerfile:3"));
    }

    [Theory]
    [InlineData(true, "no answer: Connection refused")]
    [InlineData(false, "it has no such image")]
    public async Task WhatCannotBeHad_IsNeverEmpty(bool isDown, string why)
    {
        registry.IsDown = isDown;
        var e = await Should.ThrowAsync<EvaluationException>(() => FactsAsync("ghcr.io/acme/shop:1"));
        e.Message.ShouldStartWith("`images` facts could not be had: ghcr.io/acme/shop:1: the registry ghcr.io: " + why);
    }

    [Fact]
    public async Task TheBase_IsJudgedByWhatWasSeenForTheHead()
    {
        registry.PushImage("ghcr.io/acme/shop", "1", Amd64, ["a"]);
        var gate = Gate("ghcr.io/acme/shop:1");
        var head = await gate.InspectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default), CancellationToken.None);
        registry.IsDown = true;
        var before = await gate.InspectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default), CancellationToken.None);
        before.Facts.GetRawText().ShouldBe(head.Facts.GetRawText());
    }

    [Theory]
    [InlineData("Shop:1", "facts.images: \"Shop:1\" is no image: a repository name is lower case; write for example ghcr.io/acme/shop:1.4, or ./**/Dockerfile")]
    [InlineData("./a[", "facts.images: \"./a[\" is no glob of Dockerfiles")]
    public void WhatIsNeitherImageNorGlob_IsRefused(string asked, string why) => Should.Throw<UsageException>(() => Gate(asked)).Message.ShouldStartWith(why);

    [Fact]
    public void ItAsksServers() => Gate("ghcr.io/acme/shop:1").ReachesOut.ShouldBeTrue();

    private FactsGate Gate(params string[] asked) => new(
        new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["images"] = asked }),
        new GateServices(new ImpatientTime(TimeSpan.FromSeconds(30))) { Http = registry, Variables = _ => null });

    private Task<JsonElement> FactsAsync(params string[] asked) => FactsAsync(new MemoryTree(), asked);

    private async Task<JsonElement> FactsAsync(MemoryTree tree, params string[] asked) =>
        (await Gate(asked).InspectAsync(new GateContext(tree, ChangeSet.None, default), CancellationToken.None)).Facts.GetProperty("images");
}
