using System.Text;
using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Rejudging;
using Gates.Attestation.Statements;
using Gates.Doors.Workers;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Evidence;

/// <summary>What a run signs, as programs that we did not write see it.</summary>
public sealed class SignedRunStories(SignedRepository signed) : IClassFixture<SignedRepository>
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public void EveryBundle_IsVerifiedByTheCommandsOfTheDocumentation()
    {
        Skip("openssl");
        Skip("jq");
        var commands = Shell(File.ReadAllText(Repository.Combine("docs", "evidence.md")));
        foreach (var bundle in signed.Bundles)
        {
            using var folder = new TempFolder();
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["BUNDLE"] = bundle, ["KEY"] = signed.PublicKey };
            ExternalProgram.Run("/bin/sh", ["-ec", commands], folder.Path, environment).Succeeded().ShouldContain("Signature Verified Successfully");
            folder.Write("flipped.json", Flip(File.ReadAllText(bundle)));
            environment["BUNDLE"] = "flipped.json";
            ExternalProgram.Run("/bin/sh", ["-ec", commands], folder.Path, environment).ExitCode.ShouldNotBe(0, bundle);
        }
    }

    [Fact]
    public void EveryBundle_IsVerifiedBySigstore()
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        using var folder = new TempFolder();
        var script = Path.Combine(ToolPackages.Folder, "verify-bundle.mjs");
        var stranger = Directory.GetFiles(Path.GetDirectoryName(signed.PublicKey)!, "log-*.pem").Single();
        foreach (var bundle in signed.Bundles)
        {
            ExternalProgram.Run("node", [script, bundle, signed.PublicKey]).Succeeded().ShouldBe("verified\n");
            ExternalProgram.Run(
                "node",
                [script, folder.Write("flipped.json", Flip(File.ReadAllText(bundle))), signed.PublicKey]).Output.ShouldStartWith("refused: SIGNATURE_ERROR");
            ExternalProgram.Run("node", [script, bundle, stranger]).Output.ShouldStartWith("refused: ");
        }
    }

    [Fact]
    public void DecisionLog_IsReadAndWrittenAgainByDebiansProv()
    {
        Assert.SkipUnless(File.Exists(Python) && ExternalProgram.Run(Python, ["-c", "import prov"]).ExitCode == 0, "python3-prov is not installed");
        const string program = """
            import sys
            from prov.model import ProvDocument, ProvDerivation
            read = ProvDocument.deserialize(source=sys.argv[1], format='json')
            again = ProvDocument.deserialize(content=read.serialize(format='json'), format='json')
            print(read == again, any(read.get_record('run:decision')), len(list(read.get_records(ProvDerivation))))
            """;
        ExternalProgram.Run(Python, ["-c", program, signed.At("prov.json")]).Succeeded().ShouldBe("True True 9\n");
    }

    [Fact]
    public void Keyring_AcceptsEveryBundleForItsUseAndTime()
    {
        var trusted = TrustedKeys.Read(File.ReadAllBytes(Path.Combine(signed.Path, Keyring.Path)), "the keyring");
        foreach (var bundle in signed.Bundles)
        {
            var envelope = SigstoreBundle.Read(File.ReadAllBytes(bundle), bundle).Envelope;
            trusted.Check(envelope, KeyUse.Evidence, TimeProvider.System.GetUtcNow()).Problem.ShouldBeNull();
            trusted.Check(envelope, KeyUse.Log, TimeProvider.System.GetUtcNow()).Problem!.ShouldContain("is for evidence, not for log");
        }
    }

    [Fact]
    public async Task EveryGate_IsJudgedTheSameAgain()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        worker.Start();
        var gates = signed.Bundles.Where(bundle => !System.IO.Path.GetFileName(bundle).StartsWith('_')).ToList();
        gates.Count.ShouldBe(3);
        foreach (var bundle in gates)
        {
            var statement = Statement.Read(SigstoreBundle.Read(File.ReadAllBytes(bundle), bundle).Envelope, bundle);
            var files = statement.Predicate.GetProperty("configuration").EnumerateArray().ToDictionary(
                entry => entry.GetProperty("name").GetString()!,
                entry => entry.GetProperty("annotations").TryGetProperty("file", out var file) ? File.ReadAllBytes(signed.At(file.GetString()!)) : [],
                StringComparer.Ordinal);
            var rejudged = await new Rejudger(
                worker).RunAsync(
                    statement,
                    bundle,
                    new RecordedInputs(files["policy"], files["settings"], files["evidence"]),
                    TestContext.Current.CancellationToken);
            rejudged.Reasons.ShouldBeEmpty();
            rejudged.State.ShouldBe(RejudgedState.Same);
        }
    }

    [Fact]
    public void NoSecretAndNoPrivateKey_IsInAnyBundle()
    {
        var unwanted = new[] { Planted.GitHubToken, signed.PrivateKey.Split('\n')[1] };
        foreach (var file in Directory.EnumerateFiles(signed.At(""), "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            unwanted.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal), file);
        }

        foreach (var bundle in signed.Bundles)
        {
            var payload = Encoding.UTF8.GetString(SigstoreBundle.Read(File.ReadAllBytes(bundle), bundle).Envelope.Payload.Span);
            unwanted.ShouldAllBe(secret => !payload.Contains(secret, StringComparison.Ordinal), bundle);
        }
    }

    [Fact]
    public void Manifest_NamesEveryBundle()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(signed.At("run.json")));
        var named = manifest.RootElement.GetProperty("files").EnumerateObject().Select(file => file.Name).ToList();
        signed.Bundles.Select(bundle => "bundles/" + System.IO.Path.GetFileName(bundle)).Except(["bundles/_run.sigstore.json"], StringComparer.Ordinal)
            .ShouldBeSubsetOf(named, "the seal signs this very list");
        named.ShouldContain("prov.json");
    }

    private static void Skip(string program) => Assert.SkipUnless(ExternalProgram.Exists(program), $"{program} is not installed");

    private static string Shell(string page) => page.Split("```sh\n", 2)[1].Split("```", 2)[0];

    /// <summary>Another character in the middle of the payload.</summary>
    private static string Flip(string bundle)
    {
        var at = bundle.IndexOf("\"payload\": \"", StringComparison.Ordinal) + 200;
        return bundle[..at] + (bundle[at] == 'A' ? 'B' : 'A') + bundle[(at + 1)..];
    }
}
