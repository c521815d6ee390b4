using Gates.BuiltIn;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Says what was carried over, where it is, and what is left to do.</summary>
internal static class MigratePrinter
{
    private const int MaxLeft = 200;

    public static void Print(Migrated migrated, bool isDry, TextWriter output)
    {
        var from = migrated.From;
        if (from.Files.Count + from.Allows.Count + from.Left.Count == 0)
        {
            Write(output, $"No configuration, baseline or comment of {migrated.Tool} was found here; nothing was written.");
            return;
        }

        var comments = from.Allows.Count(allow => allow.Source.Contains(" in ", StringComparison.Ordinal));
        Write(output, $"{migrated.Tool}: read {(from.Files.Count == 0 ? "no file" : string.Join(", ", from.Files.Distinct(StringComparer.Ordinal)))}"
            + (comments > 0 ? $", and {Prose.Count(comments, "comment")} in source." : "."));
        var verb = isDry ? "would be" : "were";
        var path = GateCatalog.Rules.Path;
        Write(output, $"{Prose.Count(migrated.Rules.Count, "rule")} and {Prose.Count(migrated.Paths.Count, "path")} {verb} "
            + $"{(migrated.IsNew ? "written to" : "added to")} {path}; {Prose.Count(migrated.Waivers.Count, "waiver")} {verb} added to "
            + $"{migrated.WaiversPath}.");
        foreach (var waiver in migrated.Waivers)
        {
            Write(output, $"  waived until {waiver.ExpiresText}: {waiver.Rule} {waiver.Fingerprint}, {waiver.Reason}");
        }

        if (isDry)
        {
            migrated.Rules.Concat(migrated.Paths).SelectMany(text => text.TrimEnd('\n').Split('\n')).ToList().ForEach(line => Write(output, line));
        }

        PrintLeft(from.Left, output);
        if (migrated.Paths.Count > 0)
        {
            Write(output, "Paths hold for as long as they say; those that are never to be looked at belong under `exclude` of dlp-scan in the configuration.");
        }

        if (!isDry)
        {
            Write(output, $"Next: read {path} and {migrated.WaiversPath}, run `gates check` and `gates run`, then remove {migrated.Tool}'s files and "
                + $"comments.");
        }
    }

    private static void PrintLeft(IReadOnlyList<string> left, TextWriter output)
    {
        if (left.Count == 0)
        {
            return;
        }

        Write(output, $"{Prose.Count(left.Count, "thing")} could not be carried:");
        left.Take(MaxLeft).ToList().ForEach(line => Write(output, "  " + line));
        if (left.Count > MaxLeft)
        {
            Write(output, $"  and {left.Count - MaxLeft} more");
        }
    }

    private static void Write(TextWriter output, string line) => output.WriteLine(TerminalLine.Of(line));
}
