using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>What a commit adds and a later one deletes has leaked all the same.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly HistoryInspection inspection = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Secret_that_was_added_and_deleted_since_the_base_is_found_where_it_was()
    {
        var from = repository.Write("a.txt", "a\n").Commit();
        var added = repository.Write("conf/n.env", $"one\nTOKEN={Scanning.Token}\n").Commit();
        repository.Delete("conf/n.env").Commit();

        var facts = await Inspect(from);

        var hit = HistoryInspection.Hits(facts).ShouldHaveSingleItem();
        HistoryInspection.Places(facts).ShouldBe([$"conf/n.env:2 {added}"]);
        hit.GetProperty("rule").GetString().ShouldBe("github-personal-token");
        facts.GetProperty("history").GetRawText().ShouldBe(
            """{"mode":"pull-request","commits":2,"blobs":1,"messages":2,"bytes":65,"largeFiles":0,"placeholders":0}""");
    }

    [Theory]
    [InlineData("off", false)]
    [InlineData("pull-request", false)]
    [InlineData("full", true)]
    public async Task What_was_deleted_before_the_base_counts_in_the_full_history_only(string mode, bool isFound)
    {
        repository.Write("n.env", Scanning.Token).Commit();
        var from = repository.Delete("n.env").Commit();
        repository.Write("a.txt", "a").Commit();

        HistoryInspection.Hits(await Inspect(from, new DlpScanOptions { History = mode })).Length.ShouldBe(isFound ? 1 : 0);
        HistoryInspection.Hits(await Inspect(null, new DlpScanOptions { History = mode })).Length.ShouldBe(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Encoded_text_of_a_commit_is_opened_as_that_of_a_file_is(bool decode, int count)
    {
        var from = repository.Write("a.txt", "a\n").Commit();
        repository.Write("n.txt", Convert.ToBase64String(Encoding.ASCII.GetBytes($"the token is {Scanning.Token}"))).Commit();
        repository.Delete("n.txt").Commit();

        HistoryInspection.Hits(await Inspect(from, new DlpScanOptions { Decode = decode })).Length.ShouldBe(count);
    }

    [Fact]
    public async Task Value_that_the_tip_still_has_is_said_once_and_there()
    {
        var from = repository.Write("a.txt", "a").Commit();
        repository.Write("n.env", $"A={Scanning.Token}\n").Commit();
        repository.Write("n.env", $"# moved\nA={Scanning.Token}\n").Commit();
        repository.Git("mv", "n.env", "m.env");
        repository.Commit();

        HistoryInspection.Places(await Inspect(from)).ShouldBe(["m.env:2 "]);
        HistoryInspection.Places(await Inspect(from, new DlpScanOptions { History = "full" })).ShouldBe(["m.env:2 "]);
        HistoryInspection.Places(await Inspect(from, new DlpScanOptions { Scope = "diff" })).ShouldBe(["m.env:2 "]);
    }

    [Fact]
    public async Task Secret_of_the_base_that_is_taken_away_step_by_step_is_none_of_the_change()
    {
        var lines = string.Concat(Enumerable.Range(0, 30).Select(i => $"line {i}\n"));
        var from = repository.Write("old.env", $"{lines}A={Scanning.Token}\n").Commit();
        repository.Write("old.env", $"first\n{lines}A={Scanning.Token}\n").Commit();
        repository.Git("mv", "old.env", "new.env");
        repository.Write("new.env", $"second\n{lines}A={Scanning.Token}\n").Commit();
        repository.Delete("new.env").Commit();

        HistoryInspection.Hits(await Inspect(from)).ShouldBeEmpty();
        HistoryInspection.Hits(await Inspect(from, new DlpScanOptions { Scope = "diff" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Secret_that_an_unchanged_file_of_the_tip_has_too_is_not_said_to_be_gone()
    {
        var from = repository.Write("old.env", $"A={Scanning.Token}\n").Commit();
        repository.Write("copy.env", $"B={Scanning.Token}\n").Commit();
        repository.Delete("copy.env").Commit();

        HistoryInspection.Hits(await Inspect(from, new DlpScanOptions { Scope = "diff" })).ShouldBeEmpty();
        HistoryInspection.Places(await Inspect(from)).ShouldBe(["old.env:1 "]);
    }

    [Fact]
    public async Task Side_branches_and_merges_themselves_are_looked_at()
    {
        var from = repository.Write("a.txt", "a").Commit();
        repository.Git("checkout", "-q", "-b", "side");
        var onSide = repository.Write("side.env", $"A={Scanning.Token}\n").Commit();
        repository.Delete("side.env").Commit();
        repository.Git("checkout", "-q", "main");
        repository.Write("b.txt", "b").Commit();
        repository.Git("merge", "-q", "--no-commit", "--no-ff", "side");
        var merge = repository.Write("merged.env", $"password = \"{OtherSecret}\"\n").Commit();
        repository.Delete("merged.env").Commit();

        HistoryInspection.Places(await Inspect(from)).Order(StringComparer.Ordinal).ShouldBe([$"merged.env:1 {merge}", $"side.env:1 {onSide}"]);
    }

    [Fact]
    public async Task Globs_are_about_the_path_in_the_commit_and_a_copied_folder_hides_nothing()
    {
        var from = repository.Write("a.txt", "a").Commit();
        var added = repository.Write("gen/x/n.env", Scanning.Token).Write("src/x/n.env", Scanning.Token).Commit();
        repository.Git("rm", "-q", "-r", "gen", "src");
        repository.Commit();

        HistoryInspection.Places(await Inspect(from, new DlpScanOptions { Exclude = ["gen/**"] })).ShouldBe([$"src/x/n.env:1 {added}"]);
        HistoryInspection.Hits(await Inspect(from, new DlpScanOptions { Exclude = ["gen/**", "src/**"] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_base_the_tip_alone_is_looked_at_and_that_is_said()
    {
        repository.Write("n.env", Scanning.Token).Commit();
        repository.Delete("n.env").Commit();

        var facts = await Inspect(null);

        HistoryInspection.Hits(facts).ShouldBeEmpty();
        facts.GetProperty("history").GetProperty("unread").GetString()!.ShouldStartWith("there is no base");
        inspection.Coverage!.HasUnexpected.ShouldBeFalse();
    }

    [Fact]
    public async Task Messages_are_read_and_people_in_them_are_no_findings()
    {
        var from = repository.Write("a.txt", "a").Commit();
        var commit = repository.Commit($"Rotate\n\nit was {Scanning.Token}\n\n"
            + "Signed-off-by: Ann <ann.miller@corp-mail.com>\nCo-authored-by: Bo <bo.berg@corp-mail.com>");
        repository.Git("tag", "-a", "v1", "-m", $"password = \"{OtherSecret}\"");

        var facts = await Inspect(from);

        HistoryInspection.Places(facts).ShouldBe([$"commit message:3 {commit}", $"message of the tag v1:1 {commit}"]);
    }

    [Fact]
    public async Task Contents_in_utf16_and_large_ones_are_read_whole()
    {
        var from = repository.Write("a.txt", "a").Commit();
        File.WriteAllBytes(Path.Combine(repository.Path, "wide.txt"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("x\nkey " + Scanning.Token)]);
        repository.Write("large.txt", string.Concat(Enumerable.Repeat("nothing to see here\n", 50_000)) + $"password = \"{OtherSecret}\"\n");
        var added = repository.Commit();
        repository.Delete("wide.txt").Delete("large.txt").Commit();

        HistoryInspection.Places(await Inspect(from)).Order(StringComparer.Ordinal).ShouldBe([$"large.txt:50001 {added}", $"wide.txt:2 {added}"]);
    }

    [Fact]
    public async Task Pointers_of_git_lfs_and_submodules_are_said()
    {
        using var other = new TempRepository();
        other.Write("x", "x").Commit();
        var pointer = $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n";
        repository.Write("big.bin", pointer).Write("a.txt", "a");
        repository.Git("submodule", "--quiet", "add", other.Path, "vendor/x");
        repository.Commit();

        var facts = await Inspect(null);

        facts.GetProperty("submodules").GetRawText().ShouldBe($$"""[{"path":"vendor/x","commit":"{{other.Git("rev-parse", "HEAD")}}"}]""");
        facts.GetProperty("skipped").GetRawText().ShouldBe("""[{"path":"big.bin","reason":"lfs"}]""");
        inspection.Coverage!.Words.ShouldBe("2 files; 2 left out: submodule (1), content in Git LFS (1)");
    }

    [Fact]
    public async Task No_part_of_a_value_reaches_the_evidence()
    {
        var from = repository.Write("a.txt", "a").Commit();
        repository.Write("n.env", $"TOKEN={Scanning.Token}\npassword = \"{OtherSecret}\"\n").Commit($"also {Scanning.Token}");
        repository.Delete("n.env").Commit();

        var facts = await Inspect(from);

        HistoryInspection.Hits(facts).Length.ShouldBe(2);
        facts.GetRawText().ShouldNotContain(Scanning.Token[4..]);
        facts.GetRawText().ShouldNotContain(OtherSecret[..8]);
    }

    private static string OtherSecret { get; } = "kX9" + "vQ2mZ7pLw4RtB8nYc";

    private Task<JsonElement> Inspect(string? from, DlpScanOptions? options = null) => inspection.RunAsync(repository.Info, from, options);
}
