using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Groups;

/// <summary>Groups of findings on the console: the first in full, a line for each other place, one fix, and how to waive what blocks.</summary>
internal sealed class ConsoleFindings(ConsolePaper paper, ConsoleStyle style, DateTimeOffset? now)
{
    public void Write(FindingGroup group)
    {
        First(group);
        if (group.First.Line is { } line)
        {
            paper.Line(4, (Tone.Quiet, "| " + Escape.OneLine(line)));
        }

        if (!string.IsNullOrWhiteSpace(group.Finding.Help))
        {
            paper.Several(4, (Tone.Good, "Fix: "), Escape.Lines(Escape.Cut(group.Finding.Help, style.TextLength)));
        }

        Others(group);
        if (group.IsBlocking && now is { } today)
        {
            paper.Whole(4, (Tone.Quiet, $"Waive: {WaiverCommand.For(group, today)}"));
        }
    }

    private void First(FindingGroup group)
    {
        var finding = group.Finding;
        var place = Escape.OneLine(Prose.Place(finding.Location));
        var tone = finding.Severity switch { Severity.Error => Tone.Bad, Severity.Warning => Tone.Warning, _ => Tone.Quiet };
        var count = group.IsSingle ? "" : $" (1 of {Prose.Number(group.Count)})";
        var lines = Escape.Lines(Escape.Cut(finding.Message, style.TextLength));
        for (var number = 0; number < lines.Count; number++)
        {
            var rule = number == lines.Count - 1 ? $" [{Escape.OneLine(Escape.Cut(finding.Rule, style.TextLength))}]" : "";
            if (number == 0)
            {
                paper.Line(
                    2,
                    (Tone.Strong, place.Length > 0 ? place + ": " : ""),
                    (tone, $"{RecordedNames.Of(finding.Severity)}{count}: "),
                    (Tone.Plain, lines[0]),
                    (Tone.Quiet, rule));
            }
            else
            {
                paper.Line(4, (Tone.Plain, lines[number]), (Tone.Quiet, rule));
            }
        }
    }

    private void Others(FindingGroup group)
    {
        var others = group.Others();
        foreach (var places in others.Take(style.LinesPerGroup))
        {
            paper.Line(4, (Tone.Plain, "also " + Escape.OneLine(GroupWords.Line(places))));
        }

        if (GroupWords.Rest([.. others.Skip(style.LinesPerGroup)]) is { } rest)
        {
            paper.Line(4, (Tone.Strong, $"{rest}: see {style.Everything}"));
        }
    }
}
