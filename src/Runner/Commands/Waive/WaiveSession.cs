using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Waive;

/// <summary>Writes entries into the waivers' file, each under a fingerprint that can mean one finding only.</summary>
/// <param name="findings">Looks for the finding that an older form means.</param>
/// <param name="random">Fills a new salt.</param>
internal sealed class WaiveSession(TodaysFindings findings, Action<Span<byte>> random)
{
    private const string Command = "gates waive";

    /// <exception cref="UsageException">Something is missing, or names nothing.</exception>
    /// <exception cref="EvaluationException">The gate could not be evaluated; nothing was written.</exception>
    public async Task<WaiveOutcome> RunAsync(Workspace workspace, string? config, WaiveRequest request, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationLocator.Read(workspace.Tree, config);
        var baseline = Baseline.Find(workspace.Tree, configuration.Baseline);
        var salt = RepositorySalt.Find(workspace.Tree, baseline?.HeldSalt) ?? RepositorySalt.New(random);
        var file = new WholeFile(workspace.Root, configuration.Waivers, Command);
        var text = file.Read();
        var look = new Look(workspace, configuration, baseline, salt);
        if (request.Rewrite)
        {
            return await RewriteAsync(look, file, text, cancellationToken);
        }

        var results = LastResults.Find(request.Results);
        var draft = new WaiverDraft(
            [.. configuration.Gates.Select(gate => gate.Id)],
            gate => KnownRules.Of(gate, configuration, workspace.Tree, results),
            findings.Today);
        var existing = text is null ? null : WaiverFile.Read(text, configuration.Waivers, findings.Today);
        var waivers = await ReadyAsync(look, draft.Of(request, existing, results), cancellationToken);
        var (after, renewed) = WaiverText.Put(text, configuration.Waivers, waivers, findings.Today);
        var madeSalt = salt.Keep(workspace.Root, Command);
        file.Write(after);
        return new WaiveOutcome(configuration.Waivers, waivers, madeSalt) { Renewed = renewed, Results = results };
    }

    /// <summary>Under the forms that mean one finding each.</summary>
    private async Task<IReadOnlyList<Waiver>> ReadyAsync(Look look, IReadOnlyList<Waiver> waivers, CancellationToken cancellationToken)
    {
        var unsure = waivers.Where(waiver => waiver.Fingerprint is { } print && NeedsALook(waiver, print)).ToList();
        var renewed = unsure.Count > 0 ? await RenewAsync(look, unsure, cancellationToken) : [];
        IReadOnlyList<Waiver> ready = [.. waivers.Select(waiver => renewed.FirstOrDefault(pair => pair.Old == waiver).New ?? waiver)];
        return ready.FirstOrDefault(waiver => waiver is { Fingerprint: { } last, Path: null } && new Fingerprint(last).IsShort) is { } lost
            ? throw new UsageException(
                $"{Say.Quote(lost.Fingerprint!)} is no finding of {lost.Gate} today; run `gates run` again, and copy the fingerprint from its report")
            : ready;
    }

    private async Task<WaiveOutcome> RewriteAsync(Look look, WholeFile file, string? text, CancellationToken cancellationToken)
    {
        var path = look.Configuration.Waivers;
        var old = text is null ? [] : WaiverFile.Read(text, path, findings.Today).Waivers
            .Where(waiver => waiver.Fingerprint is { } print && new Fingerprint(print).IsOld && !waiver.IsExpired(findings.Today)
                && look.Configuration.Gates.Any(gate => gate.Id == waiver.Gate))
            .ToList();
        var renewed = old.Count > 0 ? await RenewAsync(look, old, cancellationToken) : [];
        var madeSalt = false;
        if (renewed.Count > 0)
        {
            var after = WaiverText.Rewrite(text!, path, renewed, findings.Today);
            madeSalt = look.Salt.Keep(look.Workspace.Root, Command);
            file.Write(after);
        }

        return new WaiveOutcome(path, [], madeSalt)
        {
            Rewritten = renewed.Count,
            Kept = [.. old.Except(renewed.Select(pair => pair.Old)).Select(waiver => waiver.Line)],
        };
    }

    private static bool NeedsALook(Waiver waiver, Fingerprint print) => print.IsOld || (print.IsShort && (waiver.Path is null || waiver.Rule is null));

    /// <summary>The waivers whose finding is there today, with the fingerprint that it has now.</summary>
    private async Task<IReadOnlyList<(Waiver Old, Waiver New)>> RenewAsync(Look look, IReadOnlyList<Waiver> waivers, CancellationToken cancellationToken)
    {
        var gates = waivers.Select(waiver => waiver.Gate).Distinct(StringComparer.Ordinal).ToList();
        var plan = await findings.PlanAsync(look.Workspace, look.Configuration, gates, (look.Baseline, look.Salt), cancellationToken);
        plan = plan with { Triage = new Triage(Wanted(waivers), look.Baseline, findings.Today) { Salt = look.Salt } };
        var results = (await findings.JudgeAsync(look.Workspace, plan, cancellationToken)).ToDictionary(result => result.GateId, StringComparer.Ordinal);
        return
        [
            .. from waiver in waivers
               where results.ContainsKey(waiver.Gate)
               let found = results[waiver.Gate].Findings.Where(one => waiver.Covers(waiver.Gate, one.Finding, one.Forms)).ToList()
               where found.Count == 1
               select (waiver, Renewed(waiver, found[0])),
        ];
    }

    /// <summary>So that the forms that these waivers have are made of each finding.</summary>
    private static WaiverFile Wanted(IReadOnlyList<Waiver> waivers) => new("", WaiverReader.DefaultMaxDays, waivers, "");

    private static Waiver Renewed(Waiver waiver, GateFinding found) => found.Fingerprint.IsShort
        ? waiver with { Fingerprint = found.Fingerprint, Rule = found.Finding.Rule, Path = found.Finding.Location?.Path }
        : waiver with { Fingerprint = found.Fingerprint };

    /// <summary>What is looked at.</summary>
    private sealed record Look(Workspace Workspace, GatesConfiguration Configuration, Baseline? Baseline, RepositorySalt Salt);
}

/// <summary>What <c>gates waive</c> did.</summary>
/// <param name="Path">The waivers' file.</param>
/// <param name="Written">The new entries; none when entries were rewritten.</param>
/// <param name="MadeSalt">Whether the repository got its salt now.</param>
internal sealed record WaiveOutcome(string Path, IReadOnlyList<Waiver> Written, bool MadeSalt)
{
    /// <value>Those of <see cref="Written"/> that took the place of an entry.</value>
    public IReadOnlyList<Waiver> Renewed { get; init; } = [];

    /// <value>What was found last, to say what the entries cover; <see langword="null"/> when that is not known.</value>
    public LastResults? Results { get; init; }

    /// <value>How many entries have another fingerprint now.</value>
    public int Rewritten { get; init; }

    /// <value>The lines of entries that keep an older form, because none or several of today's findings have it.</value>
    public IReadOnlyList<int> Kept { get; init; } = [];
}
