using Gates.Attestation.Bundles;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Signing;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Bundles;

public sealed class RunSigningTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly StringWriter errors = new() { NewLine = "\n" };

    [Fact]
    public async Task Sign_WritesEverythingOrNothing()
    {
        var folder = OutputFolder.Create(".gates/out", repository.Path, _ => false);
        var report = await SignAsync(folder, SignedRun.Salts());
        report.Signature!.IsDevelopment.ShouldBeTrue();
        report.ExitCode.ShouldBe(ExitCode.Fails);
        folder.Written.Keys.Where(name => name.StartsWith("bundles/", StringComparison.Ordinal)).Count().ShouldBe(5);
        File.GetUnixFileMode(Path.Join(folder.Path, "disclosures.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Sign_OneFileCannotBeWritten_LeavesNoneAndTheRunIsNotEvaluated()
    {
        var folder = OutputFolder.Create(".gates/out", repository.Path, _ => false);
        Directory.CreateDirectory(Path.Join(folder.Path, RunBundles.ReleaseDecisionName, "in the way"));
        var report = await SignAsync(folder, SignedRun.Salts());
        report.ExitCode.ShouldBe(ExitCode.CouldNotEvaluate);
        report.Verdict.ShouldBe(Verdict.Failed);
        Words.Signature(report.Signature!).ShouldBe("unsigned: it could not be signed");
        errors.ToString().ShouldStartWith("gates: this run could not be signed: ");
        errors.ToString().ShouldEndWith("The verdict is unchanged (failed), but nothing proves it.\n");
        Directory.GetFiles(Path.Join(folder.Path, RunBundles.Folder)).ShouldBeEmpty();
        folder.Written.Keys.ShouldAllBe(name => !name.StartsWith("bundles/", StringComparison.Ordinal) && name != "prov.json");
        File.Exists(Path.Join(folder.Path, "prov.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Sign_RandomnessFails_WritesNothing()
    {
        var folder = OutputFolder.Create(".gates/out", repository.Path, _ => false);
        (await SignAsync(folder, _ => throw new InvalidOperationException("no entropy"))).ExitCode.ShouldBe(ExitCode.CouldNotEvaluate);
        Directory.Exists(Path.Join(folder.Path, RunBundles.Folder)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signer_Locally_MakesOneDevelopmentKeyForItsOwnerOnly()
    {
        repository.Commit();
        using var first = await SignerAsync();
        using var second = await SignerAsync();
        second.Signer!.KeyId.ShouldBe(first.Signer!.KeyId);
        second.EvidenceKey.ShouldBeNull();
        File.GetUnixFileMode(Path.Join(repository.Path, ".gates/keys/development.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        repository.Git("status", "--porcelain").ShouldBe("");
    }

    [Fact]
    public async Task Signer_InAJobWithoutAKey_MakesNone()
    {
        repository.Commit();
        using var signer = await SignerAsync(job: JobEnvironment.Outside with { Event = new JobEvent("push", null, null, null) });
        signer.Signature.Problem.ShouldBe("no key");
        Directory.Exists(Path.Join(repository.Path, ".gates")).ShouldBeFalse();
    }

    [Fact]
    public async Task Signer_KeyOfTheEnvironment_IsUsedEverywhere()
    {
        repository.Commit();
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            using var signer = await SignerAsync(key: new string(pem));
            signer.EvidenceKey.ShouldBe(key.PublicKey);
        }
    }

    [Theory]
    [InlineData("not a key", false, "GATES_EVIDENCE_KEY: holds no PEM key")]
    [InlineData(null, true, "--key and --no-sign contradict each other")]
    public async Task Signer_WrongRequest_IsRefused(string? key, bool off, string message)
    {
        repository.Commit();
        (await Should.ThrowAsync<UsageException>(async () => (await SignerAsync(
            key: key,
            file: off ? "x" : null,
            off: off)).Dispose())).Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task Signer_NoCommit_IsUnsignedUnlessAKeyIsGiven()
    {
        using var signer = await SignerAsync();
        signer.Signature.Problem.ShouldBe("no commit");
        var (key, pem) = Ed25519PrivateKey.Create();
        key.Dispose();
        (await Should.ThrowAsync<UsageException>(async () =>
            (await SignerAsync(key: new string(pem))).Dispose())).Message.ShouldContain("has no commit that a signature could be about");
    }

    [Fact]
    public async Task Signer_FolderThatIsALink_IsNotFollowed()
    {
        repository.Commit();
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(Path.Join(repository.Path, ".gates"), elsewhere.Path);
        using var signer = await SignerAsync();
        signer.Signature.Problem.ShouldBe("no key, and no development key could be made: .gates is a symbolic link, which private keys do not follow");
        Directory.EnumerateFileSystemEntries(elsewhere.Path).ShouldBeEmpty();
    }

    public void Dispose()
    {
        repository.Dispose();
        errors.Dispose();
    }

    private async Task<RunReport> SignAsync(OutputFolder folder, Func<int, byte[]> random)
    {
        repository.Commit();
        using var signer = await SignerAsync();
        return await new RunSigning(folder, new EvidenceRecorder(folder), random, errors).SignAsync(Samples.Red(), signer, SignedRun.Facts);
    }

    private async Task<RunSigner> SignerAsync(string? key = null, string? file = null, bool off = false, JobEnvironment? job = null)
    {
        using var workspace = await Workspace.OpenAsync(repository.Info, null, CancellationToken.None);
        return await RunSigner.FromAsync(
            new SigningRequest { Key = file },
            off,
            job ?? JobEnvironment.Outside,
            workspace,
            name => name == "GATES_EVIDENCE_KEY" ? key : null,
            CancellationToken.None);
    }
}
