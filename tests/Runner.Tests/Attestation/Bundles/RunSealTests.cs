using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation;
using Gates.Attestation.Bundles;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Signing;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Reports;
using Gates.Runner.Runs;
using Runner.Tests.Attestation.Verification;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Bundles;

/// <summary>The reports of a run are signed too: a forged one does not hold, whatever its unsigned neighbours say.</summary>
public sealed class RunSealTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly StringWriter errors = new() { NewLine = "\n" };

    [Fact]
    public async Task Run_Untouched_HoldsWithEveryFileCovered()
    {
        await RunAsync();
        var report = Verify();
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldNotContain(note => note.StartsWith("not covered", StringComparison.Ordinal));
        report.Verified.ShouldContain(file => file.Path == RunSeal.FileName
            && file.What.EndsWith(" files of a run for commit 9c1e5b7700aa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("results.json")]
    [InlineData("report.html")]
    [InlineData("results.sarif")]
    [InlineData("results.junit.xml")]
    [InlineData("summary.md")]
    [InlineData("prov.json")]
    public async Task Report_Forged_DoesNotHold(string name)
    {
        var folder = await RunAsync();
        File.AppendAllText(Path.Join(folder, name), " ");
        Verify().Problems.ShouldContain(problem => problem.Fault == VerificationFault.Changed
            && problem.Message.StartsWith($"{name}: its SHA-256 is ", StringComparison.Ordinal)
            && problem.Message.Contains($"; {RunSeal.FileName} says ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReportAndRunJson_ForgedTogether_DoNotHold()
    {
        var folder = await RunAsync();
        Forge(folder, "results.json");
        Verify().Problems.Select(problem => $"{problem.Fault} {problem.Message.Split(':')[0]}").ShouldBe(["changed results.json", "changed run.json"]);
    }

    [Fact]
    public async Task Seal_TakenAwayAndReportForged_NothingCoversIt()
    {
        var folder = await RunAsync();
        Forge(folder, "results.json");
        File.Delete(Path.Join(folder, RunSeal.FileName));
        var report = Verify();
        report.Problems.ShouldContain(new VerificationProblem(VerificationFault.NotListed, "results.json: not covered by any signature"));
        report.Problems.ShouldContain(new VerificationProblem(VerificationFault.NotListed, "run.json: not covered by any signature"));
        report.Notes.ShouldContain(note => note.StartsWith(RunSeal.FileName + ", which covers a run's reports, is not here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_PutBesideTheOthers_IsNotCovered()
    {
        var folder = await RunAsync();
        File.WriteAllText(Path.Join(folder, "proposed.json"), "{}");
        Verify().Problems.ShouldBe([new VerificationProblem(VerificationFault.NotListed, "proposed.json: not covered by any signature")]);
    }

    [Fact]
    public async Task Run_InAFolderOfOthers_IsVerifiedThereToo()
    {
        var folder = await RunAsync();
        File.AppendAllText(Path.Join(folder, "results.json"), " ");
        var problems = Verify(new FolderEvidence(new DirectoryInfo(Path.Join(repository.Path, ".gates")))).Problems;
        problems.ShouldHaveSingleItem().Message.ShouldStartWith("out/results.json: its SHA-256 is ");
    }

    [Fact]
    public async Task Disclosures_TakenAway_ChangeNothing()
    {
        var folder = await RunAsync();
        File.Delete(Path.Join(folder, RunBundles.DisclosuresName));
        Verify().Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Seal_CannotBeWritten_LeavesNothingSigned()
    {
        var (folder, exit) = await RunAsync(folder => Directory.CreateDirectory(Path.Join(folder, RunSeal.FileName, "in the way")));
        exit.ShouldBe(ExitCode.CouldNotEvaluate);
        errors.ToString().ShouldStartWith($"gates: could not write {RunSeal.FileName}: ");
        Directory.GetFiles(Path.Join(folder, RunBundles.Folder)).ShouldBeEmpty();
    }

    public void Dispose()
    {
        repository.Dispose();
        errors.Dispose();
    }

    private static void Forge(string folder, string name)
    {
        File.AppendAllText(Path.Join(folder, name), " ");
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Join(folder, OutputFolder.Manifest)))!;
        manifest["files"]![name] = SignedRelease.Digest(File.ReadAllBytes(Path.Join(folder, name)));
        File.WriteAllText(Path.Join(folder, OutputFolder.Manifest), manifest.ToJsonString());
    }

    private async Task<string> RunAsync() => (await RunAsync(_ => { })).Folder;

    private async Task<(string Folder, ExitCode Exit)> RunAsync(Action<string> prepare)
    {
        repository.Commit();
        using var workspace = await Workspace.OpenAsync(repository.Info, null, CancellationToken.None);
        using var signer = await RunSigner.FromAsync(
            new SigningRequest(),
            isOff: false,
            JobEnvironment.Outside,
            workspace,
            name => name == "GATES_EVIDENCE_KEY" ? SealKey() : null,
            CancellationToken.None);
        var folder = OutputFolder.Create(".gates/out", repository.Path, _ => false);
        prepare(folder.Path);
        var evidence = new EvidenceRecorder(folder);
        var report = await new RunSigning(folder, evidence, SignedRun.Salts(), errors).SignAsync(Samples.Red(), signer, SignedRun.Facts);
        var targets = new ReportTargets
        {
            Folder = folder,
            Evidence = evidence,
            Seal = new NamedReporter(RunSeal.FileName, new RunSeal(folder, SignedRun.Facts, signer.Signer!), Essential: true),
            Output = TextWriter.Null,
            Errors = errors,
        };
        var files = StandardReporters.Files(targets);
        await files.ReportAsync(report, CancellationToken.None);
        await StandardReporters.Shown(targets).ReportAsync(report, CancellationToken.None);
        return (folder.Path, files.ExitCodeOf(report));
    }

    private VerificationReport Verify() => Verify(new FolderEvidence(new DirectoryInfo(Path.Join(repository.Path, ".gates/out"))));

    private static VerificationReport Verify(IEvidenceFiles files)
    {
        using var key = SignedRun.Key();
        return new EvidenceVerifier(
            TrustedKeys.Read(Encoding.UTF8.GetBytes(KeyPem.WritePublic(key.PublicKey)), "trusted.pem"),
            TimeProvider.System).Verify(files);
    }

    private static string SealKey() => new(KeyPem.WritePrivate([.. Enumerable.Range(0, 32).Select(number => (byte)number)]));
}
