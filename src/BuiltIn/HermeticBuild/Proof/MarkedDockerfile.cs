using System.Text;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// A Dockerfile with a line behind each <c>FROM</c> that marks what is built as ours, so that nothing of it stays, and lets the time zone be set. Its lines are
/// told as those of the file that people wrote.
/// </summary>
internal sealed class MarkedDockerfile
{
    private readonly List<int> marks = [];

    private MarkedDockerfile(string text, Dockerfile written)
    {
        Text = text;
        Written = written;
    }

    /// <value>What the builder gets.</value>
    public string Text { get; private init; }

    /// <value>What people wrote.</value>
    public Dockerfile Written { get; }

    /// <value>The instructions that the builder gets, in order, with the lines that people wrote.</value>
    public IReadOnlyList<DockerfileInstruction> Steps { get; private set; } = [];

    /// <param name="text">The file.</param>
    /// <param name="path">How messages name it.</param>
    /// <param name="labels">What marks it.</param>
    /// <exception cref="DocumentException">The builder would refuse it.</exception>
    public static MarkedDockerfile From(string text, string path, IReadOnlyDictionary<string, string> labels)
    {
        var written = DockerfileParser.Parse(text, path);
        var ends = written.Stages.Select(stage => stage.From.EndLine > 0 ? stage.From.EndLine : stage.From.Line).ToHashSet();
        var lines = text.Split('\n');
        var mark = "LABEL " + string.Join(' ', labels.Select(label => $"{label.Key}={label.Value}"));
        var marked = new StringBuilder();
        var added = new List<int>();
        for (var number = 1; number <= lines.Length; number++)
        {
            marked.Append(lines[number - 1]).Append(number < lines.Length ? "\n" : "");
            if (ends.Contains(number))
            {
                marked.Append(number < lines.Length ? "" : "\n").Append(mark).Append("\nARG TZ\n");
                added.Add(number);
            }
        }

        var result = new MarkedDockerfile(marked.ToString(), written);
        result.marks.AddRange(added);
        result.Steps = [.. DockerfileParser.Parse(result.Text, path).Instructions.Select(step => step with { Line = result.LineOf(step.Line) })];
        return result;
    }

    /// <summary>The line that people wrote, for one that the builder names; that of the <c>FROM</c> for a mark.</summary>
    public int LineOf(int line)
    {
        var before = 0;
        foreach (var mark in marks)
        {
            if (line <= mark + before)
            {
                break;
            }

            if (line <= mark + before + 2)
            {
                return mark;
            }

            before += 2;
        }

        return line - before;
    }

    /// <summary>What the engine's own builder cannot do, with its line.</summary>
    public IEnumerable<(int Line, string What)> NeedsBuildKit()
    {
        foreach (var instruction in Written.Instructions.Select(one => one.Trigger ?? one))
        {
            if (instruction.Heredocs.Count > 0)
            {
                yield return (instruction.Line, $"{instruction.Name} with a here-document");
            }

            foreach (var flag in instruction.Flags.Where(flag => !IsOld(instruction.Name, flag.Name)))
            {
                yield return (instruction.Line, $"{instruction.Name} --{flag.Name}");
            }
        }
    }

    private static bool IsOld(string instruction, string flag) => instruction switch
    {
        "COPY" => flag is "from" or "chown",
        "ADD" => flag is "chown",
        "FROM" => flag is "platform",
        "HEALTHCHECK" => true,
        _ => false,
    };
}
