using System.Text;
using Gates.BuiltIn;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Commands.Policy;
using Gates.Runner.Commands.Test;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Typings;

/// <summary>Holds each gate's <c>evidence.d.ts</c> against what the gate really gives in its cases.</summary>
public sealed class BuiltInEvidenceTests : IDisposable
{
    private readonly TempFolder root = new();

    public static TheoryData<string> Gates => [.. GateCatalog.All.Select(gate => gate.Id)];

    public void Dispose() => root.Dispose();

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task Evidence_and_settings_are_as_declared(string gate)
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        NewPolicy.Write(new NewPolicyRequest(root.Info, "copy", gate), TextWriter.Null).ShouldBe(ExitCode.Holds);
        await using var session = new TestSession(BuiltWorker.Options, TimeProvider.System);
        var report = await session.RunAsync(new TestRequest { Root = root.Info }, TestContext.Current.CancellationToken);

        var results = report.Cases.Select(one => one.Result?.Result).OfType<GateResult>().Where(result => result.Evidence is not null).ToList();
        var text = new StringBuilder("""
            import type { Evidence, Settings } from "./types.d.ts";
            type Seen = Omit<Evidence, "coverage"> & Partial<Pick<Evidence, "coverage">>; // A case of recorded evidence has none.

            """);
        foreach (var (i, result) in results.Index())
        {
            text.Append($"export const evidence{i}: Seen = {result.Evidence!.Facts.GetRawText()};\nexport const settings{i}: Settings = {result.Settings.GetRawText()};\n");
        }

        File.Delete(Path.Combine(root.Path, "policies/copy/policy.js"));
        root.Write("policies/copy/seen.ts", text.ToString());

        results.Count.ShouldBeGreaterThan(1);
        InstalledTypeScript.Run(Path.Combine(root.Path, "policies"), "-p", "jsconfig.json", "--pretty", "false").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBeEmpty();
    }
}
