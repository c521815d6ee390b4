using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;

namespace Gates.Runner.Runs;

/// <summary>
/// Gives findings the line that they are about, for reports that people read. A line on which a gate found a value that goes nowhere is not shown at all, and
/// what looks like a secret in another is masked.
/// </summary>
/// <param name="tree">Where the lines are.</param>
/// <param name="secrets">Finds what must be masked.</param>
internal sealed class SourceLines(ISourceTree tree, ISecretFinder secrets)
{
    /// <value>Characters of a line; the rest of a longer one is cut.</value>
    private const int MaxLength = 160;

    /// <value>Larger files are data, and their lines say little.</value>
    private const int MaxFile = 256 << 10;

    /// <value>Files that are read; a reader never gets to see more findings in full.</value>
    private const int MaxFiles = 200;

    private const string Mask = "•••";

    private readonly Dictionary<string, (string[] Lines, IReadOnlyList<string> Secrets)?> files = new(StringComparer.Ordinal);

    /// <param name="results">The run's gates.</param>
    /// <param name="hides">Whether a gate finds values that go nowhere.</param>
    public IReadOnlyList<GateResult> Add(IReadOnlyList<GateResult> results, Func<string, bool> hides)
    {
        var hidden = results.Where(gate => hides(gate.GateId))
            .SelectMany(gate => gate.Findings)
            .Select(found => found.Finding.Location)
            .OfType<Gates.Policies.Location>()
            .ToLookup(place => place.Path, StringComparer.Ordinal);
        return
        [
            .. results.Select(gate => hides(gate.GateId) ? gate : gate with
            {
                Findings = [.. gate.Findings.Select(found => found.State == FindingState.New && found.Finding.Location is { Line: { } line } place
                    && !hidden[place.Path].Any(other => other.Line is null || (other.Line <= line && line <= (other.EndLine ?? other.Line)))
                    ? found with { Line = Read(place.Path, line) }
                    : found)],
            }),
        ];
    }

    private string? Read(string path, int line)
    {
        if (!files.TryGetValue(path, out var file))
        {
            file = files[path] = files.Count < MaxFiles ? Open(path) : null;
        }

        if (file is not { } known || line > known.Lines.Length)
        {
            return null;
        }

        var text = known.Lines[line - 1].Trim();
        foreach (var secret in known.Secrets)
        {
            if (secret.Contains('\n', StringComparison.Ordinal) && text.Length > 0 && secret.Contains(text, StringComparison.Ordinal))
            {
                return null;
            }

            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return !text.Any(char.IsLetterOrDigit) ? null : text.Length > MaxLength ? text[..MaxLength] + "…" : text;
    }

    private (string[] Lines, IReadOnlyList<string> Secrets)? Open(string path)
    {
        try
        {
            if (!tree.Exists(path))
            {
                return null;
            }

            using var stream = tree.Open(path);
            if (BoundedBytes.Read(stream, MaxFile) is not { } bytes || bytes.AsSpan().Contains((byte)0))
            {
                return null;
            }

            var text = Encoding.UTF8.GetString(bytes);
            return (text.Split('\n'), [.. secrets.Find(path, text).Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length)]);
        }
        catch (Exception e) when (e is EvaluationException or IOException)
        {
            // What cannot be searched for secrets is not shown.
            return null;
        }
    }
}
