using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.RuleBooks;
using Gates.Pipeline.Waivers;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Carries over what another scanner was told: rules and paths into our file, accepted places into waivers for what is really found there.</summary>
internal sealed class MigrateSession(TodaysFindings findings)
{
    public const string Command = "gates migrate";

    private static readonly string[] Categories = ["personal-data", "generic-secret", "provider-secret", "private-key"];

    private readonly IRuleBook book = GateCatalog.Rules;
    private readonly Dictionary<string, string> carried = new(StringComparer.Ordinal);
    private RepositorySalt? salt;

    /// <exception cref="UsageException">The configuration, or a file that is written, is not valid, or nobody answers for waivers.</exception>
    /// <exception cref="EvaluationException">The gate could not be evaluated; no waiver was written.</exception>
    public async Task<Migrated> RunAsync(Workspace workspace, MigrateRequest request, CancellationToken cancellationToken)
    {
        var tokens = findings.Tokens(cancellationToken);
        var so = Read(workspace, request);
        so.LeaveTokens(tokens);
        var expires = findings.Today.AddDays(request.Days);
        var (rules, paths) = Convert(workspace, request, so, expires);
        var file = new WholeFile(workspace.Root, book.Path, Command);
        var before = file.Read();
        var after = OwnRulesText.Add(before, (rules, paths), book, $"Rules of this repository for dlp-scan. Taken over from {request.Tool} by `{Command}`; "
            + $"`gates dlp rules` lists them.");
        var configuration = ConfigurationLocator.Read(workspace.Tree, request.Config);
        var waivers = so.Allows.Count > 0 ? await WaiversAsync(workspace, configuration, request, so, (expires, after), cancellationToken) : [];
        so.MaskLeft(tokens);
        var migrated = new Migrated(request.Tool, so, rules, paths, waivers) { WaiversPath = configuration.Waivers, IsNew = before is null };
        if (request.DryRun || so.Files.Count + so.Allows.Count == 0)
        {
            return migrated;
        }

        if (waivers.Count > 0 && request.Owner is null)
        {
            throw new UsageException($"--owner is missing: {waivers.Count} waivers are to be written, and somebody answers for them, such as --owner "
                + $"@acme/security");
        }

        Write(workspace, configuration, waivers);
        file.Write(after);
        return migrated;
    }

    private static Foreign Read(Workspace workspace, MigrateRequest request)
    {
        var so = new Foreign();
        var folder = request.Folder.Length == 0 ? "" : request.Folder.Trim('/') + "/";
        var files = new ForeignFiles(workspace.Tree, folder);
        Action<ForeignFiles, Foreign> read = request.Tool switch
        {
            "gitleaks" => GitleaksReader.Read,
            "detect-secrets" => DetectSecretsReader.Read,
            "trufflehog" => TrufflehogReader.Read,
            _ => SecretlintReader.Read,
        };
        read(files, so);
        InlineComments.Read(workspace.Tree, request.Tool, so);
        return so;
    }

    private (List<string> Rules, List<string> Paths) Convert(Workspace workspace, MigrateRequest request, Foreign so, DateOnly expires)
    {
        var taken = book.Rules(workspace.Tree).Select(rule => rule.Id).Concat(Categories).ToHashSet(StringComparer.Ordinal);
        var own = new WholeFile(workspace.Root, book.Path, Command).Read() ?? "";
        var rules = so.Rules.Select(rule => Rule(rule, request, so, taken, own)).OfType<string>().ToList();
        return (rules, [.. so.Paths.DistinctBy(path => (path.Glob, path.Rule)).Select(path => Path(path, request, so, expires, own)).OfType<string>()]);
    }

    private string? Rule(ForeignRule rule, MigrateRequest request, Foreign so, HashSet<string> taken, string own)
    {
        if (own.Contains("# " + rule.Place + "\n", StringComparison.Ordinal))
        {
            so.Leave(rule.Place, $"rule {Say.Path(rule.Id)} stands in {book.Path} already");
            return null;
        }

        var (id, text, refusal) = new RuleText(book).Of(rule, taken, request.Tool);
        if (text is null)
        {
            so.Leave(rule.Place, $"rule {Say.Path(rule.Id)}: {refusal}");
            return null;
        }

        carried[rule.Id] = id;
        return text;
    }

