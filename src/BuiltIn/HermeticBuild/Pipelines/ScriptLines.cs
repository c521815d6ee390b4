using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>A script put together from several texts of a file, each line of which knows the file's line.</summary>
internal sealed partial class ScriptLines(string[] file)
{
    private readonly StringBuilder text = new();
    private readonly List<int> lines = [];

    public bool IsEmpty => lines.Count == 0;

    /// <summary>Adds a value and all that is in it: scalars, and lists of them.</summary>
    public void Add(DocumentNode node)
    {
        if (node.Kind == NodeKind.Sequence)
        {
            foreach (var item in node.Items)
            {
                Add(item.Kind == NodeKind.Map ? item.Get("cmd") ?? item.Get("command") ?? item : item);
            }
        }
        else if (node.Kind == NodeKind.Scalar)
        {
            // Only a literal block keeps its lines; what is folded or quoted stands on its first.
            var header = node.Line <= file.Length
                && node.Column <= file[node.Line - 1].Length ? BlockHeader().Match(file[node.Line - 1][(node.Column - 1)..]) : null;
            var keeps = header is { Success: true } && header.Groups["style"].ValueSpan is "|";
            Add(node.Text, node.Line + (header?.Success == true ? 1 : 0), keeps);
        }
    }

    public void Add(string script, int firstLine, bool keepsLines)
    {
        var number = firstLine;
        foreach (var line in script.TrimEnd('\n').Split('\n'))
        {
            text.Append(line).Append('\n');
            lines.Add(number);
            number += keepsLines ? 1 : 0;
        }
    }

    public IReadOnlyList<ShellPipeline> Parse(ShellDialect dialect = ShellDialect.Posix)
    {
        var whole = text.ToString();
        var counter = new LineCounter(whole, 0);
        return ShellParser.Parse(whole, offset => lines[Math.Min(counter.LineAt(offset), lines.Count - 1)], dialect);
    }

    [GeneratedRegex(@"^([&!]\S+[ \t]+)*(?<style>[|>])[-+0-9]*[ \t]*(#.*)?\r?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockHeader();
}
