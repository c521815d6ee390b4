using System.Security.Cryptography;
using Runner.Tests.Attestation.Sigstore;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Signing;

/// <summary>Whatever a service answers, nothing is kept that readers would not take, and nothing secret is told.</summary>
public sealed class HostileServicesTests
{
    private const string NotKept = "what the signing services gave does not hold by ROOT, and is not kept: ";

    [Fact]
    public async Task Certificate_ForAnotherKey_IsRefusedBeforeAnythingIsLogged()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { CertifiedKey = other });

        (await bench.SignAsync(bench.Request())).ShouldBe("the certificate authority at HOST: it certified another key");
        bench.Services.Verify("identity", "identity", "certificate");
    }

    [Fact]
    public async Task Certificate_ForSomebodyElse_IsRefused()
    {
        const string evil = "https://github.com/evil/app/.github/workflows/a.yml@refs/heads/x";
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { Certified = evil });

        (await bench.SignAsync(bench.Request())).ShouldBe(
            $"the certificate authority at HOST: it certified {evil}, for whom "
            + $"{TestCertificates.Issuer} vouches; this job is {TestCertificates.Identity} of {TestCertificates.Issuer}");
    }

    [Fact]
    public async Task Certificate_Expired_IsRefused()
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { CertificateAge = TimeSpan.FromHours(1) });

        (await bench.SignAsync(bench.Request())).ShouldStartWith(NotKept + "at 2026-11-22T12:00:00Z, when it was signed, its certificate "
            + "(2026-11-22T11:00:00Z to 2026-11-22T11:10:00Z) does not hold");
    }

    [Fact]
    public async Task Certificate_WithATimestampBesideIt_IsRefused()
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { IsDetached = true });

        (await bench.SignAsync(bench.Request())).ShouldBe(
            "the certificate authority at HOST: it gives the timestamp of its certificate log beside the certificate, where a bundle cannot carry it; let it "
            + "embed the timestamp");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Log_OfOtherContent_IsRefused(int rekor)
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { Logged = [1, 2, 3] });

        (await bench.SignAsync(bench.Request(rekor))).ShouldBe(NotKept + "the log's entry records other content");
    }

    [Fact]
    public async Task Stamp_OfAnotherSignature_IsRefused()
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { Stamped = SHA256.HashData([1]) });

        (await bench.SignAsync(bench.Request())).ShouldStartWith("the timestamp authority at HOST: its answer is not a timestamp of this signature: ");
        bench.Services.Verify("identity", "identity", "certificate", "stamp");
    }

    [Fact]
    public async Task Services_OfAnotherInstance_AreRefused()
    {
        using var bench = new SigningBench();
        using var other = new TestInstance();
        bench.RootFile = bench.Write("other_root.json", other.TrustedRoot().ToJsonString());

        (await bench.SignAsync(bench.Request())).ShouldStartWith(NotKept + "nothing proves when it was signed");
    }

    [Theory]
    [InlineData("identity", "GitHub's identity service")]
    [InlineData("certificate", "the certificate authority")]
    [InlineData("stamp", "the timestamp authority")]
    [InlineData("log", "the signature log")]
    public async Task Service_ThatFails_IsNamedAndNoTokenIsTold(string service, string name)
    {
        using var bench = new SigningBench();
        bench.Services.Before[service] = new Queue<int>([500, 500, 500, 500]);
        var said = await bench.SignAsync(bench.Request());
        said.ShouldStartWith($"{name} at HOST: it answered 500: not now, ");
        said.ShouldNotContain(TestSigstore.Bearer);
        said.ShouldNotContain("eyJhbGci");

        bench.Services.Before[service] = new Queue<int>([TestSigstore.Huge]);
        (await bench.SignAsync(bench.Request())).ShouldBe($"{name} at HOST: it answers with more than 4 MiB");

        bench.Services.Before[service] = new Queue<int>([302]);
        (await bench.SignAsync(bench.Request())).ShouldBe($"{name} at HOST: it answered 302 with a redirect, which is not followed; give its own address");

        bench.Services.Before[service] = new Queue<int>([403]);
        (await bench.SignAsync(bench.Request())).ShouldStartWith($"{name} at HOST: it answered 403: not now, ");
    }

    [Fact]
    public async Task Service_ThatNeverAnswers_IsGivenUp()
    {
        using var bench = new SigningBench(clock: new ImpatientTime(TimeSpan.FromDays(1)));
        bench.Services.Before["identity"] = new Queue<int>([TestSigstore.Hang, TestSigstore.Hang, TestSigstore.Hang, TestSigstore.Hang]);

        (await bench.SignAsync(bench.Request())).ShouldBe("GitHub's identity service at HOST: it did not answer within 2.3 s");
    }

    [Fact]
    public async Task Stub_CallOfNoService_IsASurprise()
    {
        using var bench = new SigningBench();
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(bench.Services.Address + "/elsewhere"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);

        Should.Throw<InvalidOperationException>(() => bench.Services.Verify()).Message.ShouldContain("nothing of Sigstore is there");
    }
}
