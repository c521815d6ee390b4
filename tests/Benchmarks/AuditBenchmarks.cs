using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Support;

namespace Benchmarks;

/// <summary>
/// How long `gates audit` takes over a quarter of releases. One is made by the program; the others are its results again, signed anew about commits of their
/// own, logged, and packed.
/// </summary>
internal sealed class AuditBenchmarks : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public static async Task<int> RunAsync(int releases)
    {
        using var bed = new AuditBenchmarks();
        bed.Begin();
        await bed.FillAsync(bed.Commit(releases));
        string[] audit = ["audit", "--quarter", bed.Quarter, "--packs", "packs", "--remote", ".", "--trust", Keyring.Path];
        var code = 0;
        foreach (var time in (string[])["first", "again"])
        {
            var watch = Stopwatch.StartNew();
            using var process = GatesProcess.Start(bed.repository.Path, audit);
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            code = Math.Max(code, process.ExitCode);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time}: {watch.Elapsed.TotalSeconds:0.0} s, load {LoadNow()}"));
            Console.WriteLine(string.Join('\n', output.Split('\n').Where(line => line.StartsWith("Release audit", StringComparison.Ordinal)
                || line.StartsWith("holds:", StringComparison.Ordinal) || line.StartsWith("fails:", StringComparison.Ordinal))));
            Console.WriteLine($"judged again: {output.Split('\n').Count(line => line.Contains(" results the same", StringComparison.Ordinal))} releases");
        }

        return code;
    }

    public void Dispose() => repository.Dispose();

    private string Quarter => FormattableString.Invariant($"{now.Year}Q{((now.Month - 1) / 3) + 1}");

    private static string LoadNow() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private void Begin()
    {
        repository.Write("Dockerfile", "FROM scratch\n").Write(".gitignore", "/packs/\n");
        Demand("keys", "new", "--log-name", "example.com/acme/app");
        repository.Commit();
        Demand("run", "--key", KeyFile("evidence"));
    }

    private void Demand(params string[] arguments)
    {
        var output = GatesProcess.Run(repository.Path, arguments);
        if (output.ExitCode != 0)
        {
            throw new InvalidOperationException(output.ToString());
        }
    }

    private string KeyFile(string use) => Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), use + "-*")[0];

    private Ed25519PrivateKey Key(KeyUse use, string name) => PrivateKeySource.Read(use, KeyFile(name), static _ => null)!;

    /// <summary>Commits with a tag each.</summary>
    private List<(string Tag, string Commit)> Commit(int count)
    {
        var stream = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nmark :{i}\n")
                .Append(CultureInfo.InvariantCulture, $"committer t <t@example.invalid> {now.ToUnixTimeSeconds()} +0000\ndata 1\n.\n");
            stream.Append(i == 1 ? "from refs/heads/main^0\n" : "")
                .Append(CultureInfo.InvariantCulture, $"M 100644 inline version.txt\ndata {Length(i)}\n{i}\n\nreset refs/tags/v1.{i}.0\nfrom :{i}\n\n");
        }

        repository.Import(Encoding.UTF8.GetBytes(stream.ToString()));
        repository.Git("reset", "-q", "--hard", "main");
        var tags = repository.Git("for-each-ref", "--format=%(refname:short) %(objectname)", "refs/tags").Split('\n');
        return [.. tags.Select(line => line.Split(' ')).Select(fields => (fields[0], fields[1]))];
    }

    private static int Length(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private async Task FillAsync(List<(string Tag, string Commit)> releases)
    {
        using var evidence = Key(KeyUse.Evidence, "evidence");
        using var log = Key(KeyUse.Log, "log");
        using var signer = new KeySigner(Key(KeyUse.Release, "release"));
        var all = releases.ToDictionary(one => one, one => Items(one.Commit, evidence));
        var identity = new LogIdentity("example.com/acme/app", log, [log.PublicKey]);
        using var branch = await EvidenceRepository.OpenAsync(repository.Info, EvidenceRepository.Here, token: null, CancellationToken.None);
        var appender = new EvidenceAppender(branch, identity, TimeProvider.System, static () => 0);
        var logged = (await appender.AppendAsync([.. all.Values.SelectMany(items => items)], now.Year, CancellationToken.None)).Items
            .ToDictionary(one => one.Item.Path, StringComparer.Ordinal);
        var keyring = KeyringJson.Read(await File.ReadAllBytesAsync(Path.Combine(repository.Path, Keyring.Path)), Keyring.Path);
        Directory.CreateDirectory(Path.Combine(repository.Path, "packs"));
        foreach (var (one, items) in all)
        {
            var pack = await Pack.FromAsync(
                new PackInput
                {
                    Tag = one.Tag,
                    Commit = one.Commit,
                    Repository = "https://example.com/acme/app",
                    Keyring = keyring,
                    Bundles =
                    [
                        .. items.Select(item =>
                            new PackedBundle(Path.GetFileNameWithoutExtension(item.Path), item.Bytes, logged[item.Path].Proof.Bytes)),
                    ],
                    Files = Materials(),
                },
                signer,
                CancellationToken.None);
            await File.WriteAllBytesAsync(Path.Combine(repository.Path, "packs", pack.Name), pack.Archive);
        }
    }

    /// <summary>What the one run signed, about another commit.</summary>
    private List<BranchItem> Items(string commit, Ed25519PrivateKey key)
    {
        var items = new List<BranchItem>();
        var inputs = new JsonArray();
        foreach (var file in Directory.GetFiles(Path.Combine(repository.Path, ".gates/out/bundles"), "*.sigstore.json").Order(StringComparer.Ordinal).Reverse())
        {
            var name = Path.GetFileName(file)[..^SigstoreBundle.Extension.Length];
            var statement = Statement.Read(SigstoreBundle.Read(File.ReadAllBytes(file), file).Envelope, file);
            if (statement.PredicateType == StatementKinds.TestResult)
            {
                var bytes = SigstoreBundle.Sign((statement with { Subjects = [Subject.Commit("head", commit)] }).ToBytes(), key).ToBytes();
                items.Add(new BranchItem(name, BundleFolder.PathOf(name, bytes, now, ".json"), bytes, key.KeyId));
                inputs.Add(new JsonObject { ["uri"] = $"bundles/{name}.sigstore.json", ["digest"] = new JsonObject { ["sha256"] = Sha256Hex.Of(bytes) } });
            }
        }

        var decision = new JsonObject
        {
            ["verificationResult"] = "PASSED",
            ["timeVerified"] = Gates.Attestation.EvidenceTime.Write(now),
            ["inputAttestations"] = inputs,
        };
        var predicate = EvidenceJson.ParseElement(Encoding.UTF8.GetBytes(decision.ToJsonString()), "the decision");
        var vsa = SigstoreBundle.Sign(new Statement([Subject.Commit("head", commit)], StatementKinds.Decision, predicate).ToBytes(), key).ToBytes();
        return [.. items, new BranchItem("_vsa", BundleFolder.PathOf("_vsa", vsa, now, ".json"), vsa, key.KeyId)];
    }

    private Dictionary<string, byte[]> Materials()
    {
        var root = Path.Combine(repository.Path, ".gates/out");
        return ((string[])["evidence", "settings", "policies"]).SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder)))
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllBytes, StringComparer.Ordinal);
    }
}