    private string? Path(ForeignPath path, MigrateRequest request, Foreign so, DateOnly expires, string own)
    {
        if (path.Rule is { } rule && !carried.ContainsKey(rule))
        {
            so.Leave(path.Place, $"path {Say.Quote(path.Glob)}: its rule {Say.Path(rule)} is not carried, or stands there already");
            return null;
        }

        var entry = RuleText.Allow(path, path.Rule is { } name ? carried[name] : null, request.Tool, expires);
        if (own.Contains(entry.Split('\n')[0] + "\n", StringComparison.Ordinal))
        {
            so.Leave(path.Place, $"path {Say.Quote(path.Glob)} stands in {book.Path} already");
            return null;
        }

        // A rule that is new is in no file yet.
        if (book.Problems("version: 1\nallow:\n" + RuleText.Allow(path, null, request.Tool, expires)) is [var problem, ..])
        {
            so.Leave(path.Place, $"path {Say.Quote(path.Glob)}: {problem[(problem.LastIndexOf("`: ", StringComparison.Ordinal) + 3)..]}");
            return null;
        }

        return entry;
    }

    /// <summary>A waiver for each finding that stands where something was accepted.</summary>
    private async Task<IReadOnlyList<Waiver>> WaiversAsync(
        Workspace workspace, GatesConfiguration configuration, MigrateRequest request, Foreign so, (DateOnly Expires, string Rules) now,
            CancellationToken cancellationToken)
    {
        if (configuration.Gates.All(gate => gate.Id != book.GateId))
        {
            throw new UsageException($"{Say.Path(configuration.Source)} has no gate {book.GateId}, whose findings would be waived; add `{book.GateId}: "
                + $"{{}}` under `gates:`");
        }

        var baseline = Baseline.Find(workspace.Tree, configuration.Baseline);
        salt = RepositorySalt.Find(workspace.Tree, baseline?.HeldSalt) ?? RepositorySalt.New(RepositorySalt.Random);
        var plan = await findings.PlanAsync(workspace, configuration, [book.GateId], (baseline, salt), cancellationToken);
        plan = plan with { Rules = new TreeWithFile(workspace.Tree, book.Path, now.Rules) };
        var found = (await findings.JudgeAsync(workspace, plan, cancellationToken)).Where(result => result.GateId == book.GateId)
            .SelectMany(result => result.Findings).Where(one => one.Finding.Location?.Line is not null).ToList();
        var waivers = new List<Waiver>();
        foreach (var allow in so.Allows)
        {
            var there = found.Where(one => one.Finding.Location!.Path == allow.Path && IsIn(one.Finding.Location, allow)).ToList();
            if (there.Count == 0)
            {
                so.Leave(allow.Source, $"dlp-scan finds nothing in {Say.Path(allow.Path)}:{allow.Line} today, so there is nothing to waive");
            }

            waivers.AddRange(there.Where(one => one.State != FindingState.Waived).Select(one => Waiver(one, allow, request, now.Expires)));
        }

        return [.. waivers.DistinctBy(waiver => (waiver.Fingerprint, waiver.Path))];
    }

    private static bool IsIn(Gates.Policies.Location location, ForeignAllow allow) =>
        location.Line <= allow.EndLine && (location.EndLine ?? location.Line) >= allow.Line;

    private Waiver Waiver(GateFinding found, ForeignAllow allow, MigrateRequest request, DateOnly expires) => new()
    {
        Gate = book.GateId,
        Rule = found.Finding.Rule,
        Fingerprint = found.Fingerprint.Text,
        Path = found.Fingerprint.IsShort ? found.Finding.Location!.Path : null,
        Reason = $"taken over from {request.Tool}: {allow.Source}",
        Owner = request.Owner ?? "?",
        Added = findings.Today,
        Expires = expires,
    };

    private void Write(Workspace workspace, GatesConfiguration configuration, IReadOnlyList<Waiver> waivers)
    {
        if (waivers.Count == 0)
        {
            return;
        }

        var file = new WholeFile(workspace.Root, configuration.Waivers, Command);
        var (text, _) = WaiverText.Put(file.Read(), configuration.Waivers, waivers, findings.Today);
        salt!.Keep(workspace.Root, Command);
        file.Write(text);
    }
}

/// <summary>What <c>gates migrate</c> was asked.</summary>
internal sealed record MigrateRequest(string Tool, string Folder, string? Config)
{
    public string? Owner { get; init; }

    public int Days { get; init; }

    public bool DryRun { get; init; }
}

/// <summary>What was carried over.</summary>
/// <param name="Tool">From where.</param>
/// <param name="From">What its files say, and what of it is left.</param>
/// <param name="Rules">The new rules, as they are written.</param>
/// <param name="Paths">The new entries for paths, as they are written.</param>
/// <param name="Waivers">The new waivers.</param>
internal sealed record Migrated(string Tool, Foreign From, IReadOnlyList<string> Rules, IReadOnlyList<string> Paths, IReadOnlyList<Waiver> Waivers)
{
    public required string WaiversPath { get; init; }

    /// <value>Whether our file was not there before.</value>
    public required bool IsNew { get; init; }
}
