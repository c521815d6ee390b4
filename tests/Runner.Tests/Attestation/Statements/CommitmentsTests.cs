using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Statements;

public sealed class CommitmentsTests
{
    /// <summary>RFC 9901 §4.2.3.</summary>
    [Fact]
    public void DigestOf_ExampleOfTheRfc_IsTheSame() =>
        Commitments.DigestOf("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0").ShouldBe("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");

    [Fact]
    public void To_DisclosureOpensIt()
    {
        var commitments = new Commitments(count => Encoding.ASCII.GetBytes(new string('s', count)));
        var digest = commitments.To("owner", "@acme/pay\u00f6ments");
        var disclosure = commitments.Disclosures.ShouldHaveSingleItem();
        Commitments.DigestOf(disclosure.Text).ShouldBe(digest);
        JsonSerializer.Deserialize<string[]>(
            Base64Url.DecodeFromChars(disclosure.Text)).ShouldBe([Base64Url.EncodeToString("ssssssssssssssss"u8), "owner", "@acme/pay\u00f6ments"]);
        JsonDocument.Parse(commitments.ToBytes()).RootElement.GetProperty("disclosures").GetProperty(digest).GetString().ShouldBe(disclosure.Text);
    }

    [Fact]
    public void To_SamePersonInOneRun_IsOneCommitmentAndAnotherInTheNext()
    {
        byte salt = 0;
        var commitments = new Commitments(count => [.. Enumerable.Repeat(salt++, count)]);
        var first = commitments.To("owner", "@acme/a");
        commitments.To("owner", "@acme/a").ShouldBe(first);
        commitments.To("actor", "@acme/a").ShouldNotBe(first);
        new Commitments(count => [.. Enumerable.Repeat(salt++, count)]).To("owner", "@acme/a").ShouldNotBe(first);
    }
}
