using System.Text;
using Gates.Attestation;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Statements;

public sealed class DisclosureFileTests
{
    [Fact]
    public void File_ReadBack_ShowsWhatWasCommittedTo()
    {
        var commitments = new Commitments(count => new byte[count]);
        var digest = commitments.To("login", "Zoë \"Z\"");
        var opening = DisclosureFile.Read(commitments.ToBytes(), "d.json").ShouldHaveSingleItem();
        (opening.Disclosure.Digest, opening.Name, opening.Value).ShouldBe((digest, "login", "Zoë \"Z\""));
    }

    [Theory]
    [InlineData("""{"version":2,"disclosures":{}}""", "d.json: version: 1 is wanted")]
    [InlineData("""{"version":1,"disclosures":{"abc":"WyJhIl0"}}""", "d.json: disclosures.abc: does not open this commitment")]
    [InlineData("[]", "d.json: the document is not an object")]
    public void File_OfAnotherKind_IsRefused(string text, string message) =>
        Should.Throw<EvidenceFormatException>(() => DisclosureFile.Read(Encoding.UTF8.GetBytes(text), "d.json")).Message.ShouldStartWith(message);
}
