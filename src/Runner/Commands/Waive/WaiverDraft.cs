using System.Globalization;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Runner.Commands.Waive;

/// <summary>Makes a waiver of what a command line says.</summary>
internal static class WaiverDraft
{
    private const int MinPrefixLength = 6;

    /// <exception cref="UsageException">Something is missing, or names nothing.</exception>
    public static Waiver Of(WaiveRequest request, IReadOnlyList<string> gates, DateOnly today)
    {
        var waiver = new Waiver
        {
            Gate = request.Gate ?? "",
            Rule = request.Rule,
            Path = request.Path,
            Reason = Said("--reason", request.Reason, "say why the findings are accepted"),
            Owner = Said("--owner", request.Owner, "name who answers for it, such as @acme/docs"),
            Ticket = request.Ticket,
            Added = today,
            Expires = Day(request.Expires ?? throw Missing("--expires", "every waiver ends; write a day, such as 2027-01-31")),
        };
        waiver = request.Fingerprint is { } prefix ? OfFinding(waiver, request, prefix) : waiver;
        if (waiver.Gate.Length == 0 || (waiver.Path is null && waiver.Fingerprint is null))
        {
            throw new UsageException("name one finding by its fingerprint (results.json and every report have it), or --gate with --path");
        }

        return gates.Contains(waiver.Gate, StringComparer.Ordinal)
            ? waiver
            : throw new UsageException($"--gate {Say.Quote(waiver.Gate)} is not a gate of the configuration{Suggestion.Words(waiver.Gate, gates)} valid: {Say.List(gates)}");
    }

    private static string Said(string option, string? value, string advice) =>
        value is null ? throw Missing(option, advice)
        : Waiver.IsPlaceholder(value) ? throw new UsageException($"{option} {Say.Quote(value)} is a placeholder; {advice}")
        : value;

    private static Waiver OfFinding(Waiver waiver, WaiveRequest request, string prefix)
    {
        var isWhole = Fingerprint.IsValid(prefix);
        if (request.Path is not null && !(isWhole && new Fingerprint(prefix).IsShort))
        {
            throw new UsageException("a fingerprint is one finding wherever it stands; leave --path away");
        }

        // A report on GitHub shows the whole fingerprint; with the gate's name it needs no results of this machine.
        if (request.Gate is not null && isWhole)
        {
            return waiver with { Fingerprint = prefix };
        }

        var found = Find(request.Results, prefix, request.Path);
        return (request.Gate ?? found.Gate) != found.Gate || (request.Rule ?? found.Rule) != found.Rule
            ? throw new UsageException($"{Say.Quote(prefix)} is a finding of {found.Gate}, rule {found.Rule}; leave --gate and --rule away")
            : waiver with
            {
                Gate = found.Gate,
                Rule = found.Rule,
                Fingerprint = found.Fingerprint,
                Path = new Fingerprint(found.Fingerprint).IsShort ? found.Path : null,
            };
    }

    private static Reported Find(FileInfo results, string prefix, string? path)
    {
        var digits = prefix[(prefix.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (digits.Length < MinPrefixLength && !Fingerprint.IsValid(prefix) && !Fingerprint.IsValid(Fingerprint.KeyedPrefix + prefix))
        {
            throw new UsageException($"{Say.Quote(prefix)} is too short to mean one finding; give at least {MinPrefixLength} digits of its fingerprint");
        }

        var matches = Read(results).Where(finding => (path is null || finding.Path == path) && Begins(finding.Fingerprint, prefix)).Distinct().ToList();
        return matches switch
        {
            [var one] => one,
            [] =>
                throw new UsageException($"{Say.Quote(prefix)} is no finding of {results}; run `gates run` again, or copy the fingerprint from a report of this state of the repository"),
            _ when matches.All(match => match.Fingerprint == matches[0].Fingerprint) =>
                throw new UsageException($"{Say.Quote(prefix)} means {matches.Count} findings; say which with --path: {Say.List(matches.Select(match => match.Path ?? "").Take(5))}"),
            _ =>
                throw new UsageException($"{Say.Quote(prefix)} means {matches.Count} findings; give more digits: {Say.List(matches.Take(5).Select(match => Longer(match.Fingerprint, digits.Length + 8)))}"),
        };
    }

    private static bool Begins(string fingerprint, string prefix) =>
        (prefix.Contains(':', StringComparison.Ordinal) ? fingerprint : new Fingerprint(fingerprint).Digits).StartsWith(prefix, StringComparison.Ordinal);

    private static string Longer(string fingerprint, int digits) =>
        fingerprint[..Math.Min(fingerprint.IndexOf(':', StringComparison.Ordinal) + 1 + digits, fingerprint.Length)];

    private static List<Reported> Read(FileInfo results)
    {
        try
        {
            using var stream = results.OpenRead();
            using var document = JsonDocument.Parse(stream);
            return
            [
                .. from gate in document.RootElement.GetProperty("gates").EnumerateArray()
                   from finding in gate.GetProperty("findings").EnumerateArray()
                   select new Reported(
                       gate.GetProperty("id").GetString()!,
                       finding.GetProperty("rule").GetString()!,
                       PathOf(finding),
                       finding.GetProperty("fingerprint").GetString()!),
            ];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{results}: there is no such file; `gates run` writes it, or name another with --results, or give the whole fingerprint and --gate");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{results}: is not a results.json of `gates run`: {e.Message}");
        }
    }

    private static string? PathOf(JsonElement finding) =>
        finding.TryGetProperty("location", out var place) && place.ValueKind == JsonValueKind.Object ? place.GetProperty("path").GetString() : null;

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new UsageException($"--expires {Say.Quote(text)} is not a date; write year-month-day, such as 2027-01-31");

    private static UsageException Missing(string option, string advice) => new($"{option} is missing; {advice}");

    /// <summary>A finding as <c>results.json</c> has it.</summary>
    private sealed record Reported(string Gate, string Rule, string? Path, string Fingerprint);
}
