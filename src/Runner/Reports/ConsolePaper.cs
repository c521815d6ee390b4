using Gates.Formats.Foundation.Text;
using Spectre.Console;

namespace Gates.Runner.Reports;

/// <summary>Writes lines: wrapped and coloured on a terminal, plain elsewhere, and never readable as a command of the GitHub runner.</summary>
internal sealed class ConsolePaper(TextWriter output, ConsoleStyle style)
{
    private const int Narrowest = 40;
    private const int Hanging = 2;
    private readonly Lazy<IAnsiConsole> terminal = new(() => Terminal(output));

    public void Blank() => output.WriteLine();

    /// <summary>One line of texts that are already escaped; wraps at words, continuing a little further in.</summary>
    public void Line(int indent, params (Tone Tone, string Text)[] parts)
    {
        var room = style.Width is { } width ? Math.Max(width, Narrowest) - indent - Hanging : int.MaxValue;
        var lines = Wrap(parts, room);
        for (var number = 0; number < lines.Count; number++)
        {
            Write(new string(' ', number == 0 ? indent : indent + Hanging), lines[number]);
        }
    }

    /// <summary>A line that is copied into a shell: never wrapped, since a shell would take its second half for a command of its own.</summary>
    public void Whole(int indent, params (Tone Tone, string Text)[] parts) => Write(new string(' ', indent), [.. parts]);

    /// <summary>Lines of one text, the later ones further in.</summary>
    public void Several(int indent, (Tone Tone, string Text) label, IReadOnlyList<string> lines)
    {
        for (var number = 0; number < lines.Count; number++)
        {
            Line(number == 0 ? indent : indent + Hanging, number == 0 ? label : (Tone.Plain, ""), (Tone.Plain, lines[number]));
        }
    }

    private static List<List<(Tone Tone, string Text)>> Wrap((Tone Tone, string Text)[] parts, int room)
    {
        var lines = new List<List<(Tone, string)>> { new() };
        var used = 0;
        foreach (var (tone, text) in parts)
        {
            foreach (var word in room == int.MaxValue ? [text] : Words(text))
            {
                if (used > 0 && used + word.TrimEnd().Length > room)
                {
                    lines.Add([]);
                    used = 0;
                }

                lines[^1].Add((tone, used == 0 && lines.Count > 1 ? word.TrimStart() : word));
                used += word.Length;
            }
        }

        return lines;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = text.IndexOf(' ', start))
        {
            yield return text[start..(space + 1)];
            start = space + 1;
        }

        yield return text[start..];
    }

    private static IAnsiConsole Terminal(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = int.MaxValue;
        return console;
    }

    private static Style Paint(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Quiet => new Style(Color.Grey),
        Tone.Good => new Style(Color.Green, decoration: Decoration.Bold),
        Tone.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };

    private void Write(string indent, List<(Tone Tone, string Text)> parts)
    {
        if (!style.Color)
        {
            output.WriteLine(Escape.LogLine(indent + string.Concat(parts.Select(part => part.Text))).TrimEnd());
            return;
        }

        output.Write(indent);
        foreach (var (tone, text) in parts.Where(part => part.Text.Length > 0))
        {
            terminal.Value.Write(new Text(text, Paint(tone)));
        }

        output.WriteLine();
    }
}

/// <summary>What a piece of console text means; only a terminal shows it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Warning,
    Bad,
}
