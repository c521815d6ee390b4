using Gates.Attestation.Sigstore;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>What our verifier says of a bundle is held against what sigstore-js says.</summary>
public sealed class OutsideJudgeTests : IDisposable
{
    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Theory]
    [InlineData(1, "dsse", "0.0.1", false)]
    [InlineData(2, "intoto", "0.0.2", false)]
    [InlineData(3, "dsse", "0.0.1", false)]
    [InlineData(3, "dsse", "0.0.1", true)]
    [InlineData(3, "dsse", "0.0.2", true)]
    public void Verify_BundleOfOurInstance_IsTakenBySigstoreToo(int bundle, string kind, string version, bool isTimestamped)
    {
        var text = new TestBundle(instance) { Version = bundle, Entry = (kind, version), IsTimestamped = isTimestamped }.Text;

        TestBundle.Judge(text, instance.Roots()).ShouldBe("signed by " + TestCertificates.Identity);
        Sigstore(text).ShouldBe($"verified {TestCertificates.Identity}\n");
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("signature")]
    [InlineData("proof hash")]
    [InlineData("checkpoint text")]
    [InlineData("promise")]
    [InlineData("time")]
    [InlineData("entry of another")]
    [InlineData("two signatures")]
    public void Verify_Mutation_IsRefusedBySigstoreToo(string mutation)
    {
        var json = new TestBundle(instance).Json();
        BundleMutations.Apply(mutation, json, new TestBundle(instance).Json());

        TestBundle.Judge(json.ToJsonString(), instance.Roots()).ShouldNotStartWith("signed by");
        Sigstore(json.ToJsonString()).ShouldStartWith("refused");
    }

    private string Sigstore(string bundle)
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        using var folder = new TempFolder();
        return ExternalProgram.Run(
            "node",
            [Path.Combine(ToolPackages.Folder, "verify-keyless.mjs"), folder.Write("b.json", bundle), folder.Write("root.json", instance.TrustedRoot().ToJsonString())]).Output;
    }
}
