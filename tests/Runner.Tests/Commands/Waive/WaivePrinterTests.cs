using Gates.Pipeline.Waivers;
using Gates.Runner.Commands.Waive;
using Runner.Tests.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Waive;

public sealed class WaivePrinterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Print_NewAndRenewed_SaysWhatTheyCoverAndWhatToCommit()
    {
        folder.Write("results.json", $$"""
            { "gates": [{ "id": "dlp-scan", "findings": [
              { "rule": "email", "fingerprint": "v2:1234", "location": { "path": "docs/a.md", "line": 3 } },
              { "rule": "email", "fingerprint": "v2:5678", "location": { "path": "docs/b.md" } },
              { "rule": "email", "fingerprint": "v2:9abc", "location": { "path": "docs/c.md" }, "count": 12 },
              { "rule": "token", "fingerprint": "{{Sample.Fingerprint}}", "location": { "path": "c.env", "line": 1 } } ] }] }
            """);
        var byPath = Waiver() with { Rule = "email", Path = "docs/**" };
        var byPrint = Waiver() with { Fingerprint = Sample.Fingerprint };
        var nothing = Waiver() with { Path = "other/**" };
        var output = new StringWriter();

        WaivePrinter.Print(
            new WaiveOutcome("w.yml", [byPath, byPrint, nothing], MadeSalt: true) { Renewed = [byPrint], Results = LastResults.Find(folder.Info.GetFiles()[0]) },
            output);

        output.ToString().ShouldBe("""
            wrote .github/gates-salt: commit it, and never change it
            wrote w.yml: dlp-scan email in docs/**, waived until 2027-01-31 by @acme/docs: Revoked
              covers 2 findings of the last run: docs/a.md:3, docs/b.md
            renewed in w.yml: dlp-scan finding v2:aaaaaaaaaaaa, waived until 2027-01-31 by @acme/docs: Revoked
              covers 1 finding of the last run: c.env:1
            wrote w.yml: dlp-scan in other/**, waived until 2027-01-31 by @acme/docs: Revoked
              covers no finding of the last run; `gates run` shows whether it covers one
            Commit w.yml and .github/gates-salt: git add :/w.yml :/.github/gates-salt
            On a pull request it counts once it is merged, because the base's waivers judge; with `gates publish` as soon as an owner of the file approves that commit.

            """);
    }

    private static Waiver Waiver() =>
        new() { Gate = "dlp-scan", Reason = "Revoked", Owner = "@acme/docs", Added = Sample.Today, Expires = new DateOnly(2027, 1, 31) };
}
