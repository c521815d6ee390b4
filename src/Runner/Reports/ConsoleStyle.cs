using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Reports;

/// <summary>How the console report looks.</summary>
internal sealed record ConsoleStyle
{
    /// <value>Plain text for logs, files and pipes.</value>
    public static ConsoleStyle Plain { get; } = new();

    /// <value>Whether to write ANSI colours: only on a terminal, and not when NO_COLOR is set. Default: no.</value>
    public bool Color { get; init; }

    /// <value>Columns at which messages wrap; <see langword="null"/>, the default, never wraps.</value>
    public int? Width { get; init; }

    /// <value>Groups of findings shown for each gate; the others are counted. Default: 20.</value>
    public int FindingsPerGate { get; init; } = 20;

    /// <value>Lines with further places shown for each group; the others are counted. Default: 3.</value>
    public int LinesPerGroup { get; init; } = 3;

    /// <value>Log lines and metrics shown for each gate. Default: 20.</value>
    public int LinesPerGate { get; init; } = 20;

    /// <value>Characters shown of one text. Default: 2,000.</value>
    public int TextLength { get; init; } = 2_000;

    /// <value>Where the report files are, as the user would type it; <see langword="null"/> when none are written.</value>
    public string? Folder { get; init; }

    /// <value>Where a reader finds what is not shown.</value>
    public string Everything => Folder is null ? "results.json (written with --out)" : Escape.OneLine(Folder.TrimEnd('/')) + "/results.json";
}
