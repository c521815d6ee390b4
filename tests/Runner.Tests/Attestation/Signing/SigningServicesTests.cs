using System.Text;
using Gates.Attestation;
using Gates.Attestation.Signing;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Signing;

/// <summary>Which services of a signing configuration are asked.</summary>
public sealed class SigningServicesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private const string Fulcio = """{"url":"https://fulcio.example","majorApiVersion":1,"validFor":{"start":"2026-01-01T00:00:00Z"},"operator":"a"}""";
    private const string Stamps = """{"url":"https://stamps.example/t","majorApiVersion":1,"validFor":{"start":"2026-01-01T00:00:00Z"},"operator":"a"}""";

    [Fact]
    public void Read_TakesTheNewestApiThenTheNewestServiceThatCounts()
    {
        var services = Read(
            ca: Fulcio + ""","""
                + """{"url":"https://new.example","majorApiVersion":1,"validFor":{"start":"2026-06-01T00:00:00Z"}},"""
                + """{"url":"https://future.example","majorApiVersion":1,"validFor":{"start":"2027-01-01T00:00:00Z"}},"""
                + """{"url":"https://strange.example","majorApiVersion":9}""",
            logs: Log("one", 1, "a") + "," + Log("two", 2, "a") + "," + Log("three", 3, "a"));

        services.Authority.ShouldBe(new Uri("https://new.example"));
        services.Logs.ShouldBe([(new Uri("https://two.example"), 2)]);
        services.TimestampAuthorities.ShouldBe([new Uri("https://stamps.example/t")]);
        services.PublicHost.ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"selector\":\"ALL\"}", 2)]
    [InlineData("{\"selector\":\"ANY\"}", 1)]
    [InlineData("{\"selector\":\"EXACT\",\"count\":2}", 2)]
    public void Read_AsManyAsTheSelectorAsksFor(string selector, int count) =>
        Read(logs: Log("one", 1, "a") + "," + Log("two", 1, "a") + "," + Log("three", 1, "b"), selector: selector).Logs.Count.ShouldBe(count);

    [Theory]
    [InlineData("{\"selector\":\"EXACT\",\"count\":3}", "c: rekorTlogConfig: asks for 3 services of different operators, and 2 count now")]
    [InlineData("{\"selector\":\"SOME\"}", "c: rekorTlogConfig: the selector `SOME` is none of ANY, ALL and EXACT")]
    public void Read_SelectorThatCannotBeMet_IsRefused(string selector, string message) =>
        Should.Throw<EvidenceFormatException>(() => Read(logs: Log("one", 1, "a") + "," + Log("three", 1, "b"), selector: selector)).Message.ShouldBe(message);

    [Fact]
    public void Read_WhatCannotSign_IsRefused()
    {
        Message(() => Read(ca: "")).ShouldBe("c: caUrls: no certificate authority that counts now, with version 1 of its API");
        Message(() => Read(stamps: "")).ShouldBe(
            "c: tsaUrls: neither a signature log nor a timestamp authority that counts now, so nothing would prove when anything is signed");
        Message(() => Read(logs: Log("two", 2, "a"), stamps: "")).ShouldBe(
            "c: tsaUrls: a log with version 2 of the API tells no time, and there is no timestamp authority that counts now");
        Message(() => Read(ca: Fulcio.Replace("https", "http", StringComparison.Ordinal))).ShouldBe(
            "c: caUrls[0].url: `http://fulcio.example` is not an https address, or one of this machine");
        Message(() => Read(ca: Fulcio.Replace("//", "//me:secret@", StringComparison.Ordinal))).ShouldContain("is not an https address");
        Message(() => SigningServices.Read("""{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}"""u8.ToArray(), "c", Now)).ShouldBe(
            "c: mediaType: `application/vnd.dev.sigstore.trustedroot+json;version=0.1` is not a signing configuration of Sigstore "
            + "(application/vnd.dev.sigstore.signingconfig.v0.2+json)");
    }

    [Theory]
    [InlineData("https://fulcio.sigstore.dev", true)]
    [InlineData("https://FULCIO.SIGSTORE.DEV", true)]
    [InlineData("https://fulcio.sigstage.dev", true)]
    [InlineData("https://notsigstore.dev", false)]
    [InlineData("https://fulcio.githubapp.com", false)]
    public void PublicHost_KnowsSigstoresOwn(string authority, bool isPublic) =>
        (Read(ca: Fulcio.Replace("https://fulcio.example", authority, StringComparison.Ordinal)).PublicHost is not null).ShouldBe(isPublic);

    private static string Message(Action act) => Should.Throw<EvidenceFormatException>(act).Message;

    private static string Log(string name, int version, string operatedBy) =>
        $$"""{"url":"https://{{name}}.example","majorApiVersion":{{version}},"validFor":{"start":"2026-01-01T00:00:00Z"},"operator":"{{operatedBy}}"}""";

    private static SigningServices Read(string ca = Fulcio, string logs = "", string stamps = Stamps, string selector = "{\"selector\":\"ANY\"}")
    {
        const string head = "{\"mediaType\":\"application/vnd.dev.sigstore.signingconfig.v0.2+json\",";
        var text = $"{head}\"caUrls\":[{ca}],\"rekorTlogUrls\":[{logs}],\"tsaUrls\":[{stamps}],\"rekorTlogConfig\":{selector}}}";
        return SigningServices.Read(Encoding.UTF8.GetBytes(text), "c", Now);
    }
}
