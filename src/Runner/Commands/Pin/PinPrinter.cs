using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Pin;

/// <summary>Shows what changes as a diff, and says what is left.</summary>
internal static class PinPrinter
{
    private const int Context = 3;
    private const int MaxNotes = 500;

    public static void Print(Pinning pinning, bool isWritten, TextWriter output)
    {
        foreach (var file in pinning.Files)
        {
            PrintDiff(file, output);
        }

        PrintNotes("cannot be pinned", pinning.Left, output);
        PrintNotes("could not be resolved", pinning.Faults, output);
        var count = pinning.Images + pinning.Actions;
        var what = string.Join(
            " and ",
            ((int Count, string Name)[])[(pinning.Images, "image"), (pinning.Actions, "action")] is var kinds
                ? kinds.Where(kind => kind.Count > 0).Select(kind => Prose.Count(kind.Count, kind.Name))
                : []);
        var aside = pinning.Already > 0 ? $"; {Prose.Count(pinning.Already, "image or action is", "images and actions are")} pinned already" : "";
        aside += pinning.Faults.Count > 0 ? $"; {pinning.Faults.Count} could not be resolved" : "";
        Write(output, count > 0
            ? $"{what} {(isWritten ? count == 1 ? "was" : "were" : "would be")} pinned in {Prose.Count(pinning.Files.Count, "file")}{aside}."
                + (isWritten ? "" : " Write them with `gates pin --write`.")
            : pinning.Faults.Count > 0 ? $"Nothing is pinned anew{aside}."
            : pinning.Already > 0 ? $"Nothing to pin{aside}."
            : "Nothing to pin.");
    }

    private static void PrintDiff(PinnedFile file, TextWriter output)
    {
        Write(output, $"--- a/{file.Path}");
        Write(output, $"+++ b/{file.Path}");
        var changed = file.ChangedLines;
        for (var i = 0; i < changed.Count;)
        {
            var first = i;
            while (++i < changed.Count && changed[i] - changed[i - 1] <= 2 * Context)
            {
            }

            PrintHunk(file, changed, Math.Max(1, changed[first] - Context), Math.Min(LastLine(file), changed[i - 1] + Context), output);
        }
    }

    private static void PrintHunk(PinnedFile file, IReadOnlyList<int> changed, int from, int to, TextWriter output)
    {
        var length = to - from + 1;
        Write(output, string.Create(CultureInfo.InvariantCulture, $"@@ -{from},{length} +{from},{length} @@"));
        for (var line = from; line <= to; line++)
        {
            if (!changed.Contains(line))
            {
                Write(output, " " + file.Line(line));
                continue;
            }

            // Lines that change together stand together, as in any diff.
            var last = line;
            while (changed.Contains(last + 1))
            {
                last++;
            }

            Enumerable.Range(line, last - line + 1).ToList().ForEach(number => Write(output, "-" + file.Line(number)));
            Enumerable.Range(line, last - line + 1).ToList().ForEach(number => Write(output, "+" + file.NewLine(number)));
            line = last;
        }
    }

    /// <summary>What stands behind the last end of a line is no line when it is empty.</summary>
    private static int LastLine(PinnedFile file) => file.LineCount > 1 && file.Line(file.LineCount).Length == 0 ? file.LineCount - 1 : file.LineCount;

    private static void PrintNotes(string what, IReadOnlyList<PinNote> notes, TextWriter output)
    {
        foreach (var note in notes.Take(MaxNotes))
        {
            Write(output, string.Create(CultureInfo.InvariantCulture, $"{note.Path}:{note.Line}: {what}: {note.Text}"));
        }

        if (notes.Count > MaxNotes)
        {
            Write(output, $"{notes.Count - MaxNotes} more {what}.");
        }
    }

    private static void Write(TextWriter output, string line) => output.WriteLine(TerminalLine.Of(line));
}
