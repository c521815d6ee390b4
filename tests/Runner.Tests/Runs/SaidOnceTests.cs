using System.Text.Json;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Runs;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class SaidOnceTests
{
    private static readonly IReadOnlyList<PlannedGate> Planned = [Plan("tags", ""), Plan("pay-tags", "pay/"), Plan("pay-api-tags", "pay/api/")];

    [Fact]
    public void What_a_folder_s_gate_and_the_one_above_find_is_said_by_the_one_above() =>
        Tellers(Gate("tags", GateMode.Warn, "a", "b"), Gate("pay-tags", GateMode.Warn, "b", "c")).ShouldBe(["tags: a, b", "pay-tags: b (tags), c"]);

    [Fact]
    public void The_one_that_blocks_says_it() =>
        Tellers(Gate("tags", GateMode.Warn, "a"), Gate("pay-tags", GateMode.Warn, "a"), Gate("pay-api-tags", GateMode.Enforce, "a"))
            .ShouldBe(["tags: a (pay-api-tags)", "pay-tags: a (pay-api-tags)", "pay-api-tags: a"]);

    [Fact]
    public void Another_gate_s_findings_are_its_own() =>
        Tellers(Gate("dlp-scan", GateMode.Enforce, "a"), Gate("pay-tags", GateMode.Warn, "a")).ShouldBe(["dlp-scan: a", "pay-tags: a"]);

    [Fact]
    public void What_is_waived_above_is_said_below()
    {
        var above = Gate("tags", GateMode.Enforce, "a");
        above = above with { Findings = [.. above.Findings.Select(found => found with { State = FindingState.Waived })] };

        Tellers(above, Gate("pay-tags", GateMode.Enforce, "a")).ShouldBe(["tags: a", "pay-tags: a"]);
    }

    [Theory]
    [InlineData("Dockerfile", "image-unpinned", "base-image-allowlist")]
    [InlineData("Dockerfile", "image-not-allowed", "base-image-allowlist")]
    [InlineData("Dockerfile", "unreadable", null)]
    [InlineData("other/Dockerfile", "image-unpinned", null)]
    public void An_image_without_a_digest_is_said_by_the_gate_of_images_alone(string path, string rule, string? teller)
    {
        GateResult[] results =
        [
            Found("base-image-allowlist", rule, Severity.Warning, new Location(path, 3)),
            Found("hermetic-build", "unpinned-image", Severity.Note, new Location("Dockerfile", 9)),
        ];

        SaidOnce.Mark(results, Gates.BuiltIn.GateCatalog.Overlaps)[1].Findings.ShouldHaveSingleItem().SaidBy.ShouldBe(teller);
    }

    private static GateResult Found(string id, string rule, Severity severity, Location place) => Samples.Gate(id, id, Verdict.Warned) with
    {
        Findings = [new GateFinding(new Finding(rule, severity, "m", place), "v2:0000000000000001", FindingState.New, InDiff: false)],
    };

    private static string[] Tellers(params GateResult[] results) =>
    [
        .. SaidOnce.MarkFolders(results, Planned).Select(result =>
            $"{result.GateId}: {string.Join(", ", result.Findings.Select(Told))}"),
    ];

    private static string Told(GateFinding found) => found.Finding.Message + (found.SaidBy is null ? "" : $" ({found.SaidBy})");

    private static GateResult Gate(string id, GateMode mode, params string[] messages) => Samples.Gate(id, id, Verdict.Warned) with
    {
        Mode = mode,
        Findings =
        [
            .. messages.Select(message => new GateFinding(
                new Finding("tag", Severity.Error, message, new Location("pay/api/x.yaml", 1, null, null, null)),
                "v2:0000000000000001",
                FindingState.New,
                InDiff: false)),
        ],
    };

    private static PlannedGate Plan(string id, string folder) => new()
    {
        Id = id,
        Name = "tags",
        Folder = folder,
        Title = id,
        Gate = new DelegateGate((_, _) => throw new InvalidOperationException("nothing runs here")),
        Policy = new PolicySource("p.js", ""),
        Settings = JsonElement.Parse("{}"),
        Mode = GateMode.Warn,
    };
}
