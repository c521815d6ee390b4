using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Signing;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Runner.Tests.Attestation.Sigstore;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Signing;

/// <summary>A job signs without a key; what comes of it is what the verifier and Sigstore's own take.</summary>
public sealed class KeylessSignerTests
{
    [Theory]
    [InlineData(1, true, "identity, identity, certificate, stamp, log")]
    [InlineData(1, false, "identity, identity, certificate, log")]
    [InlineData(2, true, "identity, identity, certificate, stamp, log")]
    public async Task Sign_BundleHolds(int rekor, bool isStamped, string calls)
    {
        using var bench = new SigningBench();

        var bundle = await bench.SignAsync(bench.Request(rekor, isStamped));

        TestBundle.Judge(bundle, bench.Instance.Roots()).ShouldBe("signed by " + TestCertificates.Identity);
        bench.Services.Verify(calls.Split(", "));
    }

    [Fact]
    public async Task Sign_InstanceWithoutLogs_HoldsByItsStamp()
    {
        using var bench = new SigningBench();
        var root = bench.Instance.TrustedRoot();
        root.Remove("tlogs");
        bench.RootFile = bench.Write("private_root.json", root.ToJsonString());

        var bundle = await bench.SignAsync(bench.Request(rekor: 0));

        JsonNode.Parse(bundle)!["verificationMaterial"]!["tlogEntries"].ShouldBeNull();
        bench.Services.Verify("identity", "identity", "certificate", "stamp");
    }

    /// <summary>
    /// sigstore-js 4.1.3 reads the entries of Rekor v1. Of v2 it expects the <c>dsse</c> entries that v2 has dropped since, so it is not asked about those.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sign_BundleIsTakenBySigstoreToo(bool isStamped)
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        using var bench = new SigningBench();

        var bundle = await bench.SignAsync(bench.Request(1, isStamped));

