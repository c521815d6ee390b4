using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.EvidenceBranch;

/// <summary>Evidence gets onto its branch, with the real program and real git.</summary>
public sealed partial class EvidenceBranchStories : IDisposable
{
    private const int Kills = 50;

    private readonly TempFolder keys = new();
    private readonly TempRepository repository = new();
    private readonly Ed25519PublicKey logKey;
    private readonly string evidenceKey;

    public EvidenceBranchStories()
    {
        logKey = WriteKey("log");
        evidenceKey = WriteKey("evidence").KeyId;
        repository.Write("report.sarif", """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Trivy","version":"0.50"}}}]}""")
            .Write(".gitignore", "*.sarif\n").Commit();
    }

    [Fact]
    public void ForeignEvidence_Added_IsOnTheBranchWithItsProof()
    {
        var added = Add("report.sarif");
        added.ExitCode.ShouldBe(0, added.ToString());
        Plain(added.Output).ShouldBe(
            """
            sarif-dc504aaf6532677e  entry 0  audit/DAY/TIME-sarif-dc504aaf6532677e-DIGEST.json
            sarif-dc504aaf6532677e  entry 1  audit/DAY/TIME-sarif-dc504aaf6532677e.file
            gates-evidence/YEAR: 2 entries, log localhost/app/YEAR, key LOGKEY
            The evidence's signatures were not checked: there is no .github/gates-keyring.json, and no --trust was given.

            """);
        repository.Git("status", "--porcelain").ShouldBeEmpty();
        var proof = Directory.GetFiles(Path.Combine(repository.Path, ".gates/evidence/bundles"), "*.tlog-proof").ShouldHaveSingleItem();
        var leaf = TlogProof.Parse(File.ReadAllBytes(proof), "proof").Demand([new NoteVerifier($"localhost/app/{Year}", logKey)], "proof");
        leaf.KeyId.ShouldBe(evidenceKey);
        Sha256Hex.Of(File.ReadAllBytes(proof.Replace(".tlog-proof", ".sigstore.json", StringComparison.Ordinal))).ShouldBe(leaf.Sha256);
    }

    [Fact]
    public void Bundles_PublishedTwice_AreThereOnce()
    {
        Add("report.sarif").ExitCode.ShouldBe(0);
        var published = Gates("publish", "--evidence-only", "--results", ".gates/evidence", "--log-key", Key("log"), "--origin", "localhost/app");
        published.ExitCode.ShouldBe(0, published.ToString());
        Plain(published.Output).Split('\n')[0].ShouldBe("sarif-dc504aaf6532677e  entry 0  audit/DAY/TIME-sarif-dc504aaf6532677e-DIGEST.json  (was there)");
        repository.Git("rev-list", "--count", $"gates-evidence/{Year}").ShouldBe("1");
    }

    [Fact]
    public void KeptEvidence_IsImportedWhenAKnownKeySignedIt()
    {
        var refused = Gates(
            "evidence",
            "add",
            "report.sarif",
            "--type",
            "sarif",
            "--key",
            Key("evidence"),
            "--log-key",
            Key("log"),
            "--remote",
            Path.Combine(keys.Path, "missing.git"));
        refused.ExitCode.ShouldBe(3, refused.ToString());
        refused.Error.ShouldContain($"Nothing was appended. The bundles are kept in {repository.Path}/.gates/evidence; append them with: gates log import {repository.Path}/.gates/evidence");

        string[] import = ["log", "import", ".gates/evidence", "--log-key", Key("log"), "--trust"];
        var unknown = Gates([.. import, Public("log")]);
        unknown.ExitCode.ShouldBe(1);
        unknown.Error.ShouldEndWith($": not signed by a key of {Public("log")}; it names the key {evidenceKey}\nNothing was appended.\n");
        Gates(
            "log",
            "import",
            ".gates/evidence",
            "--log-key",
            Key("log")).Error.ShouldBe("gates: evidence of another job must be signed by a known key: add .github/gates-keyring.json, or give --trust FILE\n");
        var imported = Gates([.. import, Public("evidence")]);
        imported.ExitCode.ShouldBe(0, imported.ToString());
        repository.Git("ls-tree", "-r", "--name-only", $"gates-evidence/{Year}", "audit/").ShouldEndWith(".json");
    }

    [Fact]
    public void Keys_MissingOrTheSame_AreWrongUsage()
    {
        Gates(
            "publish",
            "--evidence-only").Error.ShouldBe("gates: no log key: give --log-key FILE or set GATES_LOG_KEY; `gates keys new --use log` makes one\n");
        var same = Gates("evidence", "add", "report.sarif", "--type", "sarif", "--key", Key("log"), "--log-key", Key("log"));
        same.ExitCode.ShouldBe(2);
        same.Error.ShouldBe($"gates: the evidence key and the log key are the same key {logKey.KeyId}; each use has its own, so that no signature can stand for another\n");
    }

