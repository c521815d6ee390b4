using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Runner.Tests.Attestation.Verification;
using Support;

namespace Runner.Tests.Attestation.Lifetime;

/// <summary>A remote behind HTTP with evidence about a person, clones of it, and a clock that can be set to any year.</summary>
internal sealed class LifetimeBed : IDisposable
{
    public const string Person = "octo-person";
    public const string Other = "somebody-else";
    public const string Secret = "a log line of a person, whole";

    private readonly TempFolder folder = new();
    private readonly GitHttpBackend http;
    private readonly SetTime time = new();
    private readonly Ed25519PrivateKey evidence;
    private readonly Ed25519PrivateKey log;
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly byte[] keyring;
    private int clones;

    public LifetimeBed()
    {
        TempRepository.Run(folder.Path, "init", "-q", "--bare", "-b", "main", "remote.git");
        http = new GitHttpBackend(folder.Path, login: "pusher");
        (evidence, var evidencePem) = Ed25519PrivateKey.Create();
        (log, var logPem) = Ed25519PrivateKey.Create();
        variables["GATES_EVIDENCE_KEY"] = new string(evidencePem);
        variables["GATES_LOG_KEY"] = new string(logPem);
        var (from, to) = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        keyring = KeyringJson.Write(new Keyring(
            [new KeyringEntry(evidence.PublicKey, KeyUse.Evidence, from, to), new KeyringEntry(log.PublicKey, KeyUse.Log, from, to)]));
        Clone = NewClone();
    }

    public string Remote => Path.Combine(folder.Path, "remote.git");

    public DirectoryInfo Clone { get; }

    public StringWriter Output { get; } = new();

    public LifetimeTools Tools => new(variables.GetValueOrDefault, null, time, Random, Output);

    public void SetYear(int year) => time.Set(new DateTimeOffset(year, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public DirectoryInfo NewClone()
    {
        var path = Path.Combine(folder.Path, string.Create(CultureInfo.InvariantCulture, $"clone{clones++}"));
        TempRepository.Run(folder.Path, "clone", "-q", http.Address + "/remote.git", path);
        Directory.CreateDirectory(Path.Combine(path, ".github"));
        File.WriteAllBytes(Path.Combine(path, Keyring.Path), keyring);
        return new DirectoryInfo(path);
    }

    public EvidenceRequest Request(DirectoryInfo? clone = null) =>
        new() { Workspace = clone ?? Clone, Results = clone ?? Clone, Origin = "example.com/acme/app" };

    public EraseRequest Erase(DirectoryInfo? clone = null, params string[] files) => new()
    {
        Evidence = Request(clone),
        Person = files.Length > 0 ? PersonValues.Nobody : PersonValues.Read("@" + Person.ToUpperInvariant() + "\n", "the test"),
        Files = files,
        LegalBasis = "GDPR Art. 17(1)(b)",
        By = "the dpo",
    };

    public RetentionRequest Retention() => new() { Evidence = Request(), By = "counsel", Reason = "case 17" };

    /// <summary>What a run leaves: a result with commitments, the decision, a file of another tool, and the openings.</summary>
    /// <returns>The other tool's file.</returns>
    public async Task<string> PublishAsync(int? year = null, string salt = "")
    {
        var commitments = new Commitments(RandomNumberGenerator.GetBytes);
        var result = new Statement([Subject.Commit("head", SignedRelease.Commit)], StatementKinds.TestResult, JsonElement.Parse($$"""
            {
              "result": "PASSED", "configuration": [],
              "gates": { "gate": { "id": "dlp-scan" }, "run": { "_sd": ["{{commitments.To("actor", Person)}}"] },
                         "owner": { "_sd": ["{{commitments.To("owner", Other)}}"] } }
            }
            """));
        var item = Tools.Item("dlp-scan", result, evidence);
        var decision = Tools.Item("_vsa", SignedRelease.Decision([new PackedBundle("dlp-scan", item.Bytes, [])]), evidence);
        var payload = Encoding.UTF8.GetBytes(Secret + salt);
        var file = new BranchItem("drill", BundleFolder.PathOf("drill", payload, Tools.Now, ".file"), payload, evidence.KeyId) { IsBundle = false };
        using var repository = await Tools.OpenAsync(Request(), CancellationToken.None);
        using var keys = Tools.Keys(Request());
        await Tools.Appender(repository, Request(), keys).AppendAsync([item, decision, file], year ?? Tools.Now.Year, CancellationToken.None);
        var openings = Path.Combine(Clone.FullName, "disclosures.json");
        await File.WriteAllBytesAsync(openings, commitments.ToBytes());
        await new DisclosureKeeping(Tools).KeepAsync(Request() with { Year = year }, [openings], CancellationToken.None);
        File.Delete(openings);
        return file.Path;
    }

    public Task<ExitCode> EraseAsync(EraseRequest request) => new EraseSession(Tools).RunAsync(request, CancellationToken.None);

    /// <summary>A branch as an auditor's new clone has it, with those of the other years.</summary>
    public async Task<VerificationReport> VerifyAsync(int year, params string[] without)
    {
        var clone = NewClone();
        TempRepository.Run(clone.FullName, "fetch", "-q", "origin", "+refs/heads/gates-evidence/*:refs/heads/gates-evidence/*");
        foreach (var branch in without.SelectMany(name => new[] { "refs/heads/" + name, "refs/remotes/origin/" + name }))
        {
            TempRepository.Run(clone.FullName, "update-ref", "-d", branch);
        }

        var repository = (await GitRepository.FindAsync(clone, null, CancellationToken.None))!;
        var name = LogIdentity.Branch(year);
        var branches = new EvidenceBranches(repository, name, EvidenceBranchName.From(name, "example.com/acme/app"));
        var verifier = new EvidenceVerifier(TrustedKeys.Read(keyring, "the keyring"), time);
        using var tree = await repository.TreeAsync((await EvidenceBranches.FindAsync(repository, name, CancellationToken.None))!, CancellationToken.None);
        var known = await branches.KnownAsync(verifier, CancellationToken.None);
        return await verifier.VerifyAsync(new TreeEvidence(tree), [], _ => Task.CompletedTask, known);
    }

    /// <summary>All that the remote's refs lead to, as one text.</summary>
    public string Reachable() => string.Join('\n', Git("rev-list", "--objects", "--all").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')[0] is var id && Git("cat-file", "-t", id) == "tree" ? "" : Git("cat-file", "-p", id)));

    public string Git(params string[] arguments) => TempRepository.Run(Remote, arguments);

    public void Dispose()
    {
        http.Dispose();
        evidence.Dispose();
        log.Dispose();
        Output.Dispose();
        folder.Dispose();
    }

    private static double Random() => RandomNumberGenerator.GetInt32(1000) / 1000.0;

    /// <summary>Real waits at any date.</summary>
    private sealed class SetTime : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);

        public void Set(DateTimeOffset value) => now = value;

        public override DateTimeOffset GetUtcNow() => now = now.AddSeconds(1);
    }
}