        var said = ExternalProgram.Run("node", [Path.Combine(ToolPackages.Folder, "verify-keyless.mjs"), bench.Write("b.json", bundle), bench.RootFile]);
        said.Output.ShouldBe($"verified {TestCertificates.Identity}\n");
    }

    [Fact]
    public async Task Sign_SeveralStatements_ShareOneCertificate()
    {
        using var bench = new SigningBench();
        using var signer = await bench.OpenAsync(bench.Request());
        signer!.KeyId.ShouldBe(TestCertificates.Identity);
        signer.PublicKey.ShouldBeNull();

        var first = await signer.SignAsync(SigningBench.Statement, CancellationToken.None);
        (await signer.SignAsync(SigningBench.Statement, CancellationToken.None)).ShouldBe(first, "others name it by its digest");
        await signer.SignAsync(Encoding.UTF8.GetBytes(TestBundle.Statement.Replace("\"app\"", "\"b\"", StringComparison.Ordinal)), CancellationToken.None);

        bench.Services.Verify("identity", "identity", "certificate", "stamp", "log", "stamp", "log");
    }

    [Fact]
    public async Task Sign_NearTheCertificatesEnd_AsksForAnother()
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { CertificateAge = TimeSpan.FromMinutes(9.5) });
        using var signer = await bench.OpenAsync(bench.Request());

        await signer!.SignAsync(SigningBench.Statement, CancellationToken.None);
        await signer.SignAsync(Encoding.UTF8.GetBytes(TestBundle.Statement.Replace("\"app\"", "\"b\"", StringComparison.Ordinal)), CancellationToken.None);

        bench.Services.Counts().ShouldBe("3 identity, 2 certificate, 2 stamp, 2 log");
    }

    [Fact]
    public async Task Sign_ServiceFailsForAMoment_IsAskedAgain()
    {
        using var bench = new SigningBench();
        bench.Services.Before["certificate"] = new Queue<int>([503, 500]);
        bench.Services.Before["log"] = new Queue<int>([429]);

        TestBundle.Judge(await bench.SignAsync(bench.Request()), bench.Instance.Roots()).ShouldBe("signed by " + TestCertificates.Identity);

        bench.Services.Verify("identity", "identity", "certificate", "certificate", "certificate", "stamp", "log", "log");
        bench.Time.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task Sign_LogHasItAlready_SignsAnew()
    {
        using var bench = new SigningBench();
        bench.Services.Before["log"] = new Queue<int>([409]);

        TestBundle.Judge(await bench.SignAsync(bench.Request(2)), bench.Instance.Roots()).ShouldBe("signed by " + TestCertificates.Identity);

        bench.Services.Verify("identity", "identity", "certificate", "stamp", "log", "stamp", "log");
    }

    [Theory]
    [InlineData("public", null, false)]
    [InlineData("private", null, true)]
    [InlineData("internal", null, true)]
    [InlineData(null, null, true)]
    [InlineData(null, false, false)]
    [InlineData("public", true, true)]
    [InlineData("private", false, true)]
    public async Task Open_PublicLogOfAPrivateRepository_IsRefusedUnlessAsked(string? visibility, bool? flag, bool isRefused)
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { Visibility = visibility });
        bench.Job = JobEnvironment.Outside with
        {
            Payload = flag switch
            {
                true => Gates.Attestation.Envelopes.EvidenceJson.ParseElement("""{"repository":{"private":true}}"""u8.ToArray(), "event"),
                false => Gates.Attestation.Envelopes.EvidenceJson.ParseElement("""{"repository":{"private":false}}"""u8.ToArray(), "event"),
                null => null,
            },
        };
        var config = JsonNode.Parse(bench.Services.Config())!;
        config["rekorTlogUrls"]![0]!["url"] = "https://log2025-1.rekor.sigstore.dev";
        var request = bench.Request(config: config.ToJsonString());

        async Task OpenAsync(SigningRequest asked) => (await bench.OpenAsync(asked))!.Dispose();
        if (isRefused)
        {
            (await Should.ThrowAsync<UsageException>(() => OpenAsync(request))).Message.ShouldBe(
                "log2025-1.rekor.sigstore.dev logs in public, and this repository is private, or nothing says that it is not: its name, the workflow's and "
                + "the ref's would be readable for everybody and for ever. Sign with a key, name services of your own, or allow it with "
                + "--reveal-private-repository");
            await OpenAsync(request with { MayRevealPrivate = true });
        }
        else
        {
            await OpenAsync(request);
        }
    }

    [Fact]
    public async Task Open_PrivateRepositoryAndServicesOfItsOwn_IsAllowed()
    {
        using var bench = new SigningBench((instance, time) => new TestServices(instance, time) { Visibility = "private" });

        TestBundle.Judge(await bench.SignAsync(bench.Request()), bench.Instance.Roots()).ShouldBe("signed by " + TestCertificates.Identity);
    }

    [Fact]
    public async Task Open_JobWithoutTheRight_SaysWhichIsWanted()
    {
        using var bench = new SigningBench();

        (await bench.SignAsync(bench.Request(), _ => null)).ShouldBe(
            "to sign keyless, a job of GitHub Actions with `permissions: id-token: write` is needed: ACTIONS_ID_TOKEN_REQUEST_URL and "
            + "ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set");
        (await bench.SignAsync(bench.Request(), name => name switch
        {
            "ACTIONS_ID_TOKEN_REQUEST_URL" => "http://example.com/",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN" => "token",
            _ => null,
        })).ShouldBe(
            "ACTIONS_ID_TOKEN_REQUEST_URL is no https address, or ACTIONS_ID_TOKEN_REQUEST_TOKEN no token");
        bench.Services.Verify();
    }

    [Fact]
    public async Task Open_ContradictionsAndMissingFiles_AreWrongUsage()
    {
        using var bench = new SigningBench();
        var request = bench.Request();

        (await bench.SignAsync(request with { Key = "key.pem" })).ShouldBe("--sign keyless and a key (--key) contradict each other; leave one away");
        (await bench.SignAsync(request, name => name == "GATES_RELEASE_KEY" ? "x" : null)).ShouldBe(
            "--sign keyless and a key (GATES_RELEASE_KEY) contradict each other; leave one away");
        (await bench.SignAsync(request with { Services = null })).ShouldBe(
            "--sign keyless asks services that --signing-config FILE names: a signing_config.json of Sigstore (v0.2)");
        (await bench.SignAsync(request with { TrustedRoot = null }))
            .ShouldStartWith("what is signed keyless is verified before it is kept, and no Sigstore is known");
        (await bench.SignAsync(request with { TimestampAuthority = new Uri("https://a.example") })).ShouldStartWith("--timestamp-authority is for keys");
        (await bench.SignAsync(request with { IsKeyless = false })).ShouldBe("--signing-config is for --sign keyless");
        bench.Services.Verify();
    }
}
