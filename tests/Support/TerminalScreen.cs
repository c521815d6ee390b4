using System.Globalization;
using System.Text.RegularExpressions;

namespace Support;

/// <summary>What stands on a terminal after a program wrote to it: as far as our programs move, colour and erase.</summary>
public sealed partial class TerminalScreen
{
    private readonly List<List<TerminalCell>> lines = [[]];
    private readonly int columns;
    private string style = "";
    private int row;
    private int column;

    /// <param name="written">What a program wrote, with its control sequences.</param>
    /// <param name="columns">How wide the terminal is.</param>
    public TerminalScreen(string written, int columns)
    {
        this.columns = columns;
        for (var at = 0; at < written.Length;)
        {
            var sequence = Sequence().Match(written, at);
            if (sequence.Success && sequence.Index == at)
            {
                Obey(sequence.Groups["final"].Value, sequence.Groups["numbers"].Value);
                at += sequence.Length;
            }
            else
            {
                var length = char.IsHighSurrogate(written[at]) ? 2 : 1;
                Write(written.Substring(at, length));
                at += length;
            }
        }
    }

    /// <value>The lines, without the empty ones at the end.</value>
    public IReadOnlyList<IReadOnlyList<TerminalCell>> Lines => [.. lines.Take(lines.FindLastIndex(line => line.Any(cell => cell.Text != " ")) + 1)];

    /// <value>The same as text.</value>
    public string Text => string.Join('\n', Lines.Select(line => string.Concat(line.Select(cell => cell.Text)).TrimEnd()));

    private void Write(string character)
    {
        switch (character)
        {
            case "\r":
                column = 0;
                return;
            case "\n":
                Down();
                return;
            case "\b":
                column = Math.Max(0, column - 1);
                return;
        }

        if (character[0] < ' ')
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"a program of ours wrote the control character {(int)character[0]}"));
        }

        if (column == columns)
        {
            column = 0;
            Down();
        }

        while (lines[row].Count <= column)
        {
            lines[row].Add(new TerminalCell(" ", ""));
        }

        lines[row][column++] = new TerminalCell(character, style);
    }

    private void Down()
    {
        if (++row == lines.Count)
        {
            lines.Add([]);
        }
    }

    private void Obey(string final, string numbers)
    {
        var number = numbers.Split(';')[0] is { Length: > 0 } first && int.TryParse(first, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        switch (final)
        {
            case "m":
                style = numbers is "" or "0" ? "" : style.Length == 0 ? numbers : $"{style};{numbers}";
                break;
            case "K":
                Erase(number);
                break;
            case "A":
                row = Math.Max(0, row - Math.Max(1, number));
                break;
            case "G":
                column = Math.Max(1, number) - 1;
                break;
            case "J" when number == 0:
                Erase(0);
                lines.RemoveRange(row + 1, lines.Count - row - 1);
                break;
            case "l" or "h" or "": // the cursor and the keypad
                break;
            default:
                throw new FormatException($"a program of ours wrote ESC [ {numbers} {final}, which this screen does not know");
        }
    }

    private void Erase(int what)
    {
        if (what == 2)
        {
            lines[row].Clear();
        }
        else if (what == 0 && column < lines[row].Count)
        {
            lines[row].RemoveRange(column, lines[row].Count - column);
        }
    }

    [GeneratedRegex(@"\x1b(\[\??(?<numbers>[0-9;]*)(?<final>[A-Za-z])|[=>])")]
    private static partial Regex Sequence();
}

/// <summary>One character on a terminal.</summary>
/// <param name="Text">The character.</param>
/// <param name="Style">The numbers of its colours and weight (ECMA-48, SGR), as the program wrote them.</param>
public readonly record struct TerminalCell(string Text, string Style);
