using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Controls;
using Gates.Attestation.Statements;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Pipeline.Waivers;

namespace Gates.Attestation.Auditing;

/// <summary>The waivers that were in force at a release of the quarter or that a signed result of one used.</summary>
internal sealed class WaiverRegister
{
    private const string InAResult = "as a signed result records it; its owner is a commitment there";

    private readonly Dictionary<(string Gate, string? Rule, string? Path, string Reason, string Until), RegisteredWaiver> all = [];

    /// <value>Files that could not be read, each in a sentence.</value>
    public List<string> Problems { get; } = [];

    public IReadOnlyList<RegisteredWaiver> Waivers =>
    [
        .. all.Values.OrderBy(one => one.Gate, StringComparer.Ordinal)
            .ThenBy(one => one.Until, StringComparer.Ordinal).ThenBy(one => one.Reason, StringComparer.Ordinal),
    ];

    /// <summary>What stood in the file of waivers at some commits.</summary>
    /// <param name="objects">Reads them.</param>
    /// <param name="commits">The commits with their names: the releases, and what is there now.</param>
    /// <param name="quarter">Only what held on a day of it counts.</param>
    /// <param name="now">The time.</param>
    public void AddFiles(GitObjects objects, IReadOnlyList<(string Name, string Commit)> commits, Quarter quarter, DateTimeOffset now)
    {
        var (first, last) = (DateOnly.FromDateTime(quarter.From.UtcDateTime), DateOnly.FromDateTime(quarter.To.AddDays(-1).UtcDateTime));
        var files = objects.Find([.. commits.Select(one => $"{one.Commit}:{WaiverFile.DefaultPath}")]);
        foreach (var ((name, _), bytes) in commits.Zip(files))
        {
            if (bytes is null)
            {
                continue;
            }

            try
            {
                var file = WaiverFile.Read(Encoding.UTF8.GetString(bytes), WaiverFile.DefaultPath, DateOnly.FromDateTime(now.UtcDateTime));
                foreach (var waiver in file.Waivers.Where(waiver => waiver.Added <= last && waiver.Expires >= first))
                {
                    Add(new RegisteredWaiver(waiver.Gate, waiver.Rule, waiver.Path, waiver.Reason, waiver.ExpiresText)
                    {
                        Owner = WaiverOwner.Of(waiver, file.Path),
                        Ticket = waiver.Ticket,
                        Since = waiver.Added.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    }).InForce.Add(name);
                }
            }
            catch (UsageException e)
            {
                Problems.Add($"{WaiverFile.DefaultPath} at {name} cannot be read: {e.Message}");
            }
        }
    }

    /// <summary>What a signed result of a release says that it let pass.</summary>
    public void AddUsed(string release, Statement statement)
    {
        if (StatementKinds.Gate(statement) is not { } gate
            || !statement.Predicate.GetProperty(GateStatement.Extension).TryGetProperty("waivers", out var waivers)
            || waivers.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var waiver in waivers.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object))
        {
            var covers = waiver.TryGetProperty("covers", out var count) && count.TryGetInt32(out var number) ? number : 0;
            var one = Add(new RegisteredWaiver(gate, Text(waiver, "rule"), Text(waiver, "path"), Text(waiver, "reason") ?? "", Text(waiver, "expires") ?? "")
            {
                Owner = InAResult,
                Ticket = Text(waiver, "ticket"),
            });
            if (covers > 0)
            {
                one.Used.Add(release);
            }
        }
    }

    private RegisteredWaiver Add(RegisteredWaiver waiver)
    {
        var key = (waiver.Gate, waiver.Rule, waiver.Path, waiver.Reason, waiver.Until);
        if (!all.TryGetValue(key, out var known))
        {
            all[key] = known = waiver;
        }
        else if (known.Owner == InAResult && waiver.Owner != InAResult)
        {
            waiver.InForce.UnionWith(known.InForce);
            waiver.Used.UnionWith(known.Used);
            all[key] = known = waiver;
        }

        return known;
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

/// <summary>A waiver of a quarter; texts are untrusted.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Rule">The only rule it covers.</param>
/// <param name="Path">The files it covers.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day on which it holds.</param>
internal sealed record RegisteredWaiver(string Gate, string? Rule, string? Path, string Reason, string Until)
{
    /// <value>Who answers for it, as a role or a place: no person's name goes into a log that forgets nothing.</value>
    public required string Owner { get; init; }

    public string? Ticket { get; init; }

    /// <value>The day on which it was written; <see langword="null"/> when only a result names it.</value>
    public string? Since { get; init; }

    /// <value>The releases whose commit had it.</value>
    public SortedSet<string> InForce { get; } = new(StringComparer.Ordinal);

    /// <value>The releases whose results it let pass.</value>
    public SortedSet<string> Used { get; } = new(StringComparer.Ordinal);
}
