using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// Follows what a builder says, line by line, and knows of each line which step said it: the engine's own builder counts its steps, Buildah does in another
/// way,
/// and BuildKit gives each a number of its own, since they run side by side.
/// </summary>
internal sealed partial class BuildLog(MarkedDockerfile? file)
{
    private const int MaxLines = 20_000;
    private const int MaxLine = 2_000;
    private const int MaxKept = 64 << 10;

    private readonly List<(DockerfileInstruction? Step, string Text)> lines = [];
    private readonly Dictionary<string, DockerfileInstruction?> vertices = new(StringComparer.Ordinal);
    private readonly StringBuilder pending = new();
    private DockerfileInstruction? current;
    private DockerfileInstruction? failed;
    private int stated;

    /// <value>The names of the containers that steps ran in, which are their host names, too.</value>
    public List<string> Containers { get; } = [];

    /// <summary>Takes a piece of what the builder says.</summary>
    public void Add(string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r')
            {
                End();
            }
            else if (pending.Length < MaxLine)
            {
                pending.Append(letter);
            }
        }
    }

    /// <summary>What is known of the step that failed, when one did.</summary>
    /// <param name="error">What the builder gave as the reason.</param>
    public StepFailure Failure(string error)
    {
        End();
        if (ErrorLine().Match(error) is { Success: true } at)
        {
            var line = file?.LineOf(int.Parse(at.Groups["line"].Value, CultureInfo.InvariantCulture)) ?? 0;
            return new StepFailure(line, file?.Steps.FirstOrDefault(step => step.Line == line)?.Original ?? "", [], error);
        }

        var step = failed ?? (stated > 0 ? file?.Steps.LastOrDefault(one => one.Line <= stated) : null) ?? current;
        var said = lines.Where(line => line.Step == step).Select(line => line.Text).ToList();
        return new StepFailure(step?.Line ?? 1, step?.Original ?? "", said, error);
    }

    /// <summary>The steps that looked for a network, and how each of them said so.</summary>
    public IEnumerable<(int Line, string Step, IReadOnlyList<string> Said)> Traces()
    {
        End();
        return lines.Where(line => line.Step is { Name: "RUN" } && NetworkTraces.IsTrace(line.Text))
            .GroupBy(line => line.Step!)
            .OrderBy(group => group.Key.Line)
            .Select(group => (group.Key.Line, group.Key.Original, (IReadOnlyList<string>)[.. group.Select(line => line.Text)]));
    }

    /// <summary>All of it; of much, its end.</summary>
    public override string ToString()
    {
        End();
        var text = string.Join('\n', lines.Select(line => line.Text));
        return text.Length <= MaxKept ? text : "…\n" + text[^MaxKept..];
    }

    private void End()
    {
        if (pending.Length == 0)
        {
            return;
        }

        var line = Colours().Replace(pending.ToString(), "");
        pending.Clear();
        var step = file is null ? null : StepOf(line);
        if (lines.Count == MaxLines)
        {
            lines.RemoveRange(0, MaxLines / 4);
        }

        lines.Add((step, line));
    }

    private DockerfileInstruction? StepOf(string line)
    {
        if (Vertex().Match(line) is { Success: true } vertex)
        {
            return OfVertex(vertex.Groups["id"].Value, vertex.Groups["rest"].Value);
        }

        if (vertices.Count > 0 && Stated().Match(line) is { Success: true } place)
        {
            stated = file!.LineOf(int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture));
        }
        else if (Numbered().Match(line) is { Success: true } numbered)
        {
            var number = int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture);
            current = numbered.Groups["word"].Value == "Step" && number <= file!.Steps.Count ? file.Steps[number - 1] : Like(numbered.Groups["text"].Value);
        }
        else if (Running().Match(line) is { Success: true } running && Containers.Count < 1_000)
        {
            Containers.Add(running.Groups["id"].Value);
        }

        return current;
    }

    private DockerfileInstruction? OfVertex(string id, string rest)
    {
        if (Titled().Match(rest) is { Success: true } title)
        {
            vertices[id] = Like(title.Groups["text"].Value);
        }

        var step = vertices.GetValueOrDefault(id);
        if (rest.StartsWith("ERROR", StringComparison.Ordinal) && step is not null)
        {
            failed ??= step;
        }

        return step;
    }

    /// <summary>The step whose text has most in common with the one that a builder names; builders leave out what they did not understand, and cut.</summary>
    private DockerfileInstruction? Like(string text)
    {
        var wanted = Plain(text);
        var name = wanted.Split(' ')[0].ToUpperInvariant();
        return file!.Steps.Where(step => step.Name == name)
            .Select(step => (Step: step, Common: Common(Plain(step.Name + " " + step.Body), wanted)))
            .OrderByDescending(one => one.Common)
            .FirstOrDefault().Step;
    }

    private static int Common(string one, string other) => one.AsSpan().CommonPrefixLength(other);

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colours();

    [GeneratedRegex(@"^#(?<id>[0-9]{1,6}) (?:[0-9]+\.[0-9]+ )?(?<rest>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vertex();

    [GeneratedRegex(@"^\[(?:[^\]]{0,200} )?[0-9]+/[0-9]+\] (?<text>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Titled();

    [GeneratedRegex(@"^(?:\[[0-9]+/[0-9]+\] )?(?<word>Step|STEP) (?<number>[0-9]{1,6})/[0-9]+ ?: (?<text>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^ ---> Running in (?<id>[0-9a-f]{12})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Running();

    [GeneratedRegex(@"^[^\s:]{1,300}:(?<line>[0-9]{1,7})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stated();

    [GeneratedRegex(@"parse error (?:on )?line (?<line>[0-9]{1,7})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}

/// <param name="Line">In the Dockerfile that people wrote.</param>
/// <param name="Step">The step as written.</param>
/// <param name="Said">What it said.</param>
/// <param name="Error">What the builder gave as the reason.</param>
internal sealed record StepFailure(int Line, string Step, IReadOnlyList<string> Said, string Error);
