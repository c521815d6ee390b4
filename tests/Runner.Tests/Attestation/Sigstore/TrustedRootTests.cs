using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation;
using Gates.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

public sealed class TrustedRootTests : IDisposable
{
    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Fact]
    public void Read_WholeRoot_KnowsAuthoritiesLogsAndTimes()
    {
        var root = instance.Roots().All.ShouldHaveSingleItem();

        root.CertificateAuthorities.ShouldHaveSingleItem().Validity.ToString().ShouldBe("from 2026-01-01T00:00:00Z");
        root.SignatureLogs.Select(log => log.Host).ShouldBe(["rekor.example.com", "log.example.com"]);
        root.TimestampAuthorities.ShouldHaveSingleItem().Signer.ShouldNotBeNull();
    }

    [Fact]
    public void Read_LogWithAKeyOfAnUnknownKind_SpoilsNothingElse()
    {
        var roots = instance.Roots(root => root["tlogs"]![1]!["publicKey"]!["keyDetails"] = "ML_DSA_65");

        roots.All[0].SignatureLogs[1].Problem.ShouldBe("`ML_DSA_65` is not an algorithm that is known, or not the key's");
        TestBundle.Judge(new TestBundle(instance).Text, roots).ShouldStartWith("signed by");
    }

    [Theory]
    [InlineData("mediaType", "\"x\"", "trusted_root.json: mediaType: `x` is not a trusted root of Sigstore "
        + "(application/vnd.dev.sigstore.trustedroot+json;version=0.1)")]
    [InlineData("certificateAuthorities", "[{\"certChain\":{\"certificates\":[]}}]", "trusted_root.json: certificateAuthorities[0].certChain.certificates: is empty")]
    [InlineData("tlogs", "{}", "trusted_root.json: tlogs: a list is wanted")]
    public void Read_OtherForm_IsRefused(string key, string value, string reason) =>
        Should.Throw<EvidenceFormatException>(() => instance.Roots(root => root[key] = JsonNode.Parse(value))).Message.ShouldBe(reason);

    [Fact]
    public void Read_ChainThatEndsWithoutARoot_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => instance.Roots(root => root["certificateAuthorities"]![0]!["certChain"]!["certificates"]!.AsArray().RemoveAt(1)))
            .Message.ShouldBe("trusted_root.json: certificateAuthorities[0].certChain.certificates: the last, CN=Test Issuer, is not signed by "
                + "itself; a chain ends with its root");

    [Fact]
    public void Read_RootThatProvesNoTime_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => instance.Roots(root =>
        {
            root.Remove("tlogs");
            root.Remove("timestampAuthorities");
        })).Message.ShouldContain("names neither a signature log nor a timestamp authority");

    [Fact]
    public void Read_Lines_AreSeveralRootsAndNamedByLine()
    {
        var line = instance.TrustedRoot().ToJsonString();

        TrustedRoots.Read(Encoding.UTF8.GetBytes($"{line}\n{line}\n"), "roots.jsonl").All.Select(root => root.Source).ShouldBe(["roots.jsonl:1", "roots.jsonl:2"]);
        Should.Throw<EvidenceFormatException>(() => TrustedRoots.Read(Encoding.UTF8.GetBytes($"{line}\n{{}}\n"), "roots.jsonl")).Message.ShouldStartWith("roots.jsonl:2: mediaType");
    }
}
