using System.Text.RegularExpressions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Archiving;

/// <summary>A hash chain that others keep gets into the log as theirs, or not at all.</summary>
public sealed class ChainStories : IDisposable
{
    private readonly TempFolder keys = new();
    private readonly TempRepository repository = new();

    public ChainStories()
    {
        var first = Record("10:00", new string('0', 64));
        var second = Record("11:00", Sha256Hex.Of(first));
        repository.Write("audit/2025/09/25/e0.json", first)
            .Write("audit/2025/09/25/e1.json", second)
            .Write("audit/2025/09/25/e2.json", Record("12:00", Sha256Hex.Of(second)))
            .Write(".gitignore", ".gates\n").Commit();
    }

    [Fact]
    public void AnIntactChain_IsVerified_AndImportedWithAStatementOfItsOwn()
    {
        var check = Gates("import", "--check", "audit/**/*.json");
        check.ExitCode.ShouldBe(0, check.ToString());
        check.Output.ShouldStartWith(
            "intact: 3 records in 3 files, from 2025-09-25T10:00:00Z to 2025-09-25T12:00:00Z; digests are over the record's bytes as they stand");
        repository.Git("for-each-ref", "refs/heads/gates-evidence/").ShouldBeEmpty();

        var import = Gates(["import", "audit/**/*.json", .. Signing()]);
        import.ExitCode.ShouldBe(0, import.ToString());
        var bundle = Directory.GetFiles(Path.Combine(repository.Path, ".gates/evidence/bundles"), "chain-*.sigstore.json").ShouldHaveSingleItem();
        var statement = Statement.Read(SigstoreBundle.Read(File.ReadAllBytes(bundle), "b").Envelope, "b");
        statement.PredicateType.ShouldBe("https://github.com/gates-ci/gates/imported-chain/v0.1");
        statement.Subjects.Select(subject => subject.Name).ShouldBe(["audit/2025/09/25/e0.json", "audit/2025/09/25/e1.json", "audit/2025/09/25/e2.json"]);
        statement.Predicate.GetProperty("records").GetInt32().ShouldBe(3);
        statement.Predicate.GetProperty("types").GetProperty("secret-rotation").GetInt32().ShouldBe(3);
        statement.Predicate.GetProperty("says").GetString()!.ShouldContain("whether what they say is true is not said");
        var branch = repository.Git("for-each-ref", "--format=%(refname)", "refs/heads/gates-evidence/").Trim();
        Regex.Count(repository.Git("ls-tree", "-r", "--name-only", branch), @"-chain-[0-9a-f]{16}\.file").ShouldBe(3);
    }

    [Fact]
    public void ABrokenChain_IsNamedByItsFile_AndNeverLogged()
    {
        var previous = Sha256Hex.Of(File.ReadAllText(Path.Combine(repository.Path, "audit/2025/09/25/e1.json")));
        repository.Write("audit/2025/09/25/e2.json", Record("12:00", new string('f', 64)));
        string[][] ways =
        [
            ["import", "--check", "audit/**/*.json"],
            ["import", "audit/**/*.json", .. Signing()],
            ["add", "audit/2025/09/25/*.json", "--type", "secrets", .. Signing()],
        ];
        foreach (var arguments in ways)
        {
            var broken = Gates(arguments);
            broken.ExitCode.ShouldBe(1, broken.ToString());
            broken.Error.ShouldContain(
                $"audit/2025/09/25/e2.json: previous_hash: expected {previous}, found {new string('f', 64)}: audit/2025/09/25/e1.json was changed");
        }

        repository.Git("for-each-ref", "refs/heads/gates-evidence/").ShouldBeEmpty();
    }

    public void Dispose()
    {
        keys.Dispose();
        repository.Dispose();
    }

    private static string Record(string time, string previous) =>
        $$$"""{"timestamp": "2025-09-25T{{{time}}}:00Z", "type": "secret-rotation", "previous_hash": "{{{previous}}}","""
            + """ "evidence": {"event": "rotation", "path": "secret/service-a/token"}}""";

    private string[] Signing() => ["--key", Key("evidence"), "--log-key", Key("log"), "--origin", "localhost/app"];

    private string Key(string use)
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            return keys.Write($"{use}.pem", new string(pem));
        }
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, ["evidence", .. arguments]);
}
