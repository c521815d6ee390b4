using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Evidence read as git objects.</summary>
public sealed class TreeEvidenceTests : IDisposable
{
    private const string Big = "audit/2026/11/22/big.json";

    private readonly SignedRelease release = new();
    private readonly TempRepository repository = new();

    [Fact]
    public async Task Branch_InGit_HoldsAsInMemory()
    {
        using var tree = await CommitAsync();
        var report = release.Verify(new TreeEvidence(tree));
        report.Problems.ShouldBeEmpty();
        report.Verified.ShouldBe(release.Verify(release.Branch).Verified);
    }

    [Fact]
    public async Task Files_AskedTogether_ComeInTheirOrder_AndNothingForThoseThatAreAbsent()
    {
        using var tree = await CommitAsync();
        string[] paths = [.. release.Branch.Paths, "absent", release.Branch.Paths[0]];
        new TreeEvidence(tree).ReadAll(paths).ShouldBe([.. paths.Select(release.Branch.Read)]);
    }

    [Fact]
    public async Task File_LargerThanAnyEvidence_IsOneProblem_AndTheOthersHold()
    {
        using (var file = File.Create(Path.Combine(repository.Write(Big, "").Path, Big)))
        {
            file.SetLength(EvidenceLimits.FileBytes + 1);
        }

        using var tree = await CommitAsync();
        var report = release.Verify(new TreeEvidence(tree));
        report.Verified.Count.ShouldBe(3);
        report.Problems.Select(problem => $"{problem.Fault} {problem.Message}").ShouldBe(
        [
            $"{Gates.Attestation.Log.LogFault.NotLogged} {Big}: no entry of the log names this file",
            $"{VerificationFault.Malformed} {Big}: more than 64 MiB, which no file of evidence is",
        ]);
    }

    [Fact]
    public async Task Object_ThatTheCloneLacks_CannotBeRead()
    {
        using var tree = await CommitAsync();
        var id = repository.Git("rev-parse", "HEAD:audit/2026/11/22/dlp-scan.json");
        File.Delete(Path.Combine(repository.Path, ".git", "objects", id[..2], id[2..]));
        Should.Throw<EvaluationException>(() => release.Verify(new TreeEvidence(tree))).Message.ShouldStartWith($"the object {id} is missing from this clone");
    }

    public void Dispose()
    {
        release.Dispose();
        repository.Dispose();
    }

    private async Task<GitTree> CommitAsync()
    {
        foreach (var (path, bytes) in release.Branch.Files)
        {
            repository.Write(path, "");
            File.WriteAllBytes(Path.Combine(repository.Path, path), bytes);
        }

        var commit = repository.Commit();
        return await (await GitRepository.FindAsync(
            repository.Info,
            token: null,
            TestContext.Current.CancellationToken))!.TreeAsync(commit, TestContext.Current.CancellationToken);
    }
}
