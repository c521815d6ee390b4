using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>What is wrong with a case whatever it expects: nothing was looked at, or a finding points nowhere.</summary>
internal static class CaseChecks
{
    public static IEnumerable<string> Check(GateCase one, GateResult result) =>
        Selection(one, result).Concat(result.Findings.SelectMany(found => Place(one, found.Finding, result.Evidence)));

    /// <summary>A glob that matches nothing lets every policy pass, so a case must say that it means to.</summary>
    private static IEnumerable<string> Selection(GateCase one, GateResult result)
    {
        if (one.Evidence is not null || Globs(result.Evidence) is not { Count: > 0 } globs)
        {
            yield break;
        }

        var matched = globs.Sum(glob => glob.Matched);
        if (matched == 0 && !one.Expected.Nothing)
        {
            var count = one.Tree.AllFiles.Count.ToString(CultureInfo.InvariantCulture);
            yield return $"facts:      none of the case's {count} files matches {string.Join(", ", globs.Select(glob => $"{glob.Kind} \"{glob.Text}\""))}; "
                + "add a file that does, set `facts`, or write \"nothing\": true if that is what the case is about";
        }
        else if (matched > 0 && one.Expected.Nothing)
        {
            var first = globs.First(glob => glob.Matched > 0);
            yield return $"facts:      expected nothing, but {first.Kind} \"{first.Text}\" matches {first.Matched.ToString(CultureInfo.InvariantCulture)} of the case's files";
        }
    }

    /// <returns>Every glob that selects files; none when something is collected that no glob selects.</returns>
    private static List<(string Kind, string Text, int Matched)>? Globs(Evidence? evidence)
    {
        if (evidence is null || !evidence.Facts.TryGetProperty("selection", out var selection) || selection.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var kinds = selection.EnumerateObject().ToList();
        return kinds.TrueForAll(kind => kind.Value.ValueKind == JsonValueKind.Object
            && kind.Value.TryGetProperty("include", out var include)
            && include.ValueKind == JsonValueKind.Array)
            ? [.. kinds.SelectMany(kind => kind.Value.GetProperty("include").EnumerateArray()
                .Select(glob => (kind.Name, glob.GetProperty("glob").GetString()!, glob.GetProperty("matched").GetInt32())))]
            : null;
    }

    private static IEnumerable<string> Place(GateCase one, Finding finding, Evidence? evidence)
    {
        if (finding.Location is not { } place)
        {
            yield break;
        }

        if (RepositoryPaths.Refuse(place.Path) is { } refusal)
        {
            yield return $"location:   {finding.Rule} points at \"{place.Path}\", which {refusal}";
        }
        else if (one.Evidence is null)
        {
            if (!one.Tree.Exists(place.Path))
            {
                // A scanner's report names files that the case need not hold.
                if (evidence is not null && Names(evidence.Facts, place.Path))
                {
                    yield break;
                }

                yield return $"location:   {finding.Rule} points at {place.Path}, which is no file of the case and stands nowhere in its facts";
            }
            else if ((place.EndLine ?? place.Line) is { } line && Lines(one.Tree, place.Path) is var lines && line > lines)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"location:   {finding.Rule} points at {place.Path}:{line}, but the file ends with line {lines}");
            }
        }
    }

    private static bool Names(JsonElement facts, string path) => facts.ValueKind switch
    {
        JsonValueKind.Object => facts.EnumerateObject().Any(property => Names(property.Value, path)),
        JsonValueKind.Array => facts.EnumerateArray().Any(item => Names(item, path)),
        JsonValueKind.String => facts.ValueEquals(path),
        _ => false,
    };

    private static int Lines(ISourceTree tree, string path)
    {
        using var stream = tree.Open(path);
        using var reader = new StreamReader(stream);

        // What a parser misses at a file's end it reports behind the last line break.
        return reader.ReadToEnd().AsSpan().Count('\n') + 1;
    }
}