    /// <summary>Every other time a remote; every other time git is left to end what it was told.</summary>
    [Fact]
    public async Task Append_KilledAtFiftyRandomPoints_NeverLeavesATornLog()
    {
        TempRepository.Run(keys.Path, "init", "-q", "--bare", "app.git");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var usual = new Dictionary<bool, double>();
        foreach (var isRemote in (bool[])[false, true])
        {
            watch.Restart();
            AddTo(isRemote, 0).ExitCode.ShouldBe(0);
            usual[isRemote] = watch.ElapsedMilliseconds;
        }

        var (finished, sizes) = (0, new Dictionary<bool, long>());
        for (var i = 1; i <= Kills; i++)
        {
            var isRemote = i % 2 == 0;
            using var process = GatesProcess.Start(repository.Path, Arguments(isRemote, i));
            process.StandardInput.Close();
            watch.Restart();
            if (process.WaitForExit((int)(usual[isRemote] * (0.125 + (0.875 * (i * 0.618034 % 1))))))
            {
                finished++;
                usual[isRemote] = watch.ElapsedMilliseconds;
            }
            else
            {
                process.Kill(entireProcessTree: i % 4 < 2);
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);

                // On a machine that becomes slower, kills must move on too.
                usual[isRemote] *= 1.05;
            }

            sizes[isRemote] = await VerifyAsync(isRemote);
        }

        finished.ShouldBeLessThan(Kills * 2 / 3, "many were to be killed at work");
        sizes.Values.ShouldAllBe(size => size > 2, "some were to be killed after their work");
        foreach (var isRemote in (bool[])[false, true])
        {
            var before = await VerifyAsync(isRemote);
            AddTo(isRemote, Kills + 1).ExitCode.ShouldBe(0);
            (await VerifyAsync(isRemote)).ShouldBe(before + 2);
        }
    }

    public void Dispose()
    {
        keys.Dispose();
        repository.Dispose();
    }

    private static int Year => TimeProvider.System.GetUtcNow().Year;

    private async Task<long> VerifyAsync(bool isRemote)
    {
        using var evidence = await EvidenceRepository.OpenAsync(
            repository.Info,
            isRemote ? Path.Combine(keys.Path, "app.git") : null,
            token: null,
            CancellationToken.None);
        var tip = (await evidence.TipAsync($"gates-evidence/{Year}", CancellationToken.None)).ShouldNotBeNull();
        var (store, trusted) = (new BranchLog(evidence, tip, Year), new[] { new NoteVerifier($"localhost/app/{Year}", logKey) });
        new LogVerifier(store, trusted).Verify(new LogCheck { Files = await BranchFiles.OpenAsync(evidence, tip, CancellationToken.None) }).ShouldBeEmpty();
        return LogReader.Open(store, trusted)!.Size;
    }

    private GatesOutput AddTo(bool isRemote, int number) => Gates([.. Arguments(isRemote, number)]);

    private string[] Arguments(bool isRemote, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{number}.sarif");
        repository.Write(name, $$"""{"version":"2.1.0","runs":[],"n":{{number}}}""");
        return [
            "evidence",
            "add",
            name,
            "--type",
            "sarif",
            "--key",
            Key("evidence"),
            "--log-key",
            Key("log"),
            "--origin",
            "localhost/app",
            "--remote",
            isRemote ? Path.Combine(keys.Path, "app.git") : "."
        ];
    }

    private GatesOutput Add(string file) =>
        Gates("evidence", "add", file, "--type", "sarif", "--key", Key("evidence"), "--log-key", Key("log"), "--origin", "localhost/app");

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);

    private string Plain(string output) => Digest().Replace(
        Time().Replace(Day().Replace(output.Replace(logKey.KeyId, "LOGKEY", StringComparison.Ordinal), "audit/DAY/"), "TIME"), "-DIGEST.json")
        .Replace(string.Create(CultureInfo.InvariantCulture, $"/{Year}"), "/YEAR", StringComparison.Ordinal);

    private string Key(string name) => Path.Combine(keys.Path, name + ".pem");

    private string Public(string name) => Path.Combine(keys.Path, name + ".pub");

    private Ed25519PublicKey WriteKey(string name)
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            File.WriteAllText(Key(name), new string(pem));
            File.WriteAllText(Public(name), KeyPem.WritePublic(key.PublicKey));
            return key.PublicKey;
        }
    }

    [GeneratedRegex("audit/[0-9]{4}/[0-9]{2}/[0-9]{2}/", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex("[0-9]{8}T[0-9]{6}Z", RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex("-[0-9a-f]{16}\\.json", RegexOptions.NonBacktracking)]
    private static partial Regex Digest();
}
