using Gates.BuiltIn.DlpScan;
using Gates.Pipeline.Results;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>A clone that does not hold what was pushed must not pass for one in which nothing was.</summary>
public sealed class HistoryClonesTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly HistoryInspection inspection = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Commits_that_a_shallow_clone_lacks_are_fetched()
    {
        var from = repository.Write("a.txt", "a").Commit();
        var added = repository.Write("n.env", Scanning.Token).Commit();
        repository.Delete("n.env").Commit();
        repository.Write("b.txt", "b").Commit();
        using var folder = Clone(from);

        HistoryInspection.Places(await inspection.RunAsync(Below(folder), from)).ShouldBe([$"n.env:1 {added}"]);
    }

    [Fact]
    public async Task Commits_that_cannot_be_fetched_leave_the_gate_unevaluated_and_name_the_line_to_add()
    {
        var from = repository.Write("a.txt", "a").Commit();
        repository.Write("n.env", Scanning.Token).Commit();
        repository.Delete("n.env").Commit();
        repository.Write("b.txt", "b").Commit();
        using var folder = Clone(from);
        TempRepository.Run(Below(folder).FullName, "remote", "remove", "origin");

        await inspection.RunAsync(Below(folder), from);

        inspection.Coverage!.Problem!.ShouldContain("Add `fetch-depth: 0` to the `with:` of your actions/checkout step");
        Verdicts.OfGate(GateMode.Enforce, errored: false, [], inspection.Coverage).ShouldBe(Verdict.Errored);

        await inspection.RunAsync(Below(folder), null, new DlpScanOptions { History = "full" });
        inspection.Coverage!.Problem!.ShouldContain("this clone is shallow");
    }

    [Fact]
    public async Task Missing_content_is_no_pass()
    {
        var from = repository.Write("a.txt", "a").Commit();
        repository.Write("n.env", Scanning.Token).Commit();
        var blob = repository.Git("rev-parse", "HEAD:n.env");
        repository.Delete("n.env").Commit();
        var file = Path.Combine(repository.Path, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);

        await inspection.RunAsync(repository.Info, from);

        inspection.Coverage!.Problem!.ShouldContain("n.env in the commit ");
    }

    private TempFolder Clone(string from)
    {
        var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--depth=2", "file://" + repository.Path, "clone");
        TempRepository.Run(Below(folder).FullName, "fetch", "-q", "--depth=1", "origin", from);
        return folder;
    }

    private static DirectoryInfo Below(TempFolder folder) => new(Path.Combine(folder.Path, "clone"));
}
