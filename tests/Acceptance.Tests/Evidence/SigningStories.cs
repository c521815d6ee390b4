using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Evidence;

/// <summary>Who signs a run, and what readers are told of it.</summary>
public sealed class SigningStories : IDisposable
{
    private readonly TempRepository repository = new TempRepository().Write("README.md", "# Hello\n");

    public SigningStories() => repository.Commit();

    [Fact]
    public void OnOnesOwnMachine_EveryReportSaysThatItIsNoEvidence()
    {
        var run = GatesProcess.Run(repository.Path, ["run"]);
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("Signature development key: not evidence");
        File.ReadAllText(At("summary.md")).ShouldContain("development key: not evidence");
        File.ReadAllText(At("report.html")).ShouldContain("development key: not evidence");
        Gates(At("bundles/dlp-scan.sigstore.json")).GetProperty("workspace").GetString().ShouldBe("clean");
        repository.Git("status", "--porcelain").ShouldBe("");
        var first = Hint();
        GatesProcess.Run(repository.Write("untracked.txt", "x\n").Path, ["run"]).ExitCode.ShouldBe(0);
        Hint().ShouldBe(first);
        Gates(At("bundles/dlp-scan.sigstore.json")).GetProperty("workspace").GetString().ShouldBe("modified");
    }

    /// <summary>The program as it is released, without the file that it is shipped with.</summary>
    [Fact]
    public void WithoutLibsodium_ASignatureIsOneLineAndARunSaysWhyItIsUnsigned()
    {
        var native = Environment.GetEnvironmentVariable("GATES_TEST_NATIVE");
        Assert.SkipWhen(native is null, "there is no native program: ./test makes one where a C compiler is");
        using var folder = new TempFolder();
        var program = Path.Combine(folder.Path, "gates");
        File.Copy(Path.Combine(native, "gates"), program);
        const string Missing = "signatures need libsodium.so beside the program, as it was shipped: it cannot be loaded; install the whole archive, "
            + "or use the image";

        var keys = ExternalProgram.Run(program, ["keys", "new"], repository.Path);
        var run = ExternalProgram.Run(program, ["run"], repository.Path);

        (keys.ExitCode, keys.Error).ShouldBe((3, $"gates: {Missing}\n"));
        run.Output.ShouldContain($"Signature unsigned: no key, and no development key could be made: {Missing}\n");
        Directory.Exists(At("bundles")).ShouldBeFalse();
    }

    [Fact]
    public void InAJobWithoutAKey_TheRunIsUnsignedAndSaysSo()
    {
        var run = GatesProcess.Run(repository.Path, ["run"], Job());
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("Signature unsigned: no key");
        Directory.Exists(At("bundles")).ShouldBeFalse();
        Directory.Exists(Path.Combine(repository.Path, ".gates/keys")).ShouldBeFalse();
    }

    [Fact]
    public void NoSign_LeavesNothingSignedOfAnEarlierRun()
    {
        GatesProcess.Run(repository.Path, ["run"]).ExitCode.ShouldBe(0);
        File.Exists(At("prov.json")).ShouldBeTrue();
        GatesProcess.Run(repository.Path, ["run", "--no-sign"]).Output.ShouldContain("Signature unsigned: --no-sign");
        Directory.Exists(At("bundles")).ShouldBeFalse();
        File.Exists(At("prov.json")).ShouldBeFalse();
    }

    [Fact]
    public void KeyThatTheKeyringDoesNotKnow_IsSaidAndPersonalDataStaysOut()
    {
        GatesProcess.Run(repository.Path, ["keys", "new", "--use", "release"]).ExitCode.ShouldBe(0);
        repository.Commit();
        using var elsewhere = new TempFolder();
        GatesProcess.Run(elsewhere.Path, ["keys", "new", "--use", "evidence", "--out", "private"]).ExitCode.ShouldBe(0);
        var key = Directory.GetFiles(Path.Combine(elsewhere.Path, "private")).Single();

        var run = GatesProcess.Run(repository.Path, ["run", "--key", key], Job());

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("Whoever trusts the keyring will refuse what this run signs: the key ");
        run.Output.ShouldContain("Signature evidence key ");
        var gates = Gates(At("bundles/dlp-scan.sigstore.json"));
        gates.GetProperty("run").GetProperty("event").GetString().ShouldBe("push");
        gates.GetProperty("run").GetProperty("_sd").GetArrayLength().ShouldBe(1);
        gates.GetRawText().ShouldNotContain("octocat");
        File.GetUnixFileMode(At("disclosures.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void KeyThatIsForSomethingElse_SignsNothing()
    {
        using var elsewhere = new TempFolder();
        GatesProcess.Run(elsewhere.Path, ["keys", "new", "--use", "log", "--out", "private"]).ExitCode.ShouldBe(0);
        var key = Directory.GetFiles(Path.Combine(elsewhere.Path, "private")).Single();
        var keyring = File.ReadAllText(Path.Combine(elsewhere.Path, ".github", "gates-keyring.json"));
        repository.Write(".github/gates-keyring.json", keyring).Commit();

        var run = GatesProcess.Run(repository.Path, ["run", "--key", key]);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldContain(" is for log, not for evidence");
    }

    [Fact]
    public void KeyThatIsNone_IsRefusedWithoutShowingIt()
    {
        var run = GatesProcess.Run(
            repository.Path,
            ["run"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GATES_EVIDENCE_KEY"] = "hunter2hunter2" });
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("gates: GATES_EVIDENCE_KEY: holds no PEM key; make one with `gates keys new`, or with `openssl genpkey -algorithm ed25519`\n");
    }

    [Fact]
    public void Keys_FromTheFirstToTheLast()
    {
        Keys(0, "new");
        Keys(2, "new").Error.ShouldContain("`gates keys rotate` replaces it");
        Keys(0, "rotate", "--use", "evidence", "--overlap", "7");
        var listed = Keys(0, "list").Output.Split('\n');
        listed.Count(line => line.StartsWith("evidence", StringComparison.Ordinal)).ShouldBe(2);
        listed[0].ShouldEndWith("ends in 7 days", customMessage: listed[0]);
        Keys(
            0,
            "revoke",
            listed[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1][..12],
            "--reason",
            "the laptop was lost").Output.ShouldContain("is revoked since ");
        Keys(0, "list").Output.ShouldContain(": the laptop was lost");
        Keys(2, "new", "--use", "evidense").Error.ShouldContain("did you mean \"evidence\"?");
        Keys(2, "new", "--valid", "0").Error.ShouldContain("--valid 0: a number of days from 1 to 3650 is wanted");
    }

    public void Dispose() => repository.Dispose();

    private static JsonElement Gates(string bundle) =>
        Statement.Read(SigstoreBundle.Read(File.ReadAllBytes(bundle), bundle).Envelope, bundle).Predicate.GetProperty("gates");

    private static Dictionary<string, string> Job() => new(StringComparer.Ordinal)
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = "push",
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_RUN_ID"] = "17",
        ["GITHUB_ACTOR"] = "octocat",
    };

    private GatesOutput Keys(int exitCode, params string[] arguments)
    {
        var output = GatesProcess.Run(repository.Path, ["keys", .. arguments]);
        output.ExitCode.ShouldBe(exitCode, output.ToString());
        return output;
    }

    private string? Hint() => SigstoreBundle.Read(File.ReadAllBytes(At("bundles/_vsa.sigstore.json")), "b").Hint;

    private string At(string name) => Path.Combine(repository.Path, ".gates/out", name);
}
