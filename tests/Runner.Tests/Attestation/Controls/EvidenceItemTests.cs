using Gates.Attestation.Controls;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls;

public sealed class EvidenceItemTests
{
    private static readonly EvidenceItem Item = EvidenceFolder.Read(new MemoryStream("app"u8.ToArray()), "app.tgz");

    [Fact]
    public void Subject_ThatSharesADigest_IsTheFileInEitherCaseOfItsDigits()
    {
        Item.IsOf(Of("sha256", Item.Sha256)).ShouldBeTrue();
        Item.IsOf(Of("sha256", Item.Sha256.ToUpperInvariant())).ShouldBeTrue();
        Item.IsOf(Of("sha512", Item.Sha512)).ShouldBeTrue();
    }

    [Fact]
    public void Subject_WithAnotherDigestOrNoneThatIsKnown_IsNotTheFile()
    {
        Item.IsOf(Of("sha256", Item.Sha256[1..] + "0")).ShouldBeFalse();
        Item.IsOf(Of("sha1", Item.Sha256)).ShouldBeFalse();
    }

    private static Subject Of(string algorithm, string digest) =>
        new("app.tgz", new Dictionary<string, string>(StringComparer.Ordinal) { [algorithm] = digest });
}
