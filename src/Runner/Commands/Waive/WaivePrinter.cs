using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;

namespace Gates.Runner.Commands.Waive;

/// <summary>Says what <c>gates waive</c> wrote, what that covers, and what to do with it.</summary>
internal static class WaivePrinter
{
    private const int MaxPlaces = 5;

    public static void Print(WaiveOutcome outcome, TextWriter output)
    {
        if (outcome.MadeSalt)
        {
            output.WriteLine($"wrote {RepositorySalt.DefaultPath}: commit it, and never change it");
        }

        if (outcome.Written.Count > 0)
        {
            PrintWritten(outcome, output);
            return;
        }

        output.WriteLine(Escape.OneLine($"{outcome.Path}: {Prose.Count(outcome.Rewritten, "entry", "entries")} rewritten"));
        foreach (var line in outcome.Kept)
        {
            output.WriteLine(Escape.OneLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Path}:{line} is as it was, because it does not mean exactly one finding of today; remove it if nothing needs it")));
        }
    }

    private static void PrintWritten(WaiveOutcome outcome, TextWriter output)
    {
        foreach (var waiver in outcome.Written)
        {
            var subject = waiver.Fingerprint is { } print ? $"finding {new Fingerprint(print).Beginning}" : $"in {waiver.Path}";
            var verb = outcome.Renewed.Contains(waiver) ? $"renewed in {outcome.Path}" : $"wrote {outcome.Path}";
            output.WriteLine(Escape.OneLine($"{verb}: {waiver.Gate}{(waiver.Rule is null ? "" : " " + waiver.Rule)} {subject}, {Words.Waived(waiver)}"));
            if (Covered(waiver, outcome.Results) is { } covered)
            {
                output.WriteLine(Escape.OneLine("  " + covered));
            }
        }

        string[] files = outcome.MadeSalt ? [outcome.Path, RepositorySalt.DefaultPath] : [outcome.Path];
        output.WriteLine(Escape.OneLine($"Commit {Prose.Join(files)}: git add {string.Join(' ', files.Select(file => ":/" + file))}"));
        output.WriteLine("On a pull request it counts once it is merged, because the base's waivers judge; "
            + "with `gates publish` as soon as an owner of the file approves that commit.");
    }

    /// <summary>Nothing is said without results.</summary>
    private static string? Covered(Waiver waiver, LastResults? results)
    {
        if (results is null)
        {
            return null;
        }

        var found = results.Findings.Where(finding => waiver.Covers(
            finding.Gate,
            new Policies.Finding(finding.Rule, Policies.Severity.Error, "", finding.Path is null ? null : new Policies.Location(finding.Path))
            {
                Count = finding.Count,
            },
            [new Fingerprint(finding.Fingerprint)])).ToList();
        var places = found.Select(finding => finding.Place).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var more = places.Count > MaxPlaces ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - MaxPlaces} more places") : "";
        return found.Count == 0
            ? waiver.Fingerprint is null ? "covers no finding of the last run; `gates run` shows whether it covers one" : null
            : $"covers {Prose.Count(found.Count, "finding")} of the last run"
                + (places.Count == 0 ? "" : ": " + string.Join(", ", places.Take(MaxPlaces)) + more);
    }
}
